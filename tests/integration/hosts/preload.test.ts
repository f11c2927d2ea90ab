import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { beforeEach, describe, expect, it } from 'vitest'
import { CHANNELS } from '../../../src/shared/contract/channels.ts'
import { built } from './built.ts'

type Bridge = {
  invoke(channel: string, input: unknown): Promise<unknown>
  on(listener: (event: unknown) => void): () => void
}

let exposed: Record<string, unknown>
let invoked: unknown[][]
let listeners: Map<string, ((...args: unknown[]) => void)[]>
let bridge: Bridge

/** What a sandboxed preload script finds: `electron` can be required, nothing else; there is no Node. */
beforeEach(() => {
  exposed = {}
  invoked = []
  listeners = new Map()
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => Object.assign(exposed, { [name]: api }),
    },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => {
        invoked.push(args)
        return { ok: true, value: 'answered' }
      },
      on: (name: string, listener: (...args: unknown[]) => void) =>
        void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
      off: (name: string, listener: unknown) =>
        void listeners.set(
          name,
          (listeners.get(name) ?? []).filter((one) => one !== listener),
        ),
    },
  }
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`a sandboxed preload cannot require ${name}`)
  }
  const module = { exports: {} }
  runInContext(
    readFileSync(built('preload/index.cjs'), 'utf8'),
    createContext({ require, module, exports: module.exports }),
  )
  bridge = exposed.kiosk as Bridge
})

it('shows the page two functions and nothing of Electron', () => {
  expect(Object.keys(exposed)).toEqual(['kiosk'])
  expect(Object.entries(bridge).map(([name, value]) => [name, typeof value])).toEqual([
    ['invoke', 'function'],
    ['on', 'function'],
  ])
})

describe('invoke', () => {
  it.each(CHANNELS)('hands %s on as JSON', async (channel) => {
    expect(await bridge.invoke(channel, { a: [1] })).toEqual({ ok: true, value: 'answered' })
    expect(invoked).toEqual([['kiosk:call', channel, '{"a":[1]}']])
  })
  it('sends an empty input for none', async () => {
    await bridge.invoke('app.status', undefined)
    expect(invoked[0]?.[2]).toBe('{}')
  })
  it.each(['nope', 'kiosk:call', '', '__proto__', 'app.status '])(
    'keeps the unknown channel "%s" in the page',
    async (channel) => {
      expect(await bridge.invoke(channel, {})).toEqual({ ok: false, error: { code: 'unknown-channel' } })
      expect(invoked).toEqual([])
    },
  )
  it('refuses input that is not JSON', async () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(await bridge.invoke('app.status', circle)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
    expect(await bridge.invoke('app.status', { big: 1n })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
    expect(invoked).toEqual([])
  })
})

describe('on', () => {
  const say = (event: unknown) => {
    for (const listener of listeners.get('kiosk:event') ?? []) listener({ sender: 'ipcRenderer' }, event)
  }
  it("brings the core's events without Electron's event object, until it is ended", () => {
    const heard: unknown[][] = []
    const end = bridge.on((...args) => void heard.push(args))
    say({ event: 'visit', value: { step: 'S1' }, extra: 1 })
    expect(heard).toEqual([[{ event: 'visit', value: { step: 'S1' } }]])
    end()
    say({ event: 'visit', value: 2 })
    expect(heard).toHaveLength(1)
  })
  it('ignores events that the contract does not name', () => {
    const heard: unknown[] = []
    bridge.on((event) => void heard.push(event))
    say({ event: 'something', value: 1 })
    expect(heard).toEqual([])
  })
})
