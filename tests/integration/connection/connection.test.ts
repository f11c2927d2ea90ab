import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { PIN, signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { createServers } from '../../helpers/listen.ts'
import { waitUntil } from '../../helpers/wait-until.ts'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/central-api/${name}`, import.meta.url))
const CA = fixture('ca.pem')

const { listen, stopAll } = createServers()

let central: TestCentral
let kiosk: TestKiosk
let url: string
let proxy: string
const tunnels: string[] = []

beforeAll(async () => {
  central = await startTestCentral({ demo: false })
  const target = new URL(central.url)
  // The central behind an authority that only this office knows.
  const tls = createHttpsServer(
    { cert: readFileSync(fixture('server.pem')), key: readFileSync(fixture('server-key.pem')) },
    (request, response) => {
      const { method, headers } = request
      const onward = httpRequest(new URL(request.url ?? '/', target), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      request.pipe(onward)
    },
  )
  url = `https://localhost:${(await listen(tls)).port}`
  // The office's way out, with a password.
  const forward = createServer((_request, response) => response.writeHead(405).end())
  forward.on('connect', (request, socket) => {
    const known = Buffer.from('meja:rahasia').toString('base64')
    if (request.headers['proxy-authorization'] !== `Basic ${known}`)
      return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nConnection: close\r\n\r\n')
    tunnels.push(String(request.url))
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    upstream.on('error', () => undefined).on('close', () => socket.destroy())
    return socket.on('error', () => upstream.destroy())
  })
  proxy = `http://meja:rahasia@127.0.0.1:${(await listen(forward)).port}`
  kiosk = await startTestKiosk({ systemProxy: () => undefined })
})
afterAll(async () => {
  await kiosk.remove()
  await stopAll()
  await central.stop()
})

const manual = (address: string) => ({ mode: 'manual' as const, url: address })
const NONE = { mode: 'none' } as const

test('before set-up every fault has its name, and the right way is reached', async () => {
  const tried = (connection: object) =>
    kiosk.call('app.testConnection', { url, connection: connection as never })
  expect(await tried({ proxy: NONE, caFile: null })).toMatchObject({
    kind: 'failed',
    reason: 'offline',
    detail: expect.stringMatching(/CERT|SIGNATURE/),
  })
  expect(await tried({ proxy: manual(proxy.replace('rahasia', 'salah')), caFile: CA })).toMatchObject({
    kind: 'failed',
    reason: 'offline',
  })
  expect(tunnels).toEqual([])
  expect(await tried({ proxy: manual(proxy), caFile: CA })).toMatchObject({ kind: 'reached' })
  expect(tunnels).toHaveLength(1)
  expect(await tried({ proxy: manual('http://127.0.0.1:9'), caFile: CA })).toMatchObject({
    reason: 'offline',
  })
  for (const caFile of [`${CA}.gone`, fixture('server-key.pem'), fixture('server.pem'), 'ca.pem'])
    await expect(tried({ proxy: NONE, caFile })).rejects.toMatchObject({
      error: { code: 'form', issues: [{ field: 'caFile', code: 'connection.ca-unreadable' }] },
    })
})

test('first set-up goes through the proxy to the central of the own authority, and stays so', async () => {
  const copy = `${kiosk.dataDir}.ca.pem`
  writeFileSync(copy, readFileSync(CA))
  await kiosk.call('app.setUp', {
    office: { code: '62', name: 'LPSE Contoh' },
    admin: { name: 'Sri Contoh', pin: PIN },
    central: {
      url,
      enrolmentCode: central.enrolmentCode,
      connection: { proxy: manual(proxy), caFile: copy },
    },
    deviceName: 'Kios uji',
  })
  // The stick with the authority goes away.
  rmSync(copy)
  const before = tunnels.length
  await kiosk.stop()
  kiosk = await startTestKiosk({ dataDir: kiosk.dataDir, systemProxy: () => undefined })
  await signIn(kiosk.call)
  await waitUntil('the kiosk is online', async () => (await kiosk.call('app.status', {})).network.online)
  expect(tunnels.length).toBeGreaterThan(before)
})

test('the admin changes it; the password is not shown again', async () => {
  const shown = await kiosk.call('app.setConnection', { proxy: manual(proxy) })
  expect(shown.ca).toBe('CN=Test CA')
  expect(JSON.stringify(shown)).not.toContain('rahasia')
  expect(await kiosk.call('app.connection', {})).toEqual(shown)
  // Saved again as it is shown: the password stays; another address does not get it.
  const again = shown.proxy.mode === 'manual' ? shown.proxy.url : ''
  expect(again).toContain('meja@')
  await kiosk.call('app.setConnection', { proxy: manual(again) })
  expect(await kiosk.call('app.testConnection', {})).toMatchObject({ kind: 'reached' })
  await kiosk.call('app.setConnection', { proxy: manual(again.replace('meja', 'orang')) })
  expect(await kiosk.call('app.testConnection', {})).toMatchObject({ kind: 'failed', reason: 'offline' })
  await kiosk.call('app.setConnection', { proxy: NONE })
  // What was under way still goes the old way.
  await kiosk.call('sync.now', {})
  const before = tunnels.length
  expect(await kiosk.call('app.testConnection', {})).toMatchObject({ kind: 'reached' })
  expect(tunnels).toHaveLength(before)
  expect((await kiosk.call('app.setConnection', { proxy: NONE, caFile: null })).ca).toBeNull()
  expect(await kiosk.call('app.testConnection', {})).toMatchObject({ kind: 'failed', reason: 'offline' })
})

test('after set-up nobody but an admin makes the kiosk call an address', async () => {
  const petugas = await kiosk.call('staff.add', { name: 'Petugas Contoh', role: 'petugas', pin: '904817' })
  await kiosk.call('staff.signOut', {})
  await expect(kiosk.call('app.testConnection', { url })).rejects.toMatchObject({
    error: { code: 'not-signed-in' },
  })
  await kiosk.call('staff.signIn', { staffId: petugas.id, pin: '904817' })
  await expect(kiosk.call('app.testConnection', { url })).rejects.toMatchObject({
    error: { code: 'forbidden' },
  })
})
