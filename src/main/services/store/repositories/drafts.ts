import type Database from 'better-sqlite3'
import type { DraftState } from '#shared/domain/visit/index.ts'

/** A draft as stored; `data` is the visit service's JSON. */
export type DraftRow = {
  readonly id: string
  readonly state: DraftState
  readonly stateSince: string
  readonly touchedAt: string
  readonly data: string
}

const COLUMNS = 'id, state, state_since AS stateSince, touched_at AS touchedAt, data'

/** Visits that are not submitted yet. */
export function createDrafts(db: Database.Database) {
  const all = db.prepare<[], DraftRow>(`SELECT ${COLUMNS} FROM draft ORDER BY touched_at DESC`)
  const one = db.prepare<[string], DraftRow>(`SELECT ${COLUMNS} FROM draft WHERE id = ?`)
  const save = db.prepare(
    `INSERT INTO draft (id, state, state_since, touched_at, data)
     VALUES (@id, @state, @stateSince, @touchedAt, @data)
     ON CONFLICT (id) DO UPDATE SET
       state = excluded.state, state_since = excluded.state_since,
       touched_at = excluded.touched_at, data = excluded.data`,
  )
  const drop = db.prepare('DELETE FROM draft WHERE id = ?')
  return {
    list: () => all.all(),
    find: (id: string) => one.get(id),
    save(row: DraftRow): void {
      save.run(row)
    },
    drop(id: string): void {
      drop.run(id)
    },
  }
}
export type Drafts = ReturnType<typeof createDrafts>
