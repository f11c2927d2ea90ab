import { readFileSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { connect, createServer as createTcpServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { createCentralApi, type HttpOptions } from '../../../src/main/services/central-api/index.ts'
import { createServers } from '../../helpers/listen.ts'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/central-api/${name}`, import.meta.url))
const HEALTH = JSON.stringify({ service: 'lpse-central', demo: false, time: '2026-11-23T02:15:00Z' })
const CREDENTIALS = `Basic ${Buffer.from('meja:rahasia 1').toString('base64')}`

const { listen, stopAll } = createServers()
afterEach(stopAll)

const client = (baseUrl: string, http: HttpOptions) =>
  createCentralApi({
    baseUrl,
    getCredentials: () => null,
    getReceiptKey: () => null,
    clock: { now: () => new Date('2026-11-23T02:15:00Z') },
    http,
  })

const tlsCentral = () =>
  listen(
    createHttpsServer(
      { cert: readFileSync(fixture('server.pem')), key: readFileSync(fixture('server-key.pem')) },
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end(HEALTH)
      },
    ),
  )

/** A proxy as offices have them: absolute URLs for http, CONNECT for https, with a password. */
async function officeProxy() {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(
      `${request.method} ${request.headers['proxy-authorization'] === CREDENTIALS ? 'known' : 'unknown'}`,
    )
    httpRequest(request.url ?? '', { headers: { connection: 'close' } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    }).end()
  })
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.headers['proxy-authorization'] === CREDENTIALS ? 'known' : 'unknown'}`)
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    upstream.on('error', () => undefined).on('close', () => socket.destroy())
    socket.on('error', () => upstream.destroy())
  })
  const { port } = await listen(server)
  return { seen, url: `http://meja:rahasia%201@127.0.0.1:${port}` }
}

describe('the network of an office', () => {
  test('a certificate of nobody known is offline; one of the office’s own authority is not', async () => {
    const { port } = await tlsCentral()
    const url = `https://localhost:${port}`
    const refused = await client(url, {}).health()
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'offline', detail: expect.stringMatching(/CERT|SIGNATURE/) },
    })
    expect(await client(url, { caFile: fixture('ca.pem') }).health()).toMatchObject({ ok: true })
  })

  test('a proxy with a password, for a central behind TLS', async () => {
    const { port } = await tlsCentral()
    const proxy = await officeProxy()
    const api = client(`https://localhost:${port}`, { caFile: fixture('ca.pem'), proxy: proxy.url })
    expect(await api.health()).toMatchObject({ ok: true })
    expect(proxy.seen).toEqual(['CONNECT known'])
    const unchecked = client(`https://localhost:${port}`, { proxy: proxy.url })
    expect(await unchecked.health()).toMatchObject({ ok: false, error: { kind: 'offline' } })
  })

  test('a proxy for plain HTTP', async () => {
    const { port } = await listen(createServer((_request, response) => response.end(HEALTH)))
    const proxy = await officeProxy()
    expect(await client(`http://127.0.0.1:${port}`, { proxy: proxy.url }).health()).toMatchObject({
      ok: true,
    })
    expect(proxy.seen).toEqual(['GET known'])
  })

  test('proxies named in the environment are not used: set-up decides', async () => {
    const { port } = await listen(createServer((_request, response) => response.end(HEALTH)))
    const before = process.env.HTTP_PROXY
    process.env.HTTP_PROXY = 'http://127.0.0.1:9'
    try {
      expect(await client(`http://127.0.0.1:${port}`, {}).health()).toMatchObject({ ok: true })
    } finally {
      if (before === undefined) delete process.env.HTTP_PROXY
      else process.env.HTTP_PROXY = before
    }
  })

  test('a handshake that never ends is given up after the time for connecting', async () => {
    const sockets: { destroy(): void }[] = []
    const { port } = await listen(
      createTcpServer((socket) => void sockets.push(socket.on('error', () => undefined))),
    )
    const started = performance.now()
    const api = client(`https://127.0.0.1:${port}`, { connectTimeoutMs: 200, idleTimeoutMs: 20_000 })
    expect(await api.health()).toEqual({ ok: false, error: { kind: 'offline', detail: 'ETIMEDOUT' } })
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
