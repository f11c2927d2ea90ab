import type Database from 'better-sqlite3'
import { SUBMISSION_STATES, type SubmissionState } from '#shared/domain/submission/states.ts'

/** How many submissions are in a state, and when the first of them was submitted. */
type StateCount = {
  readonly state: SubmissionState
  readonly count: number
  readonly oldest: string
}

/**
 * Counts by state, kept until something changes: every screen's frame asks for them with every event, and counting a hundred
 * thousand rows each time would be felt. Only the states that a change touches are counted again.
 */
export function createStateCounts(db: Database.Database) {
  const count = db.prepare<[string], { count: number; oldest: string | null }>(
    'SELECT count(*) AS count, min(submitted_at) AS oldest FROM submission INDEXED BY submission_by_state WHERE state = ?',
  )
  const kept = new Map<SubmissionState, StateCount | null>()

  function of(state: SubmissionState): StateCount | null {
    const known = kept.get(state)
    if (known !== undefined) return known
    const row = count.get(state)
    const found = row?.oldest ? { state, count: row.count, oldest: row.oldest } : null
    // Within a transaction it may yet be undone.
    if (!db.inTransaction) kept.set(state, found)
    return found
  }

  return {
    /** Every state that any submission is in. */
    all: (): StateCount[] => SUBMISSION_STATES.flatMap((state) => of(state) ?? []),
    /** Something came into these states, or left them. */
    forget(...states: readonly (SubmissionState | undefined)[]): void {
      for (const state of states) if (state !== undefined) kept.delete(state)
    },
  }
}

/** How many were submitted since a time, kept until another one is: submissions are never removed. */
export function createCountSince(db: Database.Database) {
  const count = db
    .prepare<[string], number>('SELECT count(*) FROM submission WHERE submitted_at >= ?')
    .pluck()
  let kept: { readonly since: string; readonly count: number } | undefined
  return {
    count(since: string): number {
      if (kept?.since === since) return kept.count
      const found = count.get(since) ?? 0
      // Within a transaction it may yet be undone.
      kept = db.inTransaction ? undefined : { since, count: found }
      return found
    },
    /** Something was submitted. */
    forget(): void {
      kept = undefined
    },
  }
}
