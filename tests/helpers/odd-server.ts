import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from './listen.ts'

/** An HTTP server that answers as it is told: for what a well-behaved central never does. */
export type OddServer = {
  readonly url: string
  /** Requests so far, `METHOD path`. */
  readonly requests: string[]
  stop(): Promise<void>
}

/** Starts it on a free port. */
export async function startOddServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<OddServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    request.resume()
    answer(request, response)
  })
  const { url, stop } = await listen(server)
  return { url, requests, stop }
}
