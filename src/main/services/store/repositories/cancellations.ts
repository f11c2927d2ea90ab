import type Database from 'better-sqlite3'
import type { CancelReason, CancelWay } from '#shared/domain/submission/cancellation.ts'

/** That a registration was called off: by whom, why, and whether the central knows. */
export type CancellationRow = {
  readonly submissionId: string
  readonly way: CancelWay
  readonly reason: CancelReason
  readonly note: string | null
  readonly staffId: string
  readonly at: string
  readonly attempts: number
  /** When the central is told next; null once nothing has to be told any more. */
  readonly nextAt: string | null
  /** Why the last attempt did not succeed. */
  readonly problem: string | null
  readonly confirmedAt: string | null
}

const COLUMNS = `submission_id AS submissionId, way, reason, note, staff_id AS staffId, at, attempts, next_at AS nextAt,
  problem, confirmed_at AS confirmedAt`

/** Registrations that were called off, one row each. */
export function createCancellations(db: Database.Database) {
  const insert = db.prepare(
    `INSERT INTO cancellation (submission_id, way, reason, note, staff_id, at, next_at, confirmed_at)
     VALUES (@submissionId, @way, @reason, @note, @staffId, @at, @nextAt, @confirmedAt)`,
  )
  const one = db.prepare<[string], CancellationRow>(
    `SELECT ${COLUMNS} FROM cancellation WHERE submission_id = ?`,
  )
  const due = db.prepare<[string], CancellationRow>(
    `SELECT ${COLUMNS} FROM cancellation WHERE next_at <= ? ORDER BY next_at, submission_id`,
  )
  const pending = db.prepare<[], CancellationRow>(
    `SELECT ${COLUMNS} FROM cancellation WHERE next_at IS NOT NULL ORDER BY submission_id`,
  )
  const later = db.prepare(
    'UPDATE cancellation SET attempts = ?, next_at = ?, problem = ? WHERE submission_id = ?',
  )
  const wake = db.prepare('UPDATE cancellation SET next_at = ? WHERE next_at > ?')
  const wakeProblem = db.prepare('UPDATE cancellation SET next_at = ? WHERE next_at > ? AND problem = ?')
  const confirm = db.prepare(
    'UPDATE cancellation SET next_at = NULL, problem = NULL, confirmed_at = ? WHERE submission_id = ?',
  )
  const tellAfterAll = db.prepare(
    "UPDATE cancellation SET way = 'withdraw', next_at = ?, confirmed_at = NULL WHERE submission_id = ? AND way = 'void'",
  )
  const eraseNotes = db.prepare('UPDATE cancellation SET note = NULL WHERE note IS NOT NULL AND at < ?')
  return {
    add(row: Omit<CancellationRow, 'attempts' | 'problem'>): void {
      const { submissionId, way, reason, note, staffId, at, nextAt, confirmedAt } = row
      insert.run({ submissionId, way, reason, note, staffId, at, nextAt, confirmedAt })
    },
    find: (submissionId: string) => one.get(submissionId),
    /** Those that the central must be told of by now. */
    listDue: (now: string) => due.all(now),
    /** Those that the central does not know of yet. */
    listPending: () => pending.all(),
    postpone(submissionId: string, attempts: number, nextAt: string, problem: string): void {
      later.run(attempts, nextAt, problem, submissionId)
    },
    /** Makes every one due now. */
    wakeAll(now: string): void {
      wake.run(now, now)
    },
    /** Makes those due now that waited because of this problem alone. */
    wakeWaitingFor(problem: string, now: string): void {
      wakeProblem.run(now, now, problem)
    },
    /** One that was ended here alone: the central has to be told after all. */
    tellAfterAll(submissionId: string, at: string): void {
      tellAfterAll.run(at, submissionId)
    },
    /** Erases what was noted before a time; answers how many. */
    eraseNotesBefore: (at: string): number => eraseNotes.run(at).changes,
    confirm(submissionId: string, at: string): void {
      confirm.run(at, submissionId)
    },
  }
}
export type Cancellations = ReturnType<typeof createCancellations>
