import type { IncomingMessage, ServerResponse } from 'node:http'
import type { App } from '../../app/app.ts'

/** A comment line this often keeps the connection alive and lets both sides see that it is. */
const HEARTBEAT_MS = 15_000
/** A reader that falls this far behind is cut off; it comes back and asks for a snapshot. */
const MAX_UNSENT_BYTES = 4 * 1024 * 1024
const MAX_READERS = 8

/**
 * Sends the core's events as server-sent events (WHATWG HTML 9.2), each `data:` line one
 * `{event, value}`. Readers use fetch: EventSource cannot send the bearer token.
 */
export function createEventStream(app: App) {
  const readers = new Set<ServerResponse>()
  const stopListening = app.onEvent((event) => {
    const text = `data: ${JSON.stringify(event)}\n\n`
    for (const reader of readers) sendTo(reader, text)
  })
  const heartbeat = setInterval(() => {
    for (const reader of readers) sendTo(reader, ': alive\n\n')
  }, HEARTBEAT_MS)
  heartbeat.unref()

  return {
    /** Takes over a checked request. */
    open(request: IncomingMessage, response: ServerResponse): void {
      const [oldest] = readers
      if (oldest !== undefined && readers.size >= MAX_READERS) oldest.destroy()
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      })
      response.write(': ready\n\n')
      readers.add(response)
      response.on('close', () => readers.delete(response))
      request.resume()
    },
    close(): void {
      stopListening()
      clearInterval(heartbeat)
      for (const reader of readers) reader.destroy()
    },
  }
}

function sendTo(reader: ServerResponse, text: string): void {
  if (reader.writableLength > MAX_UNSENT_BYTES) reader.destroy()
  else reader.write(text)
}
