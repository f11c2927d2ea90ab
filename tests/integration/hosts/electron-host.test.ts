import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listen } from '../../helpers/listen.ts'
import { type ElectronHost, startElectronHost } from './start-electron-host.ts'

// Each test starts whole programs, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 120_000 })

const home = mkdtempSync(join(tmpdir(), 'electron-host-'))
const place = { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data') }
const page = 'app://kiosk/index.html'
let host: ElectronHost

beforeAll(async () => {
  host = startElectronHost(['--demo', '--no-sandbox', '--use-file-for-fake-video-capture=/x.mjpeg'], place)
  await host.ready
})
afterAll(async () => {
  host.child.kill()
  await host.exited
  rmSync(home, { recursive: true, force: true })
})

describe('the window', () => {
  it('is one full-screen kiosk window, sandboxed, without Node, on a session that stays in memory', async () => {
    const facts = await host.act<{
      options: Record<string, unknown>
      windowCount: number
      partition: string
      loaded: string[]
      asked: string[]
    }>('facts')
    expect(facts.windowCount).toBe(1)
    expect(facts.options).toMatchObject({
      kiosk: true,
      fullscreen: true,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        navigateOnDragDrop: false,
      },
    })
    expect((facts.options.webPreferences as { preload: string }).preload).toMatch(/out.preload.index\.cjs$/)
    expect(facts.partition).not.toMatch(/^persist:/)
    expect(facts.loaded).toEqual([page])
  })

  it('prepares Electron in the right order', async () => {
    const { asked } = await host.act<{ asked: string[] }>('facts')
    const before = asked.slice(0, asked.indexOf('whenReady'))
    expect(
      before.some((what) => what.startsWith('registerSchemesAsPrivileged') && what.includes('"app"')),
    ).toBe(true)
    expect(before).toContain('enableSandbox')
    expect(before).toContain('setApplicationMenu null')
    expect(
      before.some((what) => what.startsWith('setPath userData') && what.includes(place.XDG_CONFIG_HOME)),
    ).toBe(true)
  })

  it('comes back to the front when the kiosk is started twice', async () => {
    expect(await host.act('secondInstance')).toBe(1)
  })
})

describe('permissions', () => {
  const video = { mediaTypes: ['video'], isMainFrame: true, requestingUrl: page }
  it('gives the camera to our page', async () => {
    expect(await host.act('permission', 'media', video)).toBe(true)
    expect(await host.act('permissionCheck', 'media', 'app://kiosk/', { mediaType: 'video' })).toBe(true)
  })
  it.each([
    ['sound', 'media', { ...video, mediaTypes: ['audio'] }],
    ['picture and sound', 'media', { ...video, mediaTypes: ['video', 'audio'] }],
    ['the camera to a foreign page', 'media', { ...video, requestingUrl: 'https://example.com/' }],
    [
      'the camera to an address that looks like ours',
      'media',
      { ...video, requestingUrl: 'app://kiosk.example.com/' },
    ],
    ['the camera to a frame', 'media', { ...video, isMainFrame: false }],
    ['the position', 'geolocation', video],
    ['notifications', 'notifications', video],
    ['the clipboard', 'clipboard-read', video],
    ['opening other programs', 'openExternal', video],
  ])('refuses %s', async (_name, permission, details) => {
    expect(await host.act('permission', permission, details)).toBe(false)
  })
  it('refuses checks and devices of others', async () => {
    expect(await host.act('permissionCheck', 'media', 'https://example.com/', { mediaType: 'video' })).toBe(
      false,
    )
    expect(await host.act('permissionCheck', 'media', 'app://kiosk/', { mediaType: 'audio' })).toBe(false)
    expect(await host.act('permissionCheck', 'hid', 'app://kiosk/', {})).toBe(false)
    expect(await host.act('device')).toBe(false)
  })
})

