import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createToken,
  type LoopbackServer,
  pageAddress,
  serveApp,
} from '../../../src/main/transport/loopback-http/index.ts'
import { AppError } from '../../../src/shared/domain/errors.ts'
import { createSmallApp } from './small-app.ts'

const token = createToken()
const small = createSmallApp()
let server: LoopbackServer
let port: number
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'))
  const page = join(folder, 'renderer')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Kios</title>')
  writeFileSync(join(page, 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'outside the page')
  server = await serveApp(small.app, { token, port: 0, rendererDir: page })
  port = Number(new URL(server.url).port)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  small.calls.length = 0
})

type Reply = { status: number; headers: IncomingHttpHeaders; text: string }

/** A raw request: fetch would forbid the headers that matter here, and would tidy paths up. */
function send(options: {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method: options.method ?? 'GET',
        path: options.path,
        headers: options.headers ?? {},
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}

const good = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
const call = (channel: string, body: string | Buffer = '{}', headers: Record<string, string> = {}) =>
  send({ method: 'POST', path: `/rpc/${channel}`, headers: { ...good, ...headers }, body })

function errorOf(reply: Reply): AppError {
  const answer = JSON.parse(reply.text)
  expect(answer.ok).toBe(false)
  return AppError.parse(answer.error)
}

describe('a good call', () => {
  it('answers the value and may not be cached', async () => {
    const reply = await call('app.status')
    expect(reply.status).toBe(200)
    expect(JSON.parse(reply.text)).toEqual({ ok: true, value: { ready: true } })
    expect(reply.headers['cache-control']).toBe('no-store')
  })

  it('takes an empty body for no input, localhost for 127.0.0.1 and our own page as origin', async () => {
    expect((await call('app.status', '')).status).toBe(200)
    expect(
      (await call('app.status', '{}', { Host: `localhost:${port}`, Origin: `http://localhost:${port}` }))
        .status,
    ).toBe(200)
    expect(
      (await call('app.status', '{}', { Origin: server.url, 'Sec-Fetch-Site': 'same-origin' })).status,
    ).toBe(200)
  })

  it('maps each error to a status', async () => {
    expect((await call('staff.signIn', '{"staffId":"locked","pin":"123456"}')).status).toBe(429)
  })
})

describe('bad input', () => {
  it.each(['nope', 'app.status/', '__proto__', 'constructor', '%2e%2e', ''])(
    'refuses the unknown channel "%s"',
    async (channel) => {
      const reply = await call(channel)
      expect(reply.status).toBe(404)
      expect(errorOf(reply)).toEqual({ code: 'unknown-channel' })
    },
  )

  it.each([
    ['wrong types', '{"staffId":7,"pin":[1]}'],
    ['an unknown key', '{"staffId":"a","pin":"123456","role":"admin"}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a 10 MB string', JSON.stringify({ staffId: 'x'.repeat(10_000_000), pin: '123456' })],
    ['a million nested lists', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    ['half a JSON', '{"staffId":'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ])('answers %s with invalid-input', async (_name, body) => {
    const reply = await call('staff.signIn', body)
    expect(reply.status).toBe(400)
    expect(errorOf(reply).code).toBe('invalid-input')
  })

  it.each(['with a length', 'in chunks'])(
    'answers a body over 12 MB, sent %s, with too-large',
    async (how) => {
      const body = 'x'.repeat(13_000_000)
      const headers =
        how === 'in chunks' ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': String(body.length) }
      const reply = await call('app.status', body, headers as Record<string, string>)
      expect(reply.status).toBe(413)
      expect(errorOf(reply)).toEqual({ code: 'too-large', maxBytes: 12 * 1024 * 1024 })
      expect(small.calls).toEqual([])
    },
  )

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s on a call', async (method) => {
    const reply = await send({ method, path: '/rpc/app.status', headers: good })
    expect(reply.status).toBe(404)
    expect(reply.headers.allow).toBe('POST')
    expect(small.calls).toEqual([])
  })

  it('survives a connection that breaks in the middle of a body', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST /rpc/app.status HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a"`,
        )
        setTimeout(() => socket.destroy(), 50)
      })
      socket.on('close', () => resolve())
    })
    expect((await call('app.status')).status).toBe(200)
    expect(small.calls).toEqual(['app.status'])
  })
})

