import { decodeJwt, errors, importJWK, jwtVerify } from 'jose'
import type { Context } from './context.ts'
import { type Device, findDevice } from './devices.ts'
import { Problem } from './problem.ts'
import { randomSecret, sha256 } from './secrets.ts'

/** The `aud` of a client assertion. A name, not a URL: a central behind a proxy may not know its own address. */
export const TOKEN_AUDIENCE = 'urn:lpse-central'
/** Life of a bearer token, seconds. */
export const TOKEN_SECONDS = 900
/** An assertion may not be valid for longer than this (RFC 7523 section 3, rule 4), seconds. */
const ASSERTION_SECONDS = 300
/** Tolerated difference between the clocks, seconds. */
const LEEWAY_SECONDS = 60

const invalidClient = (detail: string): Problem =>
  new Problem(401, 'invalid-client', { detail, error: 'invalid_client' })

/**
 * Checks a client assertion (RFC 7523 section 3): signed by the device's enrolled key, for us, fresh, never seen.
 * Throws 401 `invalid-client`.
 */
async function verifyAssertion(ctx: Context, assertion: string): Promise<Device> {
  const issuer = readIssuer(assertion)
  const device = issuer === undefined ? undefined : findDevice(ctx, issuer)
  if (device === undefined) throw invalidClient('Unknown device.')
  const now = ctx.now()
  const claims = await jwtVerify(assertion, await importJWK(device.publicKey, 'EdDSA'), {
    algorithms: ['EdDSA'],
    audience: TOKEN_AUDIENCE,
    issuer: device.id,
    subject: device.id,
    requiredClaims: ['jti', 'exp', 'iat'],
    maxTokenAge: ASSERTION_SECONDS,
    clockTolerance: LEEWAY_SECONDS,
    currentDate: now,
  }).then(
    (verified) => verified.payload,
    (cause: unknown) => {
      throw invalidClient(cause instanceof errors.JWTExpired ? 'Assertion expired.' : 'Assertion not valid.')
    },
  )
  const { jti, exp, iat } = claims
  if (jti === undefined || exp === undefined || iat === undefined || jti.length > 200) {
    throw invalidClient('Assertion not valid.')
  }
  if (exp - iat > ASSERTION_SECONDS) throw invalidClient('Assertion valid for too long.')
  rememberAssertion(ctx, device.id, jti, (exp + LEEWAY_SECONDS) * 1000)
  return device
}

function readIssuer(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).iss
  } catch {
    throw invalidClient('Assertion not readable.')
  }
}

/** Refuses an assertion that was presented before; its id is kept for as long as it could be presented again. */
function rememberAssertion(ctx: Context, deviceId: string, jti: string, expiresAt: number): void {
  ctx.db.prepare('DELETE FROM assertions WHERE expires_at < ?').run(ctx.now().getTime())
  const added = ctx.db
    .prepare('INSERT OR IGNORE INTO assertions (device_id, jti, expires_at) VALUES (?, ?, ?)')
    .run(deviceId, jti, expiresAt)
  if (added.changes === 0) throw invalidClient('Assertion was already used.')
}

/** Exchanges a client assertion for a bearer token; only the token's digest is stored. */
export async function issueToken(ctx: Context, assertion: string): Promise<string> {
  const device = await verifyAssertion(ctx, assertion)
  const token = randomSecret((n) => ctx.random(n))
  const now = ctx.now().getTime()
  ctx.db.prepare('DELETE FROM tokens WHERE expires_at <= ?').run(now)
  ctx.db
    .prepare('INSERT INTO tokens (hash, device_id, expires_at) VALUES (?, ?, ?)')
    .run(sha256(token), device.id, now + TOKEN_SECONDS * 1000)
  return token
}

/** Finds the device behind an `Authorization` header (RFC 6750). Throws 401 `unauthorised`. */
export function authenticate(ctx: Context, authorization: string | undefined): Device {
  const token = /^Bearer ([A-Za-z0-9._~+/-]{1,200}=*)$/i.exec(authorization ?? '')?.[1]
  const row =
    token === undefined
      ? undefined
      : ctx.db
          .prepare<[string, number], { device_id: string }>(
            'SELECT device_id FROM tokens WHERE hash = ? AND expires_at > ?',
          )
          .get(sha256(token), ctx.now().getTime())
  const device = row === undefined ? undefined : findDevice(ctx, row.device_id)
  if (device !== undefined) return device
  throw new Problem(401, 'unauthorised', {
    headers: {
      'www-authenticate': token === undefined ? 'Bearer' : 'Bearer error="invalid_token"',
    },
  })
}
