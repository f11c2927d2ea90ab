import type { ServerResponse } from 'node:http'
import type { Answer, AppError } from '#shared/domain/errors.ts'

/** HTTP status of each error, so that `curl --fail` and proxies' logs make sense; the body says exactly what it is. */
const STATUS = {
  'unknown-channel': 404,
  'invalid-input': 400,
  'too-large': 413,
  'refused-caller': 403,
  'not-signed-in': 401,
  forbidden: 403,
  locked: 423,
  'pin-wrong': 401,
  'pin-locked': 429,
  'not-found': 404,
  'wrong-state': 409,
  form: 422,
  'intake-stopped': 503,
  central: 502,
  camera: 503,
  store: 503,
  unexpected: 500,
} as const satisfies Record<AppError['code'], number>

/** Sends what the core answered. */
export function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  headers: Record<string, string> = {},
): void {
  const body = JSON.stringify(answer)
  response
    .writeHead(answer.ok ? 200 : STATUS[answer.error.code], {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      // Answers carry personal data: no cache may keep them.
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    })
    .end(body)
}

/** Refuses a request with a typed error, optionally under another status than the error's own. */
export function refuse(
  response: ServerResponse,
  error: AppError,
  headers: Record<string, string> = {},
): void {
  sendAnswer(response, { ok: false, error }, headers)
}

/** `invalid-input` for a body that is not even JSON. */
export const invalidBody = (message: string): AppError => ({
  code: 'invalid-input',
  issues: [{ path: '', message }],
})
