import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findChromium } from '../../../src/main/chromium/index.ts'
import { describeFailure } from '../../../src/main/hosts/failure.ts'
import { serveFailurePage } from '../../../src/main/hosts/failure-page.ts'
import { type HostProcess, startHost } from './start-host.ts'

vi.setConfig({ testTimeout: 90_000 })

const program = findChromium(process.env.KIOSK_CHROMIUM || undefined)

let home: string
let occupied: Server
let port: number
let host: HostProcess | undefined
let browser: Browser | undefined

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'start-failure-'))
  mkdirSync(join(home, 'run'))
  occupied = createServer()
  await new Promise<void>((resolve) => occupied.listen(0, '127.0.0.1', resolve))
  port = (occupied.address() as AddressInfo).port
})
afterEach(async () => {
  await browser?.close()
  host?.child.kill('SIGKILL')
  await host?.exited
  host = undefined
  browser = undefined
  occupied.close()
  rmSync(home, { recursive: true, force: true })
})

/** A browser without a screen that can be looked into: the kiosk's own command line and a debugging port. */
const browserWithoutScreen = (): string => {
  const path = join(home, 'browser')
  writeFileSync(path, `#!/bin/sh\nexec '${program}' --headless=new --remote-debugging-port=0 "$@"\n`)
  chmodSync(path, 0o755)
  return path
}

const start = (env: Record<string, string>, ...args: string[]): HostProcess => {
  host = startHost('node-host', ['--data-dir', join(home, 'data'), '--port', String(port), ...args], {
    env: { HOME: home, XDG_CONFIG_HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), ...env },
  })
  return host
}

const profiles = () => readdirSync(join(home, 'run')).filter((name) => name.startsWith('lpse-kiosk-window-'))

/** The window's page, once the browser has written down its debugging port. */
async function pageOfWindow() {
  const devtools = await vi.waitFor(
    () => {
      const [profile = ''] = profiles()
      const [line = ''] = readFileSync(join(home, 'run', profile, 'DevToolsActivePort'), 'utf8').split('\n')
      expect(line).toMatch(/^\d+$/)
      return line
    },
    { timeout: 60_000, interval: 200 },
  )
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${devtools}`)
  return vi.waitFor(
    () => {
      const page = browser
        ?.contexts()
        .flatMap((context) => context.pages())
        .find((candidate) => candidate.url().startsWith('http://127.0.0.1'))
      if (!page) throw new Error('the page is not there yet')
      return page
    },
    { timeout: 60_000, interval: 200 },
  )
}

describe.skipIf(program === undefined)('a start that fails where there is a screen', () => {
  it('is explained in the window in both languages, and the button asks for another start', async () => {
    const started = start({ DISPLAY: ':1', KIOSK_CHROMIUM: browserWithoutScreen() })
    const page = await pageOfWindow()
    await page.getByText(`Port ${port} sedang dipakai program lain.`).waitFor()
    expect(await page.locator('main').innerText()).toContain(`Port ${port} is in use.`)
    // The core does not go on behind the page.
    expect(readdirSync(join(home, 'data')).filter((name) => name.endsWith('-wal'))).toEqual([])
    await page.getByRole('button').click()
    expect(await started.exited).toBe(75)
  })

  it('ends with an error when the window is closed', async () => {
    const started = start({ DISPLAY: ':1', KIOSK_CHROMIUM: browserWithoutScreen() })
    const page = await pageOfWindow()
    await page.close()
    expect(await started.exited).toBe(1)
    expect(profiles()).toEqual([])
  })

  it('waits for nobody without a screen, or when no window is wanted', async () => {
    expect(await start({}).exited).toBe(1)
    expect(await start({ DISPLAY: ':1', KIOSK_CHROMIUM: browserWithoutScreen() }, '--no-window').exited).toBe(
      1,
    )
    expect(host?.stderr()).toContain('Cara memperbaiki:')
    expect(host?.stderr()).toContain('To mend it:')
  })
})

it('without a browser the reason stands in a message box', async () => {
  const box = join(home, 'zenity')
  writeFileSync(box, `#!/bin/sh\nprintf '%s' "$*" > '${join(home, 'shown')}'\n`)
  chmodSync(box, 0o755)
  const started = start({ DISPLAY: ':1', KIOSK_CHROMIUM: '/nowhere/chromium', PATH: `${home}:/usr/bin:/bin` })
  expect(await started.exited).toBe(1)
  const shown = readFileSync(join(home, 'shown'), 'utf8')
  expect(shown).toContain(`Port ${port} sedang dipakai program lain.`)
  expect(shown).toContain(`Port ${port} is in use.`)
})

describe('the page of a failure', () => {
  it('shows names as they are written, and answers nobody who does not know its address', async () => {
    const odd = '<script>alert(1)</script>"&'
    const page = await serveFailurePage({ what: { id: odd, en: odd }, mend: { id: 'a', en: 'b' } }, 'secret')
    const response = await fetch(page.address)
    const text = await response.text()
    expect(text).not.toContain('<script>')
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await fetch(new URL('/', page.address), { method: 'POST' })).status).toBe(404)
    await fetch(page.address, { method: 'POST' })
    expect(await page.again).toBe(true)
    page.close()
  })
})

describe('a bug at the start', () => {
  it('gives the person a reference, and the stack to the log under it', () => {
    const entries: unknown[] = []
    const bug = new TypeError('x is not a function')
    const { what, mend } = describeFailure(bug, (entry) => entries.push(entry))
    const ref = /K-[0-9A-F]{6}/.exec(what.id)?.[0] ?? ''
    expect(what.en).toContain(ref)
    expect(JSON.stringify([what, mend])).not.toMatch(/TypeError|\bat /)
    expect(entries).toMatchObject([
      { level: 'error', event: 'start-failed', detail: { ref, stack: bug.stack } },
    ])
  })

  it.each([
    ['ENOSPC', 'Cakram penuh', 'The disk is full'],
    ['EACCES', '/kunci', 'may not read or write /kunci'],
    ['EROFS', '/kunci', '--data-dir'],
  ])('is none when the system says %s', (code, id, en) => {
    const entries: unknown[] = []
    const refusal = Object.assign(new Error(code), { code, path: '/kunci' })
    const { what, mend } = describeFailure(refusal, (entry) => entries.push(entry))
    expect(`${what.id} ${mend.id}`).toContain(id)
    expect(`${what.en} ${mend.en}`).toContain(en)
    expect(entries).toEqual([])
  })
})
