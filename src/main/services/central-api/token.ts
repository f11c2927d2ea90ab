import { randomUUID } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { CentralError, DeviceCredentials } from './central-api.ts'
import { type Http, type HttpCall, readJson } from './http.ts'
import type { HttpAnswer } from './map-errors.ts'
import { TokenWire } from './wire.ts'

/** Name of the central as the audience of an assertion (openapi.yaml, `/v1/token`). */
const AUDIENCE = 'urn:lpse-central'
const ASSERTION_SECONDS = 120
/** A token is renewed this long before it ends, so that it does not end on the way. */
const EARLY_MS = 30_000
/** From this difference on, a refused assertion is tried again by the central's clock. */
const SKEW_MS = 30_000

type Token = { readonly deviceId: string; readonly value: string; readonly until: number }

/**
 * A refused identity and an unreadable token are no fault of the submission that happens to be sent: the one stops the
 * queue, after the other all of it waits.
 */
function notTheSubmissions(error: CentralError, status = 200): CentralError {
  if (error.kind === 'refused') return { kind: 'unauthorised' }
  return error.kind === 'unreadable' ? { kind: 'later', status } : error
}

/** Sends requests with the device's bearer token. */
export type Authorised = (call: HttpCall) => Promise<Result<HttpAnswer, CentralError>>

/**
 * Gets bearer tokens by `private_key_jwt` (RFC 7523) and renews them; a request that is answered 401 is sent once
 * more with a new token.
 */
export function createAuthorised(
  http: Http,
  getCredentials: () => DeviceCredentials | null,
  now: () => Date,
): Authorised {
  let token: Token | undefined
  // Requests that need a token at the same time wait for the same one.
  let fetching: Promise<Result<Token, CentralError>> | undefined
  // How far the central's clock is ahead of ours, once that has mattered.
  let centralAheadMs = 0

  async function sign(credentials: DeviceCredentials): Promise<string> {
    const issuedAt = Math.floor((now().getTime() + centralAheadMs) / 1000)
    return new SignJWT({})
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
      .setIssuer(credentials.deviceId)
      .setSubject(credentials.deviceId)
      .setAudience(AUDIENCE)
      .setJti(randomUUID())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + ASSERTION_SECONDS)
      .sign(await importJWK({ ...credentials.privateKey }, 'EdDSA'))
  }

  async function exchange(credentials: DeviceCredentials): Promise<Result<HttpAnswer, CentralError>> {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await sign(credentials),
    })
    return http.send({
      method: 'POST',
      url: '/v1/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    })
  }

  async function fetchToken(credentials: DeviceCredentials): Promise<Result<Token, CentralError>> {
    let answer = await exchange(credentials)
    if (answer.ok && answer.value.status === 401 && adoptClock(answer.value))
      answer = await exchange(credentials)
    if (!answer.ok) return err(notTheSubmissions(answer.error))
    const read = readJson(TokenWire, answer.value, now())
    if (!read.ok) return err(notTheSubmissions(read.error, answer.value.status))
    const until = now().getTime() + read.value.expires_in * 1000 - EARLY_MS
    return ok({ deviceId: credentials.deviceId, value: read.value.access_token, until })
  }

  /** Takes over the central's clock from its `Date` header; true when ours differs enough to explain a refusal. */
  function adoptClock(answer: HttpAnswer): boolean {
    const theirs = Date.parse(answer.headers.date ?? '')
    if (Number.isNaN(theirs)) return false
    const ahead = theirs - now().getTime()
    const matters = Math.abs(ahead - centralAheadMs) > SKEW_MS
    if (matters) centralAheadMs = ahead
    return matters
  }

  async function currentToken(): Promise<Result<Token, CentralError>> {
    const credentials = getCredentials()
    if (credentials === null) return err({ kind: 'unauthorised' })
    if (token?.deviceId === credentials.deviceId && now().getTime() < token.until) return ok(token)
    fetching ??= fetchToken(credentials).finally(() => {
      fetching = undefined
    })
    const fetched = await fetching
    if (fetched.ok) token = fetched.value
    return fetched
  }

  return async (call) => {
    const sendWith = (value: string) =>
      http.send({ ...call, headers: { ...call.headers, authorization: `Bearer ${value}` } })
    const first = await currentToken()
    if (!first.ok) return first
    const answer = await sendWith(first.value.value)
    if (!answer.ok || answer.value.status !== 401) return answer
    if (token?.value === first.value.value) token = undefined
    const second = await currentToken()
    return second.ok ? sendWith(second.value.value) : second
  }
}
