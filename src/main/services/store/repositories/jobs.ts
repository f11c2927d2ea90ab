import type Database from 'better-sqlite3'

/** The outbox: one row for every submission that still has to reach the central. */
export type JobRow = {
  readonly submissionId: string
  readonly attempts: number
  readonly nextAt: string
  /** Why the last attempt did not succeed (message key suffix). */
  readonly reason: string | null
}

const COLUMNS = 'submission_id AS submissionId, attempts, next_at AS nextAt, reason'

/** Jobs of the sync runner. */
export function createJobs(db: Database.Database) {
  const insert = db.prepare(
    'INSERT INTO job (submission_id, attempts, next_at, reason) VALUES (?, 0, ?, NULL)',
  )
  const earliest = db.prepare<[number], JobRow>(
    `SELECT ${COLUMNS} FROM job ORDER BY next_at, submission_id LIMIT ?`,
  )
  const one = db.prepare<[string], JobRow>(`SELECT ${COLUMNS} FROM job WHERE submission_id = ?`)
  const later = db.prepare('UPDATE job SET attempts = ?, next_at = ?, reason = ? WHERE submission_id = ?')
  const wake = db.prepare('UPDATE job SET next_at = ? WHERE next_at > ?')
  const wakeReason = db.prepare('UPDATE job SET next_at = ? WHERE next_at > ? AND reason = ?')
  const drop = db.prepare('DELETE FROM job WHERE submission_id = ?')
  return {
    add(submissionId: string, nextAt: string): void {
      insert.run(submissionId, nextAt)
    },
    /** The jobs whose turn comes first, due or not yet. */
    earliest: (count: number) => earliest.all(count),
    find: (submissionId: string) => one.get(submissionId),
    postpone(submissionId: string, attempts: number, nextAt: string, reason: string): void {
      later.run(attempts, nextAt, reason, submissionId)
    },
    /** Makes every waiting job due now: a person asked. */
    wakeAll(now: string): void {
      wake.run(now, now)
    },
    /** Makes the jobs due now whose time lies after `limit`; answers whether there were any. */
    wakeDueAfter: (limit: string, now: string): boolean => wake.run(now, limit).changes > 0,
    /** Makes the jobs due now that waited for this reason alone. */
    wakeWaitingFor(reason: string, now: string): void {
      wakeReason.run(now, now, reason)
    },
    drop(submissionId: string): void {
      drop.run(submissionId)
    },
  }
}
export type Jobs = ReturnType<typeof createJobs>
