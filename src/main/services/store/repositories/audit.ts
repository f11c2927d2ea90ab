import type Database from 'better-sqlite3'

/** An entry of the audit trail: who did what when. Never personal data of a registrant. */
export type AuditRow = {
  readonly at: string
  readonly staffId: string | null
  readonly action: string
  readonly subject: string | null
  readonly detail: string | null
}

/** The audit trail: entries are added, and forgotten only by age. */
export function createAuditRepository(db: Database.Database) {
  const insert = db.prepare(
    'INSERT INTO audit (at, staff_id, action, subject, detail) VALUES (@at, @staffId, @action, @subject, @detail)',
  )
  const all = db.prepare<[number], AuditRow>(
    'SELECT at, staff_id AS staffId, action, subject, detail FROM audit ORDER BY id DESC LIMIT ?',
  )
  const details = db.prepare<[string, string], { detail: string | null; times: number }>(
    'SELECT detail, count(*) AS times FROM audit WHERE action = ? AND at >= ? GROUP BY detail',
  )
  const dropBefore = db.prepare(
    'DELETE FROM audit WHERE id < coalesce((SELECT id FROM audit WHERE at >= ? ORDER BY id LIMIT 1), 9e18)',
  )
  return {
    add(row: AuditRow): void {
      insert.run(row)
    },
    list: (limit: number) => all.all(limit),
    /** How often an action was recorded from a time (ISO 8601) on, by its detail. */
    countDetails: (action: string, since: string) => details.all(action, since),
    /**
     * Forgets the oldest entries, up to the first from this time (ISO 8601) on; answers how many. One that a wrong clock
     * dated too early goes with its neighbours, not before them.
     */
    dropBefore: (at: string): number => dropBefore.run(at).changes,
  }
}
export type AuditRepository = ReturnType<typeof createAuditRepository>
