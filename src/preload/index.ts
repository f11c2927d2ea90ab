import { contextBridge, ipcRenderer } from 'electron'
import { CHANNELS, EVENTS } from '#shared/contract/channels.ts'
import type { Answer } from '#shared/domain/errors.ts'
import { CALL, EVENT } from './ipc-names.ts'

const channels: readonly string[] = CHANNELS
const events: readonly string[] = EVENTS

/** All that the page gets of Electron: `window.kiosk`. */
const bridge = {
  /** Makes a call of the contract. A name that is not in it never leaves the page. */
  invoke(channel: string, input: unknown): Promise<Answer> {
    if (!channels.includes(channel)) return refuse({ code: 'unknown-channel' })
    // As text, so that this host takes exactly what the loopback transport takes: JSON.
    const body = toJson(input)
    if (body === undefined) {
      return refuse({ code: 'invalid-input', issues: [{ path: '', message: 'The input is not JSON.' }] })
    }
    return ipcRenderer.invoke(CALL, channel, body)
  },
  /** Listens to the core's events; the returned function ends it. */
  on(listener: (event: { event: string; value: unknown }) => void): () => void {
    // Electron's own event object stays on this side: it leads back to ipcRenderer.
    const handle = (_event: unknown, said: { event: string; value: unknown }) => {
      if (events.includes(said.event)) listener({ event: said.event, value: said.value })
    }
    ipcRenderer.on(EVENT, handle)
    return () => {
      ipcRenderer.off(EVENT, handle)
    }
  },
}

export type KioskBridge = typeof bridge

contextBridge.exposeInMainWorld('kiosk', bridge)

function refuse(error: Extract<Answer, { ok: false }>['error']): Promise<Answer> {
  return Promise.resolve({ ok: false, error })
}

function toJson(input: unknown): string | undefined {
  try {
    return JSON.stringify(input ?? {})
  } catch {
    return undefined
  }
}
