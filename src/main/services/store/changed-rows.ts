import type Database from 'better-sqlite3'

/** Which rows changed, until `stop`. */
export type ChangedRows = {
  /** How many changes were noted and not taken yet; a row that changed twice counts twice. */
  count(): number
  /** Takes so many notes out, the oldest first, and answers each row that was written, changed or removed once. */
  take(notes: number): { readonly table: string; readonly row: number }[]
  stop(): void
}

const EVENTS = { INSERT: ['NEW'], UPDATE: ['OLD', 'NEW'], DELETE: ['OLD'] } as const

/**
 * Notes from now on which rows of some tables change, in memory: a temporary table and triggers of this connection, and
 * no other has the database open.
 * @param tables names of tables that have row numbers
 */
export function followChanges(db: Database.Database, tables: readonly string[]): ChangedRows {
  db.exec('CREATE TEMP TABLE changed_row (place INTEGER NOT NULL, number INTEGER NOT NULL)')
  const triggers = tables.flatMap((table, place) =>
    Object.entries(EVENTS).map(([event, rows]) => {
      const name = `changed_${table}_${event.toLowerCase()}`
      const notes = rows.map((row) => `INSERT INTO changed_row VALUES (${place}, ${row}.rowid);`)
      db.exec(`CREATE TEMP TRIGGER ${name} AFTER ${event} ON main.${table} BEGIN ${notes.join(' ')} END`)
      return name
    }),
  )
  const count = db.prepare<[], number>('SELECT count(*) FROM temp.changed_row').pluck()
  const oldest = db.prepare<[number], { note: number; place: number; number: number }>(
    'SELECT rowid AS note, place, number FROM temp.changed_row ORDER BY rowid LIMIT ?',
  )
  const forget = db.prepare<[number]>('DELETE FROM temp.changed_row WHERE rowid <= ?')
  return {
    count: () => count.get() ?? 0,
    take(notes) {
      const taken = oldest.all(notes)
      forget.run(taken.at(-1)?.note ?? 0)
      return tables.flatMap((table, place) =>
        [...new Set(taken.filter((note) => note.place === place).map(({ number }) => number))].map((row) => ({
          table,
          row,
        })),
      )
    },
    stop(): void {
      for (const name of triggers) db.exec(`DROP TRIGGER temp.${name}`)
      db.exec('DROP TABLE temp.changed_row')
    },
  }
}
