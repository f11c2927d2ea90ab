import type { Answer } from '#shared/domain/errors.ts'
import { toJson } from './blob-text.ts'
import { createEventStreamParser } from './event-stream.ts'
import type { Connection, KioskClient } from './kiosk-client.ts'
import { createListeners } from './listeners.ts'

const RECONNECT_FIRST_MS = 500
const RECONNECT_LONGEST_MS = 5_000

export type HttpClientOptions = {
  /** Base address of the host, without a slash at the end; '' for the page's own. */
  readonly baseUrl: string
  readonly token: string
  readonly fetch?: typeof fetch
}

const NOT_CONNECTED: Answer<never> = { ok: false, error: { code: 'unexpected', ref: 'K-NET' } }

/**
 * The client over loopback HTTP: `POST /rpc/:channel`, events as a stream from `GET /events`.
 * EventSource cannot send a bearer token, so the stream is read by fetch and opened again when it ends.
 */
export function createHttpClient({
  baseUrl,
  token,
  fetch = globalThis.fetch,
}: HttpClientOptions): KioskClient & {
  /** Ends the event stream. */
  close(): void
} {
  const listeners = createListeners()
  const connectionListeners = new Set<(connection: Connection) => void>()
  const authorization = `Bearer ${token}`
  const ended = new AbortController()

  const readEvents = async (onOpen: () => void): Promise<void> => {
    const response = await fetch(`${baseUrl}/events`, {
      headers: { authorization, accept: 'text/event-stream' },
      signal: ended.signal,
      cache: 'no-store',
    })
    if (!response.ok || !response.body) throw new Error(`events: ${response.status}`)
    onOpen()
    const parse = createEventStreamParser()
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      for (const message of parse(value)) listeners.deliver(message)
    }
  }

  const tell = (connection: Connection) => {
    for (const listener of connectionListeners) listener(connection)
  }

  const keepReading = async () => {
    let wait = RECONNECT_FIRST_MS
    while (!ended.signal.aborted) {
      try {
        await readEvents(() => {
          wait = RECONNECT_FIRST_MS
          tell('connected')
        })
      } catch {
        // A lost stream is normal when the core restarts; it is said to the listeners below.
      }
      if (ended.signal.aborted) return
      tell('lost')
      await new Promise((resolve) => setTimeout(resolve, wait))
      wait = Math.min(wait * 2, RECONNECT_LONGEST_MS)
    }
  }
  void keepReading()

  return {
    async call(channel, input) {
      try {
        const response = await fetch(`${baseUrl}/rpc/${channel}`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: toJson(input),
          cache: 'no-store',
        })
        // Every status of ours carries an Answer; the dispatcher has checked it against the contract.
        return (await response.json()) as never
      } catch {
        return NOT_CONNECTED
      }
    },
    on: listeners.on,
    onConnection(listener) {
      connectionListeners.add(listener)
      return () => void connectionListeners.delete(listener)
    },
    close: () => ended.abort(),
  }
}
