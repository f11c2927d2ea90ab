import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'

/** What comes through the pipe: an answer to one of our calls, or an event. */
const Message = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  sessionId: z.string().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
})
type Message = z.infer<typeof Message>
type Params = Readonly<Record<string, unknown>>

/** Chromium's DevTools protocol over `--remote-debugging-pipe`: JSON messages, each ended by a zero byte. */
export interface DevtoolsPipe {
  call(method: string, params?: Params, sessionId?: string): Promise<Params>
  onEvent(listen: (method: string, params: Params) => void): void
}

/** Speaks the protocol over the two pipes (file descriptors 3 and 4 of the browser). */
export function openDevtoolsPipe(toBrowser: Writable, fromBrowser: Readable): DevtoolsPipe {
  const waiting = new Map<number, { resolve(result: Params): void; reject(error: Error): void }>()
  const listeners: ((method: string, params: Params) => void)[] = []
  let nextId = 1
  let unread = ''

  const receive = (message: Message) => {
    if (message.id === undefined) {
      if (message.method !== undefined)
        for (const listen of listeners) listen(message.method, message.params ?? {})
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) call?.resolve(message.result ?? {})
    else call?.reject(new Error(message.error.message))
  }
  const closed = () => {
    for (const call of waiting.values()) call.reject(new Error('the browser has ended'))
    waiting.clear()
  }

  fromBrowser.setEncoding('utf8')
  fromBrowser.on('data', (text: string) => {
    const parts = (unread + text).split('\0')
    unread = parts.pop() ?? ''
    for (const part of parts) receive(Message.parse(JSON.parse(part)))
  })
  fromBrowser.on('close', closed)
  fromBrowser.on('error', closed)
  toBrowser.on('error', closed)

  return {
    call: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = nextId++
        waiting.set(id, { resolve, reject })
        toBrowser.write(
          `${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
        )
      }),
    onEvent: (listen) => {
      listeners.push(listen)
    },
  }
}
