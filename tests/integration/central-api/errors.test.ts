import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import {
  type CentralApi,
  createCentralApi,
  generateDeviceKey,
} from '../../../src/main/services/central-api/index.ts'
import { noteHooks } from '../../helpers/enrolled-kiosk.ts'
import { type OddServer, startOddServer } from '../../helpers/odd-server.ts'
import { makeArchive, writePacket } from '../../helpers/packet.ts'

const NOW = new Date('2026-11-23T02:15:00Z')
const ID = '0198f000-0000-7000-8000-000000000001'
const TOKEN = JSON.stringify({ access_token: 'token', token_type: 'Bearer', expires_in: 900 })

let server: OddServer | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

type Answer = { status?: number; headers?: Record<string, string>; body?: string }

const reply = (response: ServerResponse, { status = 200, headers = {}, body = '' }: Answer): void => {
  response.sendDate = false
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}

/** A client of a server that gives out tokens, and otherwise answers this. */
async function clientOf(
  answer: Answer | ((response: ServerResponse) => void),
  timeoutMs?: number,
): Promise<CentralApi> {
  server = await startOddServer((request, response) => {
    if (request.url === '/v1/token') reply(response, { body: TOKEN })
    else if (typeof answer === 'function') answer(response)
    else reply(response, answer)
  })
  return client(server.url, timeoutMs)
}

async function client(baseUrl: string, timeoutMs = 300): Promise<CentralApi> {
  const { privateKey } = await generateDeviceKey()
  return createCentralApi({
    baseUrl,
    getCredentials: () => ({ deviceId: ID, privateKey }),
    getReceiptKey: () => null,
    clock: { now: () => NOW },
    http: { connectTimeoutMs: timeoutMs, idleTimeoutMs: timeoutMs },
  })
}

const PAST_DEADLINE = { ok: false, error: { kind: 'offline', detail: 'deadline' } }

/** Never idle, never done. */
function trickle(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'tus-resumable': '1.0.0' })
  const drip = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(drip))
}

const page = { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Login Wi-Fi</title>' }
const problem = (status: number, name: string, more = {}) => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({ type: `urn:lpse-central:problem:${name}`, title: 'x', status, ...more }),
})

