import { createServer, request as httpRequest, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { listen } from '../../helpers/listen.ts'

/**
 * What happens to a request: `pass` it on; `drop` it unanswered; `lose` the answer although the central has seen it;
 * `hold` it until `release()`; pass it on late; or answer in the central's place.
 */
export type Mood =
  | 'pass'
  | 'drop'
  | 'lose'
  | 'hold'
  | { readonly delayMs: number }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }

/** A line between kiosk and central with moods. Its address stays while the central comes and goes. */
export type MoodyProxy = {
  readonly url: string
  /** Requests so far, `METHOD path`. */
  readonly requests: string[]
  /** Decides about every request (`METHOD path`); passes everything until told otherwise. */
  mood: (request: string) => Mood
  /** How many requests are held. */
  held(): number
  release(): void
  stop(): Promise<void>
}

/** Starts it on a free port in front of `target()`; a target that does not answer is a dropped request. */
export async function startMoodyProxy(target: () => string): Promise<MoodyProxy> {
  let waiting: (() => void)[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request)
      const name = `${request.method} ${request.url}`
      proxy.requests.push(name)
      const mood = proxy.mood(name)
      if (mood === 'hold') await new Promise<void>((resolve) => waiting.push(resolve))
      if (mood === 'drop') return response.destroy()
      if (typeof mood === 'object' && 'delayMs' in mood)
        await new Promise((resolve) => setTimeout(resolve, mood.delayMs))
      else if (typeof mood === 'object')
        return void response.writeHead(mood.status, mood.headers).end(JSON.stringify(mood.body ?? {}))
      forward(target(), request, body, response, mood === 'lose')
    })()
  })
  const { url, stop } = await listen(server)
  const proxy: MoodyProxy = {
    url,
    requests: [],
    mood: () => 'pass',
    held: () => waiting.length,
    release() {
      for (const go of waiting) go()
      waiting = []
    },
    stop() {
      proxy.release()
      return stop()
    },
  }
  return proxy
}

type Incoming = {
  method?: string | undefined
  url?: string | undefined
  headers: NodeJS.Dict<string | string[]>
}

function forward(target: string, request: Incoming, body: Buffer, response: ServerResponse, lose: boolean) {
  const { method, url, headers } = request
  const onward = httpRequest(new URL(target), { method, path: url, headers }, (answer) => {
    void buffer(answer).then((text) => {
      if (lose) response.destroy()
      else response.writeHead(answer.statusCode ?? 502, answer.headers).end(text)
    })
  })
  onward.on('error', () => response.destroy())
  onward.end(body)
}
