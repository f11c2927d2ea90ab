import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, createServer as createTcpServer, Socket } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  type CentralApi,
  createCentralApi,
  generateDeviceKey,
  type HttpOptions,
} from '../../../src/main/services/central-api/index.ts'
import { noteHooks } from '../../helpers/enrolled-kiosk.ts'
import { createServers } from '../../helpers/listen.ts'
import { writePacket } from '../../helpers/packet.ts'

const ID = '0198f000-0000-7000-8000-000000000001'
const NOW = new Date('2026-11-23T02:15:00Z')
const TOKEN = JSON.stringify({ access_token: 'token', token_type: 'Bearer', expires_in: 900 })
const HEALTH = JSON.stringify({ service: 'lpse-central', demo: false, time: NOW.toISOString() })
const TUS = { 'tus-resumable': '1.0.0' }
const MIB = 1024 * 1024

const { listen, stopAll } = createServers()
afterEach(stopAll)

async function client(baseUrl: string, http: HttpOptions, chunkBytes?: number): Promise<CentralApi> {
  const { privateKey } = await generateDeviceKey()
  return createCentralApi({
    baseUrl,
    getCredentials: () => ({ deviceId: ID, privateKey }),
    getReceiptKey: () => null,
    clock: { now: () => NOW },
    http,
    ...(chunkBytes === undefined ? {} : { chunkBytes }),
  })
}

/** A server that gives tokens, begins uploads, and does this with their bytes. */
const uploadServer = (takeBytes: (request: IncomingMessage, response: ServerResponse) => void) =>
  createServer((request, response) => {
    if (request.url === '/v1/token')
      response.writeHead(200, { 'content-type': 'application/json' }).end(TOKEN)
    else if (request.method === 'POST') response.writeHead(201, { ...TUS, location: 'uploads/1' }).end()
    else if (request.method === 'PATCH') takeBytes(request, response)
    else response.writeHead(500).end()
  })

describe('time-outs', () => {
  test('when nothing is set: 30 s to connect, 60 s of silence, 150 s for the whole answer', async () => {
    const line = await listen(createServer((_request, response) => response.end(HEALTH)))
    const api = await client(line.url, {})
    const connecting = vi.spyOn(globalThis, 'setTimeout')
    const silence = vi.spyOn(Socket.prototype, 'setTimeout')
    const whole = vi.spyOn(AbortSignal, 'timeout')
    try {
      expect(await api.health()).toMatchObject({ ok: true })
      expect(connecting.mock.calls.map(([, ms]) => ms)).toContain(30_000)
      expect(silence.mock.calls.map(([ms]) => ms)).toContain(60_000)
      expect(whole.mock.calls).toEqual([[150_000]])
    } finally {
      vi.restoreAllMocks()
    }
  })

  test('sending stalls: given up after the idle time, and nothing is counted as sent', async () => {
    const { url } = await listen(uploadServer(() => undefined))
    const api = await client(url, { connectTimeoutMs: 5_000, idleTimeoutMs: 400 }, 16 * MIB)
    const hooks = noteHooks()
    const started = performance.now()
    const answer = await api.submit(writePacket(ID, new Uint8Array(16 * MIB)), hooks)
    expect(answer).toEqual({ ok: false, error: { kind: 'offline', detail: 'ETIMEDOUT' } })
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(hooks).toMatchObject({ urls: [expect.any(String)], progress: [] })
  })

  test('a slow line is not cut off while bytes still travel, however long all of them take', async () => {
    const idleTimeoutMs = 1_000
    let tookMs = 0
    const { url } = await listen(
      uploadServer((request, response) => {
        const started = performance.now()
        let left = 0
        // 2 MiB, a rest, 2 MiB …: far more than the system's own buffers hold.
        const rest = (): void => {
          request.pause()
          left = 2 * MIB
          setTimeout(() => request.resume(), 150)
        }
        request.on('data', (piece: Buffer) => {
          left -= piece.length
          if (left <= 0) rest()
        })
        request.on('end', () => {
          tookMs = performance.now() - started
          response.writeHead(503).end()
        })
        rest()
      }),
    )
    const api = await client(url, { connectTimeoutMs: 5_000, idleTimeoutMs }, 64 * MIB)
    const answer = await api.submit(writePacket(ID, new Uint8Array(40 * MIB)), noteHooks())
    // The answer at the end came through: 503, not a time-out.
    expect(answer).toEqual({ ok: false, error: { kind: 'later', status: 503 } })
    expect(tookMs).toBeGreaterThan(2 * idleTimeoutMs)
  })

  test('connecting may take longer than a kept connection rests', async () => {
    const target = await listen(createServer((_request, response) => response.end(HEALTH)))
    const slow = await listen(
      createTcpServer((socket) => {
        const upstream = connect(target.port, '127.0.0.1')
        upstream.on('error', () => undefined)
        setTimeout(() => socket.pipe(upstream).pipe(socket), 1_300)
      }),
    )
    const api = await client(slow.url, { connectTimeoutMs: 20_000, idleTimeoutMs: 20_000 })
    expect(await api.health()).toMatchObject({ ok: true })
  })
})

describe('a connection', () => {
  test('is kept for the next call, but no longer than a second', async () => {
    let connections = 0
    const server = createServer((_request, response) => response.end(HEALTH))
    server.keepAliveTimeout = 60_000
    server.on('connection', () => {
      connections += 1
    })
    const line = await listen(server)
    const api = await client(line.url, { connectTimeoutMs: 20_000, idleTimeoutMs: 20_000 })
    for (let call = 0; call < 4; call += 1) expect(await api.health()).toMatchObject({ ok: true })
    expect(connections).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(line.connections()).toBe(0)
    expect(await api.health()).toMatchObject({ ok: true })
    expect(connections).toBe(2)
  })

  test('that a server closes right after its answer costs the next call nothing', async () => {
    const server = createServer((_request, response) => {
      response.end(HEALTH)
      response.on('finish', () => setImmediate(() => response.socket?.destroy()))
    })
    const line = await listen(server)
    const api = await client(line.url, { connectTimeoutMs: 20_000, idleTimeoutMs: 20_000 })
    for (let call = 0; call < 4; call += 1) {
      expect(await api.health()).toMatchObject({ ok: true })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })
})
