import { calculateJwkThumbprint } from 'jose'
import { v4 as uuidv4 } from 'uuid'
import { z } from 'zod'
import type { Context } from './context.ts'
import { Problem } from './problem.ts'
import { randomEnrolmentCode } from './secrets.ts'

/** A public key as a kiosk sends it: Ed25519 (RFC 8037). A private part (`d`) is refused. */
export const DevicePublicKey = z
  .strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 bytes in base64url'),
    alg: z.enum(['EdDSA', 'Ed25519']).optional(),
    use: z.literal('sig').optional(),
    kid: z.string().max(200).optional(),
  })
  .transform(({ kty, crv, x }) => ({ kty, crv, x }))
export type DevicePublicKey = z.infer<typeof DevicePublicKey>

/** An enrolled kiosk. */
export type Device = {
  readonly id: string
  readonly name: string
  readonly publicKey: DevicePublicKey
  readonly office: { readonly code: string; readonly name: string }
}

type DeviceRow = { id: string; name: string; public_key: string; office_code: string; office_name: string }

/** The kiosk of that id, if it is enrolled. */
export function findDevice(ctx: Context, id: string): Device | undefined {
  const row = ctx.db.prepare<[string], DeviceRow>('SELECT * FROM devices WHERE id = ?').get(id)
  if (row === undefined) return undefined
  return {
    id: row.id,
    name: row.name,
    publicKey: DevicePublicKey.parse(JSON.parse(row.public_key)),
    office: { code: row.office_code, name: row.office_name },
  }
}

/** Makes another one-time code with which one kiosk can enrol. */
export function mintEnrolmentCode(ctx: Context): string {
  const code = randomEnrolmentCode((n) => ctx.random(n))
  ctx.db
    .prepare('INSERT INTO enrolment_codes (code, created_at) VALUES (?, ?)')
    .run(code, ctx.now().getTime())
  return code
}

/** The newest code that nobody used yet; a restart prints the same one, so that a noted code stays good. */
export function currentEnrolmentCode(ctx: Context): string {
  const row = ctx.db
    .prepare<[], { code: string }>(
      'SELECT code FROM enrolment_codes WHERE device_id IS NULL ORDER BY created_at DESC, rowid DESC LIMIT 1',
    )
    .get()
  return row?.code ?? mintEnrolmentCode(ctx)
}

/**
 * Enrols a kiosk. The same code with the same key answers the same device again: the answer to the first attempt
 * may have been lost on the way. Any other use of a used code is refused.
 */
export async function enrolDevice(
  ctx: Context,
  input: { code: string; deviceName: string; publicKey: DevicePublicKey },
): Promise<Device> {
  const thumbprint = await calculateJwkThumbprint(input.publicKey)
  const known = ctx.db
    .prepare<[string], { device_id: string | null }>('SELECT device_id FROM enrolment_codes WHERE code = ?')
    .get(input.code)
  if (known === undefined) throw new Problem(403, 'enrolment-code', { detail: 'Unknown code.' })
  if (known.device_id !== null) {
    const device = findDevice(ctx, known.device_id)
    if (device !== undefined && (await calculateJwkThumbprint(device.publicKey)) === thumbprint) return device
    throw new Problem(403, 'enrolment-code', { detail: 'This code was already used.' })
  }
  const id = uuidv4({ random: ctx.random(16) })
  ctx.db.transaction(() => {
    ctx.db
      .prepare(
        'INSERT INTO devices (id, name, public_key, office_code, office_name, enrolled_at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(
        id,
        input.deviceName,
        JSON.stringify(input.publicKey),
        ctx.office.code,
        ctx.office.name,
        ctx.now().getTime(),
      )
    const used = ctx.db
      .prepare('UPDATE enrolment_codes SET device_id = ? WHERE code = ? AND device_id IS NULL')
      .run(id, input.code)
    // Two kiosks racing with one code: only one may win.
    if (used.changes !== 1)
      throw new Problem(403, 'enrolment-code', { detail: 'This code was already used.' })
  })()
  ctx.log({ event: 'device-enrolled' })
  return { id, name: input.deviceName, publicKey: input.publicKey, office: ctx.office }
}
