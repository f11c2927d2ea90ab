import { createServer, request as httpRequest } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { listen } from './listen.ts'

/** One request and its answer, as they went over the wire. */
export type RecordedExchange = {
  readonly method: string
  readonly url: string
  readonly requestHeaders: Record<string, string>
  readonly requestBody: Buffer
  readonly status: number
  readonly responseHeaders: Record<string, string>
  readonly responseBody: string
}

/** A proxy between client and server that notes every exchange. */
export type RecordingProxy = {
  readonly url: string
  readonly exchanges: RecordedExchange[]
  stop(): Promise<void>
}

const flat = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )

/** Forwards whole requests to `target` (`http://host:port`). */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const exchanges: RecordedExchange[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const requestBody = await buffer(request)
      const method = request.method ?? 'GET'
      const url = request.url ?? '/'
      const onward = httpRequest(
        new URL(target),
        { method, path: url, headers: request.headers },
        (answer) => {
          void buffer(answer).then((body) => {
            exchanges.push({
              method,
              url,
              requestHeaders: flat(request.headers),
              requestBody,
              status: answer.statusCode ?? 0,
              responseHeaders: flat(answer.headers),
              responseBody: body.toString('utf8'),
            })
            response.writeHead(answer.statusCode ?? 502, answer.headers).end(body)
          })
        },
      )
      onward.on('error', () => response.destroy())
      onward.end(requestBody)
    })()
  })
  const listening = await listen(server)
  return {
    url: listening.url,
    exchanges,
    stop: listening.stop,
  }
}
