import type { IncomingMessage } from 'node:http'
import { MAX_BODY_BYTES } from '../body-limit.ts'

/** How much of a refused body is still read and thrown away, so that its sender gets to see our answer. */
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-large' | 'not-json' | 'cut-off' }

/** Reads a JSON body. An empty one is `{}`, the input of calls that need none. */
export async function readJsonBody(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return { kind: 'too-large' }
  const chunks: Buffer[] = []
  let size = 0
  try {
    // `destroyOnReturn: false`: leaving the loop must not cut the connection before our answer is sent.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > MAX_BODY_BYTES) return { kind: 'too-large' }
      chunks.push(chunk)
    }
  } catch {
    return { kind: 'cut-off' }
  }
  return parse(Buffer.concat(chunks))
}

/** Reads on after a refusal and throws away, up to a limit; then the connection is cut. */
export function discardRest(request: IncomingMessage): void {
  let discarded = 0
  request.on('data', (chunk: Buffer) => {
    discarded += chunk.length
    if (discarded > MAX_DISCARDED_BYTES) request.destroy()
  })
  request.on('error', () => request.destroy())
  request.resume()
}

function parse(bytes: Buffer): Body {
  if (bytes.length === 0) return { kind: 'json', value: {} }
  try {
    return { kind: 'json', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { kind: 'not-json' }
  }
}