describe('navigation', () => {
  it.each([
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'http://127.0.0.1:80/',
    'app://other/',
    'app://user@kiosk/',
    'not an address',
  ])('goes nowhere: %s', async (url) => {
    expect(await host.act('navigate', 'will-navigate', url, true)).toBe(true)
    expect(await host.act('navigate', 'will-redirect', url, true)).toBe(true)
    expect(await host.act('navigate', 'will-frame-navigate', url, true)).toBe(true)
    expect(await host.act('openWindow', url)).toEqual({ action: 'deny' })
  })
  it('stays within our page, and frames go nowhere at all', async () => {
    expect(await host.act('navigate', 'will-navigate', page, true)).toBe(false)
    expect(await host.act('navigate', 'will-frame-navigate', page, false)).toBe(true)
    expect(await host.act('openWindow', page)).toEqual({ action: 'deny' })
    expect(await host.act('navigate', 'will-attach-webview', page, true)).toBe(true)
    expect(await host.act('download')).toBe(true)
  })
  it.each([
    [page, false],
    ['blob:app://kiosk/123', false],
    ['data:image/png;base64,AA', false],
    ['https://example.com/x.js', true],
    ['http://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['blob:https://example.com/1', true],
    ['wss://example.com/', true],
  ])('the request %s is cancelled: %s', async (url, cancel) => {
    expect(await host.act('request', url)).toEqual({ cancel })
  })
})

describe('the page over app://', () => {
  it('is the built page with its policy', async () => {
    const reply = await host.act<{ status: number; headers: Record<string, string>; text: string }>(
      'fetch',
      page,
    )
    expect(reply.status).toBe(200)
    expect(reply.text).toContain('<div id="root">')
    expect(reply.headers['content-security-policy']).toContain("default-src 'self'")
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
  })
  it.each([
    'app://kiosk/../main/index.js',
    'app://kiosk/..%2fmain%2findex.js',
    'app://other/index.html',
    'app://kiosk/nothing',
  ])('has nothing else: %s', async (url) => {
    expect(await host.act('fetch', url)).toMatchObject({ status: 404 })
  })
  it('is read only', async () => {
    expect(await host.act('fetch', page, 'POST')).toMatchObject({ status: 404 })
  })
})

describe('calls', () => {
  it('make a round trip through the contract', async () => {
    expect(await host.act('call', {}, 'app.status', '{}')).toMatchObject({
      ok: true,
      value: { host: 'electron', problem: null },
    })
  })
  it.each([
    ['another window', { sender: 'other' }],
    ['a frame inside the page', { frame: 'child' }],
    ['a frame that is gone', { frame: 'gone' }],
    ['a foreign address in our window', { url: 'https://example.com/' }],
  ])('from %s are refused', async (_name, from) => {
    expect(await host.act('call', from, 'app.status', '{}')).toEqual({
      ok: false,
      error: { code: 'refused-caller' },
    })
  })
  it.each([
    ['an unknown channel', ['nope', '{}'], 'unknown-channel'],
    ['a name of every object', ['constructor', '{}'], 'unknown-channel'],
    ['a channel that is no text', [7, '{}'], 'invalid-input'],
    ['a body that is no text', ['app.status', { a: 1 }], 'invalid-input'],
    ['half a JSON', ['app.status', '{'], 'invalid-input'],
    ['wrong types', ['staff.signIn', '{"staffId":7}'], 'invalid-input'],
    [
      'a 10 MB string',
      ['staff.signIn', JSON.stringify({ staffId: 'x'.repeat(10_000_000), pin: '123456' })],
      'invalid-input',
    ],
    ['more than 12 MB', ['app.status', 'x'.repeat(13_000_000)], 'too-large'],
  ])('with %s get a typed answer', async (_name, args, code) => {
    expect(await host.act('call', {}, ...args)).toMatchObject({ ok: false, error: { code } })
  })
  it('bring events to the page', async () => {
    const status = await host.act<{ value: { demo: { pin: string } } }>('call', {}, 'app.status', '{}')
    const staff = await host.act<{ value: { id: string }[] }>('call', {}, 'staff.choices', '{}')
    const signIn = JSON.stringify({ staffId: staff.value[0]?.id, pin: status.value.demo.pin })
    expect(await host.act('call', {}, 'staff.signIn', signIn)).toMatchObject({ ok: true })
    const sent = await host.act<[string, { event: string; value: { staff: unknown } }][]>('sent')
    const last = sent.filter(([name, { event }]) => name === 'kiosk:event' && event === 'app.status').at(-1)
    expect(last?.[1].value.staff).not.toBeNull()
  })
})

describe('the network', () => {
  it('is reached by the proxy that the computer names', async () => {
    const seen: string[] = []
    const server = createServer().on('connect', (request, socket) => {
      seen.push(request.url ?? '')
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
    const proxy = await listen(server)
    const own = startElectronHost(['--no-demo', '--data-dir', join(home, 'proxy')], {
      ...place,
      XDG_CONFIG_HOME: join(home, 'config-proxy'),
      STAND_IN_PROXY: `PROXY 127.0.0.1:${proxy.port}; DIRECT`,
    })
    try {
      await own.ready
      const test = JSON.stringify({ url: 'https://pusat.contoh.go.id' })
      expect(await own.act('call', {}, 'app.testConnection', test)).toMatchObject({
        value: { kind: 'failed', reason: 'later', detail: '502' },
      })
      expect(seen).toEqual(['pusat.contoh.go.id:443'])
    } finally {
      await own.act('quit')
      await own.exited
      await proxy.stop()
    }
  })
})

describe('a crash of the page', () => {
  it('is mended by loading it again, three times in five minutes; then the host ends with an error', async () => {
    const own = startElectronHost(['--demo', '--data-dir', join(home, 'crash')], {
      ...place,
      XDG_CONFIG_HOME: join(home, 'config-crash'),
    })
    await own.ready
    expect(await own.act('crash', 'clean-exit')).toBe(0)
    expect(await own.act('crash', 'crashed')).toBe(1)
    expect(await own.act('hang')).toBe(2)
    expect(await own.act('crash', 'oom')).toBe(3)
    expect(await own.act('crash', 'crashed')).toBe(3)
    expect(await own.exited).toBe(1)
  })
})

describe('keys of a desk', () => {
  const desk = (env: Record<string, string> = {}) =>
    startElectronHost(['--no-demo', '--data-dir', join(home, 'desk')], {
      ...place,
      XDG_CONFIG_HOME: join(home, 'config-desk'),
      ...env,
    })
  const problem = async (own: ElectronHost) => {
    await own.ready
    const status = await own.act<{ value: { problem: string | null; demo: unknown } }>(
      'call',
      {},
      'app.status',
      '{}',
    )
    expect(await own.act('quit')).toBe(true)
    expect(await own.exited).toBe(0)
    return status.value.problem
  }

  it.each(['basic_text', 'unknown', 'none'])('are refused when the system offers %s', async (backend) => {
    const own = desk({ STAND_IN_BACKEND: backend })
    expect(await own.exited).toBe(1)
    expect(own.errorBoxes.join()).toContain('--key-file')
  })
  it("come from the system's key store, and another user's do not open the data", async () => {
    expect(await problem(desk())).toBeNull()
    const wrapped = JSON.parse(readFileSync(join(home, 'desk', 'data-key.json'), 'utf8'))
    expect(wrapped.provider).toBe('safe-storage')
    expect(await problem(desk())).toBeNull()
    expect(await problem(desk({ STAND_IN_USER: 'somebody else' }))).toBe('wrong-key')
  })
})

it('starts only once', async () => {
  const second = startElectronHost(['--demo'], { ...place, STAND_IN_SECOND: '1' })
  expect(await second.exited).toBe(0)
})