describe('callers that are not ours', () => {
  const stranger: [string, Record<string, string>][] = [
    ['no token', { Authorization: '' }],
    ['a wrong token', { Authorization: `Bearer ${createToken()}` }],
    ['a cut token', { Authorization: `Bearer ${token.slice(0, -1)}` }],
    ['the token under another scheme', { Authorization: `Basic ${token}` }],
    ['a foreign origin', { Origin: 'https://example.com' }],
    ['the null origin', { Origin: 'null' }],
    ['our address on another port', { Origin: 'http://127.0.0.1:1' }],
    ['a cross-site fetch', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a foreign host', { Host: 'kiosk.example.com' }],
    ['our host name without a port', { Host: '127.0.0.1' }],
    ['a host that begins like ours', { Host: '127.0.0.1.example.com' }],
    ['a form as content type', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['plain text as content type', { 'Content-Type': 'text/plain' }],
  ]
  it.each(stranger)('refuses a call with %s', async (_name, headers) => {
    const reply = await call('app.status', '{}', headers)
    expect(reply.status).toBe(403)
    expect(errorOf(reply)).toEqual({ code: 'refused-caller' })
    expect(small.calls).toEqual([])
  })

  it.each(stranger.slice(0, 11))('refuses the event stream to %s', async (_name, headers) => {
    const reply = await send({ path: '/events', headers: { Authorization: `Bearer ${token}`, ...headers } })
    expect(reply.status).toBe(403)
  })

  it('does not take the token from the address', async () => {
    const reply = await send({
      method: 'POST',
      path: `/rpc/app.status?token=${token}`,
      headers: { 'Content-Type': 'application/json' },
    })
    expect(reply.status).toBe(403)
  })

  it('refuses the page too when the host is foreign', async () => {
    expect((await send({ path: '/', headers: { Host: 'rebound.example.com' } })).status).toBe(403)
  })

  it('listens on no other address than loopback', async () => {
    const refused = await new Promise<boolean>((resolve) => {
      // 127.0.0.2 is this machine as well: a server on all addresses would answer there.
      const socket = connect(port, '127.0.0.2')
      socket.on('connect', () => resolve(false))
      socket.on('error', () => resolve(true))
    })
    expect(refused).toBe(true)
  })
})

describe('events', () => {
  it('reach a reader in order; one that leaves disturbs nobody', async () => {
    const aborted = new AbortController()
    const response = await fetch(`${server.url}/events`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: aborted.signal,
    })
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = (await reader?.read())?.value ?? ''
    small.emit({ event: 'visit', value: { step: 'S1' } })
    small.emit({ event: 'visit', value: { name: 'baris\nbaru' } })
    while (!text.includes('baris')) text += (await reader?.read())?.value ?? ''
    expect(text).toBe(
      ': ready\n\ndata: {"event":"visit","value":{"step":"S1"}}\n\ndata: {"event":"visit","value":{"name":"baris\\nbaru"}}\n\n',
    )
    aborted.abort()
    small.emit({ event: 'visit', value: 'nobody listens' })
    expect((await call('app.status')).status).toBe(200)
  })
})

describe('the page', () => {
  it('is served with its policy', async () => {
    const reply = await send({ path: '/' })
    expect(reply.status).toBe(200)
    expect(reply.text).toContain('<title>Kios</title>')
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.headers['cache-control']).toBe('no-store')
    const policy = String(reply.headers['content-security-policy'])
    for (const part of [
      "default-src 'self'",
      "frame-ancestors 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "connect-src 'self'",
    ]) {
      expect(policy).toContain(part)
    }
    expect(policy).not.toMatch(/https?:|\*|'unsafe-inline'|'unsafe-eval'/)
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
    expect(reply.headers['referrer-policy']).toBe('no-referrer')
  })

  it('keeps files with a hash in their name', async () => {
    const reply = await send({ path: '/assets/app-1a2b.js?v=1' })
    expect(reply.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(reply.headers['cache-control']).toContain('immutable')
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/assets',
    '/index.html/',
    '/%00',
  ])('does not serve %s', async (path) => {
    const reply = await send({ path })
    expect(reply.status).toBe(404)
    expect(reply.text).not.toContain('outside')
  })

  it('is read only', async () => {
    expect((await send({ method: 'POST', path: '/', headers: good })).headers.allow).toBe('GET, HEAD')
    const head = await send({ method: 'HEAD', path: '/' })
    expect([head.status, head.text]).toEqual([200, ''])
  })

  it('gets the token in the fragment, which no server sees', () => {
    const address = new URL(pageAddress(server.url, token))
    expect(address.hash).toBe(`#token=${token}`)
    expect(address.pathname + address.search).toBe('/')
  })
})

it('says when the port is taken, and frees it when closed', async () => {
  await expect(serveApp(small.app, { token, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  const other = await serveApp(small.app, { token, port: 0 })
  const samePort = Number(new URL(other.url).port)
  await other.close()
  await (await serveApp(small.app, { token, port: samePort })).close()
})
