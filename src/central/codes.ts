import { v4 as uuidv4 } from 'uuid'
import type { Context } from './context.ts'
import type { Device } from './devices.ts'
import { type Channel, sendMessage } from './messages.ts'
import { Problem } from './problem.ts'
import { codeMac, randomDigits, sameDigest } from './secrets.ts'

/** SOP 000#8-10 names a code but no rules; these are the kiosk's (domain.md, `akun` 8-10). */
export const CODE_LENGTH = 6
export const CODE_TRIES = 5
export const RESEND_SECONDS = 60
const CODE_SECONDS = 300
const WINDOW_CODES = 5
const WINDOW_SECONDS = 600
/** So long an accepted code says who stands at the kiosk: a visit that takes longer is another one. */
const PROOF_SECONDS = 3_600

export type CodeSent = {
  readonly codeId: string
  readonly length: number
  readonly expiresAt: string
  readonly resendAfterSeconds: number
}

export type CodeAnswer =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'spent' }

type CodeRow = {
  id: string
  mac: string
  created_at: number
  expires_at: number
  tries_left: number
  accepted_at: number | null
  voided_at: number | null
}

/** The text that carries a code. It names no person and warns against telling it. */
const codeText = (code: string): { id: string; en: string } => ({
  id: `Kode LPSE Anda: ${code}. Berlaku 5 menit. Jangan sebutkan kepada siapa pun, juga petugas.`,
  en: `Your LPSE code: ${code}. Valid for 5 minutes. Tell nobody, not even the officer.`,
})

/**
 * Sends a new code to a contact and voids the visit's earlier codes on that channel.
 * Throws 429 when this visit sent one to the same contact less than 60 seconds ago, or when anybody sent it five in
 * ten minutes: a kiosk must not become a tool to pester a stranger's phone.
 */
export function requestCode(
  ctx: Context,
  device: Device,
  input: { visitId: string; channel: Channel; destination: string },
): CodeSent {
  const now = ctx.now().getTime()
  refuseTooSoon(ctx, input, now)
  const id = uuidv4({ random: ctx.random(16) })
  const code = randomDigits((n) => ctx.random(n), CODE_LENGTH)
  const expiresAt = now + CODE_SECONDS * 1000
  ctx.db.transaction(() => {
    ctx.db
      .prepare(
        'UPDATE codes SET voided_at = ? WHERE device_id = ? AND visit_id = ? AND channel = ? AND voided_at IS NULL',
      )
      .run(now, device.id, input.visitId, input.channel)
    ctx.db
      .prepare(
        `INSERT INTO codes (id, device_id, visit_id, channel, destination, mac, created_at, expires_at, tries_left)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        device.id,
        input.visitId,
        input.channel,
        input.destination,
        codeMac(ctx.keys.codeSecret, id, code),
        now,
        expiresAt,
        CODE_TRIES,
      )
    sendMessage(ctx, { channel: input.channel, recipient: input.destination, text: codeText(code), code })
  })()
  return {
    codeId: id,
    length: CODE_LENGTH,
    expiresAt: new Date(expiresAt).toISOString(),
    resendAfterSeconds: RESEND_SECONDS,
  }
}

/** Throws 429 with the seconds to wait. */
function refuseTooSoon(
  ctx: Context,
  input: { visitId: string; channel: Channel; destination: string },
  now: number,
): void {
  const { visitId, channel, destination } = input
  const inVisit = ctx.db
    .prepare<[string, Channel, string], { at: number | null }>(
      'SELECT max(created_at) AS at FROM codes WHERE visit_id = ? AND channel = ? AND destination = ?',
    )
    .get(visitId, channel, destination)
  // The oldest of the latest five: when it leaves the window, there is room for another.
  const inWindow = ctx.db
    .prepare<[Channel, string, number], { at: number }>(
      'SELECT created_at AS at FROM codes WHERE channel = ? AND destination = ? ORDER BY created_at DESC LIMIT 1 OFFSET ?',
    )
    .get(channel, destination, WINDOW_CODES - 1)
  const waitMs = Math.max(
    (inVisit?.at ?? -RESEND_SECONDS * 1000) + RESEND_SECONDS * 1000 - now,
    inWindow === undefined ? 0 : inWindow.at + WINDOW_SECONDS * 1000 - now,
  )
  if (waitMs <= 0) return
  throw new Problem(429, 'too-many-requests', {
    headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
  })
}

/**
 * Checks a typed code. The right code that was already accepted is accepted again while it lasts: the first answer
 * may have been lost. Throws 404 for a code that this device never asked for.
 */
export function verifyCode(ctx: Context, device: Device, codeId: string, typed: string): CodeAnswer {
  const row = ctx.db
    .prepare<[string, string], CodeRow>('SELECT * FROM codes WHERE id = ? AND device_id = ?')
    .get(codeId, device.id)
  if (row === undefined) throw new Problem(404, 'not-found')
  const now = ctx.now().getTime()
  if (row.voided_at !== null || now >= row.expires_at) return { kind: 'expired' }
  const right = sameDigest(row.mac, codeMac(ctx.keys.codeSecret, codeId, typed))
  if (row.accepted_at !== null) return right ? { kind: 'accepted' } : { kind: 'spent' }
  if (row.tries_left === 0) return { kind: 'spent' }
  if (right) {
    ctx.db.prepare('UPDATE codes SET accepted_at = ? WHERE id = ?').run(now, codeId)
    return { kind: 'accepted' }
  }
  const triesLeft = row.tries_left - 1
  ctx.db.prepare('UPDATE codes SET tries_left = ? WHERE id = ?').run(triesLeft, codeId)
  return triesLeft === 0 ? { kind: 'spent' } : { kind: 'wrong', triesLeft }
}

/** The contacts of a visit of this device whose codes were accepted within the last hour and not asked for anew since. */
export function provenContacts(
  ctx: Context,
  device: Device,
  visitId: string,
): Partial<Record<Channel, string>> {
  const rows = ctx.db
    .prepare<[string, string, number], { channel: Channel; destination: string }>(
      `SELECT channel, destination FROM codes
       WHERE device_id = ? AND visit_id = ? AND accepted_at > ? AND voided_at IS NULL`,
    )
    .all(device.id, visitId, ctx.now().getTime() - PROOF_SECONDS * 1000)
  return Object.fromEntries(rows.map(({ channel, destination }) => [channel, destination]))
}
