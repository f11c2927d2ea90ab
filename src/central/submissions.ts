import { createHash } from 'node:crypto'
import { createReadStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CompactSign, importJWK } from 'jose'
import type { ReportedState } from '#shared/domain/submission/states.ts'
import { follow } from './changes.ts'
import type { Context } from './context.ts'
import { type Device, findDevice } from './devices.ts'
import { Problem } from './problem.ts'
import type { Uploads } from './uploads.ts'

export type CentralState = ReportedState

export type SubmissionRow = {
  id: string
  device_id: string
  sha256: string
  bytes: number
  received_at: number
  receipt: string
  corrects: string | null
  state: CentralState | null
  payload: string | null
  decide_at: number | null
}

/** The answer to a registration; the receipt is a compact JWS (RFC 7515) over the other three. */
export type ReceivedAnswer = {
  readonly submissionId: string
  readonly sha256: string
  readonly receivedAt: string
  readonly receipt: string
}

/** Where the sealed packet of a submission lies. */
export const packetPath = (ctx: Context, id: string): string => join(ctx.dataDir, 'packets', `${id}.age`)

/** Where the pictures of an opened submission lie. */
export const photosPath = (ctx: Context, id: string): string => join(ctx.dataDir, 'photos', id)

/** Removes the pictures of a submission. */
export const erasePhotos = (ctx: Context, id: string): void =>
  rmSync(photosPath(ctx, id), { recursive: true, force: true })

export const findSubmission = (ctx: Context, id: string): SubmissionRow | undefined =>
  ctx.db.prepare<[string], SubmissionRow>('SELECT * FROM submissions WHERE id = ?').get(id)

/** Whether a submission was withdrawn, also before it arrived. */
export const isWithdrawn = (ctx: Context, id: string): boolean =>
  ctx.db.prepare<[string]>('SELECT 1 FROM withdrawals WHERE submission_id = ?').get(id) !== undefined

/** The answer that was, is and will be given for a received submission. */
export const receivedAnswer = (row: SubmissionRow): ReceivedAnswer => ({
  submissionId: row.id,
  sha256: row.sha256,
  receivedAt: new Date(row.received_at).toISOString(),
  receipt: row.receipt,
})

type Registration = {
  readonly uploadId: string
  readonly sha256: string
  readonly bytes: number
  readonly corrects?: string | undefined
}

/**
 * Takes one submission, once, however often it is sent. "Received" is said only after the file on our disk was
 * hashed, flushed and entered into the database: with that answer the kiosk may erase its own copy.
 * Throws 409 `submission-conflict`, `upload-unknown`, `upload-incomplete`; 422 `hash-mismatch`, `invalid-input`.
 */
export async function receiveSubmission(
  ctx: Context,
  uploads: Uploads,
  device: Device,
  id: string,
  input: Registration,
): Promise<ReceivedAnswer> {
  const earlier = answerAgain(ctx, device, id, input.sha256)
  if (earlier !== undefined) return earlier
  if (input.corrects !== undefined) checkCorrection(ctx, device, input.corrects)

  const upload = await uploads.finished(input.uploadId, device.id)
  if (upload.bytes !== input.bytes || (await hashFile(upload.path)) !== input.sha256) {
    // The bytes on our side are of no use: the kiosk has to send them again from the start.
    await upload.discard()
    throw new Problem(422, 'hash-mismatch')
  }
  await upload.moveTo(packetPath(ctx, id))

  const answer = await prepareAnswer(ctx, id, input.sha256)
  return ctx.db.transaction(() => {
    upload.forget()
    return enterSubmission(ctx, device, input, answer)
  })()
}

/** Whether this kiosk handed the submission over, first or after a recovery. */
export const isSender = (ctx: Context, device: Device, id: string): boolean =>
  ctx.db
    .prepare<[string, string], unknown>('SELECT 1 FROM senders WHERE submission_id = ? AND device_id = ?')
    .get(id, device.id) !== undefined

/**
 * The answer to a submission that was received before, by network or by courier; undefined for a new one. Another kiosk
 * of the same office gets it too when it brings the same bytes (a dead PC's packets, recovered), and follows it from then on.
 * Throws 409 `submission-conflict` for other contents or a kiosk of another office.
 */
export function answerAgain(
  ctx: Context,
  device: Device,
  id: string,
  sha256: string,
): ReceivedAnswer | undefined {
  const earlier = findSubmission(ctx, id)
  if (earlier === undefined) {
    if (isWithdrawn(ctx, id)) throw new Problem(409, 'submission-withdrawn')
    return undefined
  }
  if (earlier.sha256 !== sha256) throw new Problem(409, 'submission-conflict')
  if (!isSender(ctx, device, id)) {
    if (findDevice(ctx, earlier.device_id)?.office.code !== device.office.code)
      throw new Problem(409, 'submission-conflict')
    ctx.db.transaction(() => follow(ctx, id, device.id)).immediate()
    ctx.log({ event: 'submission-handed-over-again' })
  }
  return receivedAnswer(earlier)
}

/** The answer to a new submission, signed; it counts only once it is entered. */
export async function prepareAnswer(ctx: Context, id: string, sha256: string): Promise<ReceivedAnswer> {
  const at = ctx.now()
  const receipt = await signReceipt(ctx, id, sha256, at)
  return { submissionId: id, sha256, receivedAt: at.toISOString(), receipt }
}

/** Enters a submission whose packet is durably in its place; with that the answer is a promise. */
export function enterSubmission(
  ctx: Context,
  device: Device,
  input: { readonly bytes: number; readonly corrects?: string | undefined },
  answer: ReceivedAnswer,
): ReceivedAnswer {
  const insert = ctx.db.prepare(
    `INSERT INTO submissions (id, device_id, sha256, bytes, received_at, receipt, corrects)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const { submissionId, sha256, receivedAt, receipt } = answer
  ctx.db.transaction(() => {
    insert.run(
      submissionId,
      device.id,
      sha256,
      input.bytes,
      Date.parse(receivedAt),
      receipt,
      input.corrects ?? null,
    )
    follow(ctx, submissionId, device.id)
  })()
  ctx.log({ event: 'submission-received' })
  return answer
}

/** Only a refused submission of the same office can be corrected, and by one other alone that is not called off. */
export function checkCorrection(ctx: Context, device: Device, corrects: string): void {
  const row = ctx.db
    .prepare<[string, string], { state: string | null }>(
      `SELECT s.state FROM submissions s JOIN devices d ON d.id = s.device_id
       WHERE s.id = ? AND d.office_code = ?`,
    )
    .get(corrects, device.office.code)
  const other = ctx.db
    .prepare<[string], { id: string }>(
      `SELECT id FROM submissions WHERE corrects = ? AND (state IS NULL OR state <> 'dibatalkan')`,
    )
    .get(corrects)
  if (row?.state === 'ditolak' && other === undefined) return
  const detail = other ? 'corrected by another one already' : 'not a refused submission of this office'
  throw new Problem(422, 'invalid-input', { errors: [{ pointer: '#/corrects', detail }] })
}

/** A packet in one or two reads. */
const HASHED_AT_A_TIME = 1024 * 1024

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: HASHED_AT_A_TIME }), hash)
  return hash.digest('hex')
}

async function signReceipt(ctx: Context, submissionId: string, sha256: string, at: Date): Promise<string> {
  const payload = JSON.stringify({ submissionId, sha256, receivedAt: at.toISOString() })
  return new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'lpse-receipt' })
    .sign(await importJWK(ctx.keys.receiptKey, 'EdDSA'))
}