describe('an answer is sorted by what the queue must do about it', () => {
  test.each<[string, Answer, object]>([
    [
      '503 with seconds',
      { status: 503, headers: { 'retry-after': '120' } },
      { kind: 'later', status: 503, retryAfterSeconds: 120 },
    ],
    [
      '429 with a date',
      { status: 429, headers: { 'retry-after': 'Mon, 23 Nov 2026 02:16:30 GMT' } },
      { kind: 'later', status: 429, retryAfterSeconds: 90 },
    ],
    ...['22', '23', '24'].map((day): [string, Answer, object] => [
      `a date by a central whose clock shows the ${day}th`,
      {
        status: 503,
        headers: {
          date: new Date(`2026-11-${day}T02:15:00Z`).toUTCString(),
          'retry-after': new Date(`2026-11-${day}T02:17:00Z`).toUTCString(),
        },
      },
      { kind: 'later', status: 503, retryAfterSeconds: 120 },
    ]),
    [
      'a date gone by',
      { status: 429, headers: { 'retry-after': 'Mon, 23 Nov 2026 02:00:00 GMT' } },
      { kind: 'later', status: 429, retryAfterSeconds: 0 },
    ],
    [
      'a wait of a year',
      { status: 503, headers: { 'retry-after': '31536000' } },
      { kind: 'later', status: 503, retryAfterSeconds: 86_400 },
    ],
    [
      'a wait in no known form',
      { status: 503, headers: { 'retry-after': 'soon' } },
      { kind: 'later', status: 503 },
    ],
    ['408', { status: 408 }, { kind: 'later', status: 408 }],
    ['500 as a page', { status: 500, ...page }, { kind: 'later', status: 500 }],
    ['401 twice', { status: 401 }, { kind: 'unauthorised' }],
    [
      '403',
      problem(403, 'blocked', { detail: 'Device blocked.' }),
      { kind: 'forbidden', detail: 'Device blocked.' },
    ],
    [
      '409',
      problem(409, 'submission-conflict'),
      { kind: 'refused', status: 409, problem: 'submission-conflict', detail: '' },
    ],
    ['413', problem(413, 'too-large'), { kind: 'refused', status: 413, problem: 'too-large', detail: '' }],
    [
      '413 of a server in front',
      { status: 413, ...page },
      { kind: 'refused', status: 413, problem: 'unknown', detail: '' },
    ],
    [
      '422',
      problem(422, 'invalid-input', { detail: 'x' }),
      { kind: 'refused', status: 422, problem: 'invalid-input', detail: 'x' },
    ],
    ['418 without a body', { status: 418 }, { kind: 'refused', status: 418, problem: 'unknown', detail: '' }],
    ['200 with a page', { status: 200, ...page }, { kind: 'captive-portal' }],
    ['a page that says it is JSON', { status: 200, body: page.body }, { kind: 'captive-portal' }],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://login.example/' } },
      { kind: 'captive-portal' },
    ],
    ['511 (RFC 6585)', { status: 511, ...page }, { kind: 'captive-portal' }],
    ['403 of a web filter', { status: 403, ...page }, { kind: 'captive-portal' }],
    ['407 of a proxy', { status: 407 }, { kind: 'offline', detail: 'proxy-authentication' }],
    ['200 with half an answer', { body: '{"items":[' }, { kind: 'unreadable', detail: 'not-json' }],
    ['200 of another shape', { body: '{"items":[]}' }, { kind: 'unreadable', detail: 'unexpected: cursor' }],
    [
      '200 without end',
      { body: JSON.stringify('x'.repeat(2_000_000)) },
      { kind: 'unreadable', detail: 'answer-too-large' },
    ],
  ])('%s', async (_name, answer, error) => {
    const api = await clientOf(answer)
    expect(await api.changes('')).toEqual({ ok: false, error })
  })

  test('an entry of the feed that cannot be read hides no other, and is told without its contents', async () => {
    const good = { submissionId: ID, state: 'aktif', at: '2026-11-23T02:15:00Z' }
    const items = [
      { ...good, state: 'hilang' },
      good,
      { ...good, at: 'kemarin', dueBy: 'besok' },
      'Budi Contoh',
    ]
    const api = await clientOf({ body: JSON.stringify({ items, cursor: '4' }) })
    expect(await api.changes('')).toEqual({
      ok: true,
      value: {
        items: [good],
        unreadable: [
          { submissionId: ID, fields: ['state'] },
          { submissionId: ID, fields: ['at', 'dueBy'] },
          { submissionId: null, fields: ['(all)'] },
        ],
        cursor: '4',
      },
    })
  })

  const access = {
    id: 'a1',
    perwakilan: 'pemda',
    peran: 'ppk',
    instansi: { code: '62', name: 'Pemerintah Provinsi Kalimantan Tengah' },
    satuanKerja: { code: '62-01', name: 'Sekretariat Daerah' },
    akhirBerlaku: '2026-12-31',
    state: 'aktif',
  }
  test.each<[string, unknown]>([
    ['no list', { accesses: 'banyak' }],
    ['one of them broken', { accesses: [access, { ...access, id: 'a2', peran: 'root' }] }],
    ['two with one id', { accesses: [access, access] }],
    [
      'more than anybody holds',
      { accesses: Array.from({ length: 101 }, (_, n) => ({ ...access, id: `a${n}` })) },
    ],
  ])('accesses that make no sense are not told at all: %s', async (_name, body) => {
    const api = await clientOf({ body: JSON.stringify(body) })
    expect(await api.accesses({ visitId: ID, nik: '6271011708900001' })).toMatchObject({
      ok: false,
      error: { kind: 'unreadable' },
    })
  })

  test('no answer in time is offline', async () => {
    const api = await clientOf(() => undefined)
    expect(await api.changes('')).toEqual({ ok: false, error: { kind: 'offline', detail: 'ETIMEDOUT' } })
  })

  test.each<[string, (api: CentralApi) => Promise<unknown>]>([
    ['the health', (api) => api.health()],
    ['the changes feed', (api) => api.changes('')],
    ['the recipients', (api) => api.recipients(null)],
    ['a reference list', (api) => api.reference('instansi', null)],
  ])('%s: an answer that trickles without end is offline', async (_name, ask) => {
    const api = await clientOf(trickle)
    expect(await ask(api)).toEqual(PAST_DEADLINE)
  })

  test('a reference list may be larger than other answers, up to 16 MiB', async () => {
    const items = Array.from({ length: 80_000 }, (_, n) => ({
      code: `D.${n}`,
      name: `Satuan Kerja Contoh Nomor ${n} pada Dinas Contoh`,
      parent: 'D',
    }))
    const body = JSON.stringify({ list: 'satuan-kerja', items })
    expect(body.length).toBeGreaterThan(6 * 1024 * 1024)
    const whole = await clientOf({ body, headers: { etag: '"1"' } }, 10_000)
    expect(await whole.reference('satuan-kerja', null)).toEqual({
      ok: true,
      value: { kind: 'list', items, etag: '"1"' },
    })
    await server?.stop()
    const endless = await clientOf({ body: JSON.stringify('x'.repeat(17 * 1024 * 1024)) }, 10_000)
    expect(await endless.reference('satuan-kerja', null)).toEqual({
      ok: false,
      error: { kind: 'unreadable', detail: 'answer-too-large' },
    })
  })

  test('a token that trickles without end is offline', async () => {
    server = await startOddServer((_request, response) => trickle(response))
    expect(await (await client(server.url)).changes('')).toEqual(PAST_DEADLINE)
  })

  test('a connection that breaks off is offline', async () => {
    const before = await clientOf((response) => response.destroy())
    expect(await before.changes('')).toMatchObject({ ok: false, error: { kind: 'offline' } })
    await server?.stop()
    const within = await clientOf((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"items"', () => response.destroy())
    })
    expect(await within.changes('')).toMatchObject({ ok: false, error: { kind: 'offline' } })
  })

  test('nobody there, no such name, or no TLS is offline', async () => {
    const gone = await startOddServer(() => undefined)
    await gone.stop()
    expect(await (await client(gone.url)).health()).toEqual({
      ok: false,
      error: { kind: 'offline', detail: 'ECONNREFUSED' },
    })
    expect(await (await client('https://central.invalid')).health()).toMatchObject({
      error: { kind: 'offline' },
    })
    server = await startOddServer(() => undefined)
    const tls = await client(server.url.replace('http:', 'https:'))
    expect(await tls.health()).toMatchObject({ ok: false, error: { kind: 'offline' } })
  })

  test('addresses and phone numbers travel in the clear only within this machine', async () => {
    for (const address of ['http://central.example', 'http://192.168.1.10:8080', 'ftp://127.0.0.1']) {
      expect(await (await client(address)).emailRegistered('a@b.id')).toEqual({
        ok: false,
        error: { kind: 'forbidden', detail: 'https-required' },
      })
    }
    expect(await (await client('central')).health()).toEqual({
      ok: false,
      error: { kind: 'offline', detail: 'address-invalid' },
    })
  })

  test('another service at that address is unreadable', async () => {
    const api = await clientOf({ body: '{"service":"other","demo":false,"time":"2026-11-23T02:15:00Z"}' })
    expect(await api.health()).toMatchObject({ ok: false, error: { kind: 'unreadable' } })
  })

  test('health tells how far the clocks are apart', async () => {
    const api = await clientOf({
      body: '{"service":"lpse-central","demo":false,"time":"2026-11-22T02:15:00Z"}',
    })
    expect(await api.health()).toMatchObject({ ok: true, value: { skewSeconds: 86_400 } })
  })

  test.each<[string, Answer, object]>([
    ['of another shape', { body: '{"ok":true}' }, { kind: 'later', status: 200 }],
    ['that is no JSON', { body: 'ok' }, { kind: 'later', status: 200 }],
    ['without end', { body: JSON.stringify('x'.repeat(2_000_000)) }, { kind: 'later', status: 200 }],
    ['that refuses us', { status: 400 }, { kind: 'unauthorised' }],
    ['that blocks us', { status: 403 }, { kind: 'forbidden', detail: '' }],
    ['of a portal', page, { kind: 'captive-portal' }],
  ])('a token answer %s is no fault of what was to be sent', async (_name, answer, error) => {
    server = await startOddServer((_request, response) => reply(response, answer))
    expect(await (await client(server.url)).changes('')).toEqual({ ok: false, error })
  })

  test('before enrolment nothing is sent', async () => {
    server = await startOddServer((_request, response) => reply(response, {}))
    const api = createCentralApi({
      baseUrl: server.url,
      getCredentials: () => null,
      getReceiptKey: () => null,
      clock: { now: () => NOW },
    })
    expect(await api.changes('')).toEqual({ ok: false, error: { kind: 'unauthorised' } })
    expect(server.requests).toEqual([])
  })
})

