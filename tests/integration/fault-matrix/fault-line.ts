import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What a request meets instead of the central, or what becomes of the central's answer. */
export type Fault =
  | { readonly kind: 'pass' | 'reset' | 'stalled' | 'half-body' }
  | { readonly kind: 'slow'; readonly ms: number }
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }
  /** Passes the request on and gives the central's answer changed. */
  | { readonly kind: 'change'; readonly body: (body: string) => string }
  /** Passes the request on with one bit turned over. */
  | { readonly kind: 'corrupt' }

/** A line between kiosk and central that is broken in every way of the fault matrix. */
export type FaultLine = {
  readonly url: string
  /** Decides about every request (`METHOD path`). */
  fault: (request: string) => Fault
  /** Nothing listens at its address any more, until `listen()`. */
  refuse(): Promise<void>
  listen(): Promise<void>
  stop(): Promise<void>
}

const PASS: Fault = { kind: 'pass' }

/** Starts it on a free port in front of `target`. */
export async function startFaultLine(target: () => string): Promise<FaultLine> {
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy())
  })
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const fault = line.fault(`${request.method} ${request.url}`)
    switch (fault.kind) {
      case 'stalled':
        return
      case 'reset':
        request.socket.resetAndDestroy()
        return
      case 'answer':
        response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers })
        response.end(fault.body ?? '{}')
        return
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, fault.ms))
        break
      case 'corrupt':
        body.writeUInt8(body.readUInt8(body.length - 1) ^ 1, body.length - 1)
    }
    forward(request, body, response, fault)
  }
  function forward(request: IncomingMessage, body: Buffer, response: ServerResponse, fault: Fault): void {
    const { method, url, headers } = request
    const onward = httpRequest(new URL(target()), { method, path: url, headers }, (answer) => {
      void buffer(answer).then((bytes) => {
        const { 'content-length': _, ...others } = answer.headers
        const text = fault.kind === 'change' ? Buffer.from(fault.body(bytes.toString())) : bytes
        response.writeHead(answer.statusCode ?? 502, { ...others, 'content-length': text.length })
        if (fault.kind === 'half-body')
          response.write(text.subarray(0, text.length / 2), () => response.destroy())
        else response.end(text)
      })
    })
    onward.on('error', () => response.destroy())
    onward.end(body)
  }
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await listen(0)
  const { port } = server.address() as AddressInfo
  const line: FaultLine = {
    url: `http://127.0.0.1:${port}`,
    fault: () => PASS,
    refuse: close,
    listen: () => listen(port),
    stop: close,
  }
  return line
}
