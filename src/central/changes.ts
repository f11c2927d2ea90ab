import type { Context } from './context.ts'
import type { Reason } from './rules/verdict.ts'
import type { CentralState } from './submissions.ts'

/** Entries in one page of the feed. */
const PAGE = 100

/** One change of a submission's state, as the feed and the status answer give it. */
export type Change = {
  readonly submissionId: string
  readonly state: CentralState
  readonly reason?: Reason
  readonly fields?: readonly string[]
  readonly photos?: readonly string[]
  readonly at: string
  readonly dueBy?: string
}

export type NewChange = {
  readonly submissionId: string
  readonly state: CentralState
  readonly at: number
  readonly dueBy?: number
  readonly refusal?: { reason: Reason; fields: readonly string[]; photos: readonly string[] }
}

type Row = {
  seq: number
  submission_id: string
  state: CentralState
  reason_id: string | null
  reason_en: string | null
  fields: string | null
  photos: string | null
  at: number
  due_by: number | null
}

/**
 * Moves a submission to another state and appends an entry to the feed of every kiosk that handed it over. Call it inside
 * a transaction.
 */
export function recordChange(ctx: Context, change: NewChange): void {
  const { refusal } = change
  ctx.db.prepare('UPDATE submissions SET state = ? WHERE id = ?').run(change.state, change.submissionId)
  ctx.db
    .prepare(
      `INSERT INTO changes (submission_id, device_id, state, reason_id, reason_en, fields, photos, at, due_by)
       SELECT submission_id, device_id, ?, ?, ?, ?, ?, ?, ? FROM senders WHERE submission_id = ?`,
    )
    .run(
      change.state,
      refusal?.reason.id ?? null,
      refusal?.reason.en ?? null,
      refusal === undefined ? null : JSON.stringify(refusal.fields),
      refusal === undefined ? null : JSON.stringify(refusal.photos),
      change.at,
      change.dueBy ?? null,
      change.submissionId,
    )
}

/** Lets another kiosk follow a submission: its feed begins with the latest change. Call it inside a transaction. */
export function follow(ctx: Context, submissionId: string, deviceId: string): void {
  ctx.db.prepare('INSERT INTO senders (submission_id, device_id) VALUES (?, ?)').run(submissionId, deviceId)
  ctx.db
    .prepare(
      `INSERT INTO changes (submission_id, device_id, state, reason_id, reason_en, fields, photos, at, due_by)
       SELECT submission_id, ?, state, reason_id, reason_en, fields, photos, at, due_by FROM changes
       WHERE submission_id = ? ORDER BY seq DESC LIMIT 1`,
    )
    .run(deviceId, submissionId)
}

const toChange = (row: Row): Change => ({
  submissionId: row.submission_id,
  state: row.state,
  ...(row.reason_id === null || row.reason_en === null
    ? {}
    : { reason: { id: row.reason_id, en: row.reason_en } }),
  ...(row.fields === null ? {} : { fields: JSON.parse(row.fields) as string[] }),
  ...(row.photos === null ? {} : { photos: JSON.parse(row.photos) as string[] }),
  at: new Date(row.at).toISOString(),
  ...(row.due_by === null ? {} : { dueBy: new Date(row.due_by).toISOString() }),
})

/** The device's own changes after a cursor, oldest first. An empty page returns the cursor it was asked with. */
export function changesAfter(
  ctx: Context,
  deviceId: string,
  cursor: string,
): { items: Change[]; cursor: string; more: boolean } {
  const rows = ctx.db
    .prepare<[string, number, number], Row>(
      'SELECT * FROM changes WHERE device_id = ? AND seq > ? ORDER BY seq LIMIT ?',
    )
    .all(deviceId, cursor === '' ? 0 : Number(cursor), PAGE + 1)
  const page = rows.slice(0, PAGE)
  return {
    items: page.map(toChange),
    cursor: String(page.at(-1)?.seq ?? cursor),
    more: rows.length > PAGE,
  }
}

/** The latest change of one submission. */
export function latestChange(ctx: Context, submissionId: string): Change | undefined {
  const row = ctx.db
    .prepare<[string], Row>('SELECT * FROM changes WHERE submission_id = ? ORDER BY seq DESC LIMIT 1')
    .get(submissionId)
  return row === undefined ? undefined : toChange(row)
}