describe('while uploading', () => {
  const upload = async (answer: Answer | ((response: ServerResponse) => void)) => {
    const api = await clientOf(answer)
    const packet = writePacket(ID, await makeArchive([{ name: 'x', data: 'x' }]))
    return api.submit(packet, noteHooks())
  }

  test.each<[string, Answer, object]>([
    ['a page', page, { kind: 'captive-portal' }],
    [
      '503',
      { status: 503, headers: { 'retry-after': '7' } },
      { kind: 'later', status: 503, retryAfterSeconds: 7 },
    ],
    ['413', problem(413, 'too-large'), { kind: 'refused', status: 413, problem: 'too-large', detail: '' }],
    ['401 twice', { status: 401 }, { kind: 'unauthorised' }],
    ['423', { status: 423 }, { kind: 'later', status: 423 }],
    ['uploads lost again and again', problem(404, 'upload-unknown'), { kind: 'later', status: 404 }],
    ['a success that is not tus', { status: 201, body: '{}' }, { kind: 'unreadable', detail: 'not-tus' }],
    [
      'tus without a place',
      { status: 201, headers: { 'tus-resumable': '1.0.0' } },
      { kind: 'unreadable', detail: 'not-tus' },
    ],
  ])('%s', async (_name, answer, error) => {
    expect(await upload(answer)).toEqual({ ok: false, error })
  })

  test('an answer that trickles without end', async () => {
    expect(await upload(trickle)).toEqual(PAST_DEADLINE)
  })

  test('no answer in time', async () => {
    expect(await upload(() => undefined)).toEqual({
      ok: false,
      error: { kind: 'offline', detail: 'ETIMEDOUT' },
    })
  })

  test('a packet that is gone or changed is this submission’s trouble', async () => {
    const api = await clientOf(problem(404, 'not-found'))
    const packet = writePacket(ID, new Uint8Array(100))
    const gone = await api.submit({ ...packet, path: `${packet.path}.gone` }, noteHooks())
    expect(gone).toEqual({ ok: false, error: { kind: 'unreadable', detail: 'packet-file-missing' } })
    const changed = await api.submit({ ...packet, bytes: 99 }, noteHooks())
    expect(changed).toEqual({ ok: false, error: { kind: 'unreadable', detail: 'packet-file-changed' } })
    expect(server?.requests.filter((request) => request.includes('uploads'))).toEqual([])
  })
})
