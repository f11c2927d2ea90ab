import type { IncomingMessage } from 'node:http'

/**
 * True when the request names this very server. A page of another site whose name was re-bound to
 * 127.0.0.1 sends its own name as Host.
 */
export function namesUs(request: IncomingMessage, port: number): boolean {
  const { host } = request.headers
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`
}

/** True when no page sent the request (a script), or our own page did: its origin is the host it asked. */
export function comesFromOurPage(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return origin === undefined || origin === `http://${host}`
}

/** True for `application/json`: a foreign page cannot send that without asking first (CORS preflight). */
export function sendsJson(request: IncomingMessage): boolean {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';')
  return type.trim().toLowerCase() === 'application/json'
}
