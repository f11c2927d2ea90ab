import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client'
import type { CentralError } from './central-api.ts'
import type { LinkFit } from './link-fit.ts'
import { type HttpAnswer, isWebPage } from './map-errors.ts'
import type { Authorised } from './token.ts'

/** Carries a sorted error through tus-js-client, which only knows exceptions. */
export class UploadFailure extends Error {
  readonly central: CentralError

  constructor(central: CentralError) {
    super(central.kind)
    this.central = central
  }
}

/**
 * Lets tus-js-client speak through our own HTTP: one place for time-outs, proxy, certificates and tokens. A token
 * that ends in the middle of an upload is renewed without tus noticing. What it sees of the link, `fit` is told.
 */
export function tusHttpStack(authorised: Authorised, fit: LinkFit, now: () => Date): HttpStack {
  return {
    getName: () => 'kiosk',
    createRequest: (method, url) => createRequest(authorised, fit, now, method, url),
  }
}

function createRequest(
  authorised: Authorised,
  fit: LinkFit,
  now: () => Date,
  method: string,
  url: string,
): HttpRequest {
  const headers: Record<string, string> = {}
  const abortion = new AbortController()
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => {
      headers[name.toLowerCase()] = value
    },
    getHeader: (name) => headers[name.toLowerCase()],
    // Progress is told chunk by chunk: what counts is what the central has acknowledged.
    setProgressHandler: () => undefined,
    getUnderlyingObject: () => undefined,
    abort: async () => abortion.abort(),
    async send(body: Uint8Array | null | undefined) {
      const started = now().getTime()
      const answer = await authorised({
        method,
        url,
        headers,
        signal: abortion.signal,
        // tus asks for an explicit length on creation too (RFC 9110 section 8.6).
        ...(body ? { body } : {}),
      })
      if (!answer.ok) {
        if (answer.error.kind === 'offline' && !abortion.signal.aborted) fit.broke()
        throw new UploadFailure(answer.error)
      }
      if (body && answer.value.status < 300) fit.arrived(body.length, now().getTime() - started)
      refuseForeignAnswer(answer.value)
      return toTusResponse(answer.value)
    },
  }
}

/** Every tus answer carries `Tus-Resumable`; a success without it was given by somebody else. */
function refuseForeignAnswer(answer: HttpAnswer): void {
  if (answer.status >= 300 || answer.headers['tus-resumable'] !== undefined) return
  throw new UploadFailure(
    isWebPage(answer) ? { kind: 'captive-portal' } : { kind: 'unreadable', detail: 'not-tus' },
  )
}

function toTusResponse(answer: HttpAnswer): HttpResponse {
  return {
    getStatus: () => answer.status,
    getHeader: (name) => answer.headers[name.toLowerCase()],
    getBody: () => answer.body,
    getUnderlyingObject: () => answer,
  }
}
