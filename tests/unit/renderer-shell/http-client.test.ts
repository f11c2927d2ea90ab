import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import {
  type Connection,
  createEventStreamParser,
  createHttpClient,
  takeToken,
} from '../../../src/renderer/client/index.ts'
import { listen } from '../../helpers/listen.ts'
import { openShift } from './fixtures.ts'

const cleanUps: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const { url, stop } = await listen(createServer(answer))
  cleanUps.push(stop)
  return url
}

const event = (name: string, value: unknown) => `data: ${JSON.stringify({ event: name, value })}\n\n`

describe('the event stream parser', () => {
  it('puts messages together from any pieces and passes over comments', () => {
    const text = `: ready\n\n${event('visit', null)}: alive\n\n${event('submissions', { changed: [] })}`
    for (const size of [1, 7, text.length]) {
      const parse = createEventStreamParser()
      const messages = []
      for (let at = 0; at < text.length; at += size) messages.push(...parse(text.slice(at, at + size)))
      expect(messages).toEqual([
        { event: 'visit', value: null },
        { event: 'submissions', value: { changed: [] } },
      ])
    }
  })

  it('drops what is not a message', () => {
    expect(createEventStreamParser()('data: {"event"\n\ndata: 1\n\ndata: {"event":"x"}\n\n')).toEqual([])
  })
})

describe('the HTTP client', () => {
  it('sends the token and the input, and gives the answer back as it is', async () => {
    const seen: { url: string | undefined; authorization: string | undefined; body: string }[] = []
    const url = await serve(async (request, response) => {
      if (request.url === '/events') return void response.writeHead(401).end()
      let body = ''
      for await (const piece of request) body += piece
      seen.push({ url: request.url, authorization: request.headers.authorization, body })
      response.writeHead(403, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ ok: false, error: { code: 'pin-wrong', triesLeft: 4 } }))
    })
    const client = createHttpClient({ baseUrl: url, token: 'secret' })
    cleanUps.unshift(() => client.close())
    const answer = await client.call('staff.signIn', { staffId: 'p1', pin: '999999' })
    expect(answer).toEqual({ ok: false, error: { code: 'pin-wrong', triesLeft: 4 } })
    expect(seen).toEqual([
      { url: '/rpc/staff.signIn', authorization: 'Bearer secret', body: '{"staffId":"p1","pin":"999999"}' },
    ])
  })

  it('sends pictures whole, as JSON, also where their text lies in a Blob', async () => {
    const seen: { type: string | undefined; body: string }[] = []
    const url = await serve(async (request, response) => {
      if (request.url === '/events') return void response.writeHead(401).end()
      let body = ''
      for await (const piece of request) body += piece
      seen.push({ type: request.headers['content-type'], body })
      response.end(JSON.stringify({ ok: true, value: null }))
    })
    const client = createHttpClient({ baseUrl: url, token: 'secret' })
    cleanUps.unshift(() => client.close())
    const text = 'A'.repeat(200_000)
    await client.call('visit.keepPhoto', { purpose: 'ktp', jpeg: new Blob([text]) })
    await client.call('visit.readKtp', { further: [new Blob(['QQ==']), 'Qg=='] })
    expect(seen).toEqual([
      { type: 'application/json', body: JSON.stringify({ purpose: 'ktp', jpeg: text }) },
      { type: 'application/json', body: JSON.stringify({ further: ['QQ==', 'Qg=='] }) },
    ])
  })

  it('answers a dead core with a reference instead of throwing', async () => {
    const client = createHttpClient({ baseUrl: 'http://127.0.0.1:1', token: 't' })
    cleanUps.push(() => client.close())
    expect(await client.call('app.status', {})).toEqual({
      ok: false,
      error: { code: 'unexpected', ref: 'K-NET' },
    })
  })

  it('hands events on, and opens the stream again when it ends', async () => {
    let opened = 0
    const url = await serve((_request, response) => {
      opened += 1
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(event('app.status', { ...openShift, drafts: opened }))
      if (opened === 1) response.end()
    })
    const client = createHttpClient({ baseUrl: url, token: 't' })
    cleanUps.unshift(() => client.close())
    const connections: Connection[] = []
    client.onConnection((connection) => connections.push(connection))
    const drafts: number[] = []
    await new Promise<void>((resolve) => {
      client.on('app.status', (status) => {
        drafts.push(status.drafts)
        if (drafts.length === 2) resolve()
      })
    })
    expect(drafts).toEqual([1, 2])
    expect(connections).toEqual(['connected', 'lost', 'connected'])
  })
})

describe('takeToken', () => {
  function page(hash: string) {
    const stored = new Map<string, string>()
    const addresses: string[] = []
    return {
      addresses,
      location: { hash, pathname: '/', search: '' } as Location,
      history: {
        replaceState: (_data: unknown, _title: string, url: string) => addresses.push(url),
      } as never,
      sessionStorage: {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, value: string) => stored.set(key, value),
      } as never,
    }
  }

  it('takes the token out of the address and remembers it for a reload', () => {
    const first = page('#token=abc123')
    expect(takeToken(first)).toBe('abc123')
    expect(first.addresses).toEqual(['/'])
    expect(takeToken({ ...first, location: { ...first.location, hash: '' } })).toBe('abc123')
  })

  it('answers an empty token when there is none', () => {
    expect(takeToken(page(''))).toBe('')
  })
})
