import type { EventMessage } from './kiosk-client.ts'

/**
 * Splits a server-sent event stream (WHATWG HTML §9.2) into messages. Only what the core sends is
 * understood: `data:` lines of JSON `{event, value}`; comments (heartbeats) are passed over.
 * @returns a function that takes the next piece of text and answers the messages completed by it
 */
export function createEventStreamParser(): (text: string) => EventMessage[] {
  let rest = ''
  return (text) => {
    const blocks = (rest + text.replaceAll('\r', '')).split('\n\n')
    rest = blocks.pop() ?? ''
    return blocks.flatMap(parseBlock)
  }
}

function parseBlock(block: string): EventMessage[] {
  const data = block
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice('data:'.length).trimStart())
  if (data.length === 0) return []
  try {
    const message: unknown = JSON.parse(data.join('\n'))
    return isMessage(message) ? [message] : []
  } catch {
    // Half a message of a stream that broke off: a fresh snapshot follows on reconnecting.
    return []
  }
}

function isMessage(message: unknown): message is EventMessage {
  return typeof message === 'object' && message !== null && 'event' in message && 'value' in message
}
