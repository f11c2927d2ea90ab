import type Database from 'better-sqlite3'

/** An entry of the audit trail: who did what when. Never personal data of a registrant. */
export type AuditRow = {
  readonly at: string
  readonly staffId: string | null
  readonly action: string
  readonly subject: string | null
  readonly detail: string | null
}

/** The audit trail, append only. */
export function createAuditRepository(db: Database.Database) {
  const insert = db.prepare(
    'INSERT INTO audit (at, staff_id, action, subject, detail) VALUES (@at, @staffId, @action, @subject, @detail)',
  )
  const all = db.prepare<[number], AuditRow>(
    'SELECT at, staff_id AS staffId, action, subject, detail FROM audit ORDER BY id DESC LIMIT ?',
  )
  return {
    add(row: AuditRow): void {
      insert.run(row)
    },
    list: (limit: number) => all.all(limit),
  }
}
export type AuditRepository = ReturnType<typeof createAuditRepository>
