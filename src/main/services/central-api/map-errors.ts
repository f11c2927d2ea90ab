import { isAxiosError } from 'axios'
import type { NamedParts } from '#shared/domain/submission/corrections.ts'
import type { CentralError } from './central-api.ts'
import { ProblemWire } from './wire.ts'

/** An HTTP answer as the rest of this service sees it. */
export type HttpAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** No server may silence a kiosk for longer than this, whatever it asks. */
const MAX_RETRY_AFTER_SECONDS = 24 * 60 * 60

/** We gave up waiting, because the network came back and the connection was of before: asked again, it may be answered. */
export const DROPPED: CentralError = { kind: 'offline', detail: 'dropped' }
/** Whether a request failed only because we gave it up; nothing is known of the line by that. */
export const isDropped = (error: CentralError): boolean =>
  error.kind === 'offline' && error.detail === 'dropped'

/** True when the answer is a web page: a portal, a filter or a proxy answered in the central's place. */
export const isWebPage = (answer: HttpAnswer): boolean =>
  /^(text\/html|application\/xhtml)/i.test(answer.headers['content-type'] ?? '') || /^\s*</.test(answer.body)

/**
 * Sorts an answer that is not a success (see `CentralError`); undefined for 2xx.
 *
 * A few statuses never come from the central itself: redirects and 511 (RFC 6585) from a captive portal, 407 from a
 * proxy, 403 and the like as a web page from a filter. They are all "try again later": none of them may cost a
 * submission its place in the queue. 413 stays a refusal even as a page, because a server in front may have a smaller limit.
 */
export function errorOfAnswer(answer: HttpAnswer, now: Date): CentralError | undefined {
  const { status } = answer
  if (status >= 200 && status < 300) return undefined
  if (status < 400 || status === 511) return { kind: 'captive-portal' }
  if (status === 407) return { kind: 'offline', detail: 'proxy-authentication' }
  if (status === 408 || status === 429 || status >= 500) {
    const retryAfterSeconds = readRetryAfter(answer.headers, now)
    return { kind: 'later', status, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
  }
  if (status === 401) return { kind: 'unauthorised' }
  if (status !== 413 && isWebPage(answer)) return { kind: 'captive-portal' }
  const { problem, detail, named } = readProblem(answer.body)
  if (status === 403) return { kind: 'forbidden', detail }
  return { kind: 'refused', status, problem, detail, ...(named ? { named } : {}) }
}

/**
 * `Retry-After` in seconds, or as an HTTP date (RFC 9110 section 10.2.3). A date is by the clock of whoever sent it: it
 * is held against the answer's own `Date`, because the kiosk's clock may be a day off.
 */
function readRetryAfter(headers: HttpAnswer['headers'], now: Date): number | undefined {
  const value = headers['retry-after']
  if (value === undefined) return undefined
  const sentAt = Date.parse(headers.date ?? '')
  const from = Number.isNaN(sentAt) ? now.getTime() : sentAt
  const seconds = /^\s*\d+\s*$/.test(value) ? Number(value) : (Date.parse(value) - from) / 1000
  if (Number.isNaN(seconds)) return undefined
  return Math.min(MAX_RETRY_AFTER_SECONDS, Math.max(0, Math.ceil(seconds)))
}

/** The problem's short name (the last part of its `type` URN), its detail, and the parts it names. */
function readProblem(body: string): { problem: string; detail: string; named?: NamedParts } {
  try {
    const parsed = ProblemWire.safeParse(JSON.parse(body))
    if (parsed.success) {
      const { type, detail, fields, photos } = parsed.data
      const problem = type.slice(type.lastIndexOf(':') + 1) || 'unknown'
      const named = fields || photos ? { fields: fields ?? [], photos: photos ?? [] } : undefined
      return { problem, detail: detail ?? '', ...(named ? { named } : {}) }
    }
  } catch {
    // Not JSON: a server in front of the central answered.
  }
  return { problem: 'unknown', detail: '' }
}

/** Sorts a failure to get any answer. Only the failure's code is kept: messages may name addresses. */
export function errorOfFailure(cause: unknown): CentralError {
  if (!isAxiosError(cause)) throw cause
  // axios has one code for an answer that is too large and for one that was cut off; only the text differs.
  if (cause.message.startsWith('maxContentLength')) return { kind: 'unreadable', detail: 'answer-too-large' }
  if (cause.code === 'ERR_CANCELED') return { kind: 'offline', detail: 'aborted' }
  return { kind: 'offline', detail: cause.code ?? 'no-answer' }
}
