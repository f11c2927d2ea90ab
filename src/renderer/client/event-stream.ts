import type { EventMessage } from './kiosk-client.ts'

/**
 * Splits a server-sent event stream (WHATWG HTML §9.2) into messages. Only what the core sends is
 * understood: one `event:` line and one or more `data:` lines of JSON; comments (heartbeats) are passed over.
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
  let event = ''
  const data: string[] = []
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice('event:'.length).trim()
    else if (line.startsWith('data:')) data.push(line.slice('data:'.length).trimStart())
  }
  if (event === '' || data.length === 0) return []
  try {
    const value: unknown = JSON.parse(data.join('\n'))
    return [{ event, value }]
  } catch {
    return []
  }
}
