import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findChromium, openChromiumWindow } from '../../../src/main/chromium/index.ts'
import {
  createToken,
  type LoopbackServer,
  pageAddress,
  serveApp,
} from '../../../src/main/transport/loopback-http/index.ts'
import { createSmallApp } from '../../contract/hosts/small-app.ts'
import { writePage } from './small-page.ts'

// The real browser, without a display: the same command line with Chromium's own headless mode.
const program = findChromium(process.env.KIOSK_CHROMIUM || undefined)
const extraFlags = ['--headless=new', '--use-fake-device-for-media-stream']

let runtimeDir: string
let previous: string | undefined
let server: LoopbackServer
let address: string
const small = createSmallApp()

beforeEach(async () => {
  // The profile's place, so that the test sees its own profiles only.
  runtimeDir = mkdtempSync(join(tmpdir(), 'window-'))
  previous = process.env.XDG_RUNTIME_DIR
  process.env.XDG_RUNTIME_DIR = runtimeDir
  small.calls.length = 0
  const token = createToken()
  server = await serveApp(small.app, { token, port: 0, rendererDir: writePage(join(runtimeDir, 'page')) })
  address = pageAddress(server.url, token)
})
afterEach(async () => {
  await server.close()
  if (previous === undefined) delete process.env.XDG_RUNTIME_DIR
  else process.env.XDG_RUNTIME_DIR = previous
  rmSync(runtimeDir, { recursive: true, force: true })
})

const profiles = () => readdirSync(runtimeDir).filter((name) => name.startsWith('lpse-kiosk-window-'))

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited for 20 s in vain')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

it.skipIf(program === undefined)(
  'shows the page with its token and camera, keeps both off the command line, and leaves nothing behind',
  async () => {
    const window = await openChromiumWindow({ program: program ?? '', address, extraFlags })
    // The page calls `camera:STATE` when getUserMedia has answered, which the small app records.
    await until(() => small.calls.some((channel) => channel.startsWith('camera:')))
    expect(small.calls).toEqual(['app.status', 'camera:live'])
    expect(profiles()).toHaveLength(1)
    expect(commandLinesWith('lpse-kiosk-window-').join()).not.toContain('token')
    await window.close()
    expect(await window.closed).toBe('closed')
    expect(profiles()).toEqual([])
  },
  60_000,
)

it('says so when the browser does not start', async () => {
  await expect(openChromiumWindow({ program: '/nowhere/chromium', address })).rejects.toThrow()
  expect(profiles()).toEqual([])
})

/** Command lines of processes that name our profile; Linux only. */
function commandLinesWith(text: string): string[] {
  if (!existsSync('/proc/self/cmdline')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      } catch {
        return ''
      }
    })
    .filter((line) => line.includes(text))
}
