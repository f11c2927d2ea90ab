import { rmSync } from 'node:fs'
import { CompactSign, importJWK } from 'jose'
import { WITHDRAWAL_TYPE, type WithdrawalClaims } from '#shared/domain/courier/courier.ts'
import type { CancelReason } from '#shared/domain/submission/cancellation.ts'
import { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { recordChange } from './changes.ts'
import type { Context } from './context.ts'
import { type Device, findDevice } from './devices.ts'
import { sendMessage } from './messages.ts'
import { Problem } from './problem.ts'
import { erasePhotos, findSubmission, isSender, packetPath, type SubmissionRow } from './submissions.ts'

/** The answer to a withdrawal: from now on nothing of the submission is held, and nothing of it is taken. */
export type WithdrawalAnswer = {
  readonly submissionId: string
  readonly state: 'dibatalkan'
  /** Whether it was held here until then. */
  readonly held: boolean
  readonly withdrawnAt: string
}

type WithdrawalRow = { submission_id: string; device_id: string; received_at: number; held: number }

const findWithdrawal = (ctx: Context, id: string): WithdrawalRow | undefined =>
  ctx.db.prepare<[string], WithdrawalRow>('SELECT * FROM withdrawals WHERE submission_id = ?').get(id)

/** The answer to a withdrawal of this office that was taken before. */
export function earlierWithdrawal(ctx: Context, device: Device, id: string): WithdrawalAnswer | undefined {
  const row = findWithdrawal(ctx, id)
  return row && isOfOffice(ctx, row.device_id, device) ? answerOf(row) : undefined
}

/** The confirmation of a withdrawal, signed like a receipt: a compact JWS over `WithdrawalClaims`. */
export async function signWithdrawal(ctx: Context, answer: WithdrawalAnswer): Promise<string> {
  const { submissionId, state, withdrawnAt } = answer
  const claims: WithdrawalClaims = { submissionId, state, withdrawnAt }
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', typ: WITHDRAWAL_TYPE })
    .sign(await importJWK(ctx.keys.receiptKey, 'EdDSA'))
}

const answerOf = (row: WithdrawalRow): WithdrawalAnswer => ({
  submissionId: row.submission_id,
  state: 'dibatalkan',
  held: row.held === 1,
  withdrawnAt: new Date(row.received_at).toISOString(),
})

/**
 * Takes a withdrawal, once: the same answer for ever after. What was handed over is erased (UU 27/2022 art. 43), only
 * that it was there and was withdrawn stays. One that never arrived is remembered, and not taken when it comes.
 * A kiosk of the same office may ask for it too: it took over what a dead one held (docs/decisions/0024).
 * Throws 404 `not-found` for a submission of another office.
 */
export function withdrawSubmission(
  ctx: Context,
  device: Device,
  id: string,
  { reason, at }: { readonly reason: CancelReason; readonly at: string },
): WithdrawalAnswer {
  const earlier = findWithdrawal(ctx, id)
  if (earlier !== undefined) {
    if (!isOfOffice(ctx, earlier.device_id, device)) throw new Problem(404, 'not-found')
    eraseFiles(ctx, id)
    return answerOf(earlier)
  }
  const row = findSubmission(ctx, id)
  if (row !== undefined && !isSender(ctx, device, id) && !isOfOffice(ctx, row.device_id, device))
    throw new Problem(404, 'not-found')
  const now = ctx.now().getTime()
  ctx.db.transaction(() => {
    ctx.db
      .prepare(
        `INSERT INTO withdrawals (submission_id, device_id, reason, asked_at, received_at, held)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(id, device.id, reason, Date.parse(at), now, row === undefined ? 0 : 1)
    if (row !== undefined) end(ctx, row, now)
  })()
  // After the promise stands: a stop in between leaves files that the same request, asked again, removes.
  eraseFiles(ctx, id)
  ctx.log({ event: 'submission-withdrawn' })
  return answerOf({
    submission_id: id,
    device_id: device.id,
    received_at: now,
    held: row === undefined ? 0 : 1,
  })
}

const isOfOffice = (ctx: Context, deviceId: string, device: Device): boolean =>
  deviceId === device.id || findDevice(ctx, deviceId)?.office.code === device.office.code

function end(ctx: Context, row: SubmissionRow, at: number): void {
  const payload = row.payload === null ? undefined : SubmissionPayload.parse(JSON.parse(row.payload))
  ctx.db.prepare('UPDATE submissions SET payload = NULL, decide_at = NULL WHERE id = ?').run(row.id)
  // A code that follows later must not be typed for something that is over.
  ctx.db.prepare('DELETE FROM links WHERE submission_id = ?').run(row.id)
  if (row.state !== 'dibatalkan') recordChange(ctx, { submissionId: row.id, state: 'dibatalkan', at })
  const email = payload?.values.email
  if (typeof email !== 'string' || email === '') return
  sendMessage(ctx, {
    channel: 'email',
    recipient: email,
    text: {
      id: `Pendaftaran ${payload?.reference} dibatalkan. Data dan fotonya sudah dihapus.`,
      en: `Registration ${payload?.reference} was cancelled. Its data and photos are erased.`,
    },
  })
}

function eraseFiles(ctx: Context, id: string): void {
  rmSync(packetPath(ctx, id), { force: true })
  erasePhotos(ctx, id)
}
