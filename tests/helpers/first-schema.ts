import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { unlock } from '../../src/main/services/store/copy-database.ts'
import { migrate } from '../../src/main/services/store/migrate.ts'
import { initial } from '../../src/main/services/store/migrations/0001-initial.ts'

/** Tables that the first schema had under the same name. */
const SAME = ['setting', 'staff', 'draft', 'submission', 'submission_event', 'job', 'audit']

const columnsOf = (db: Database.Database, schema: string, table: string): string[] =>
  db
    .prepare<[string, string], { name: string }>('SELECT name FROM pragma_table_info(?, ?)')
    .all(table, schema)
    .map(({ name }) => name)

/**
 * Writes the contents of a database of today as the first released program would have: its schema comes from running the
 * first migration alone. So the next start has real data to migrate.
 * @param source a closed database; it is only read
 * @param target is made anew, with the same key
 */
export function writeAsFirstSchema(source: string, target: string, dataKey: Uint8Array): void {
  rmSync(target, { force: true })
  const db = new Database(target)
  try {
    unlock(db, dataKey)
    db.pragma('journal_mode = WAL')
    migrate(db, [initial])
    db.prepare(`ATTACH ? AS today KEY 'raw:${Buffer.from(dataKey).toString('hex')}'`).run(source)
    db.transaction(() => {
      for (const table of SAME) {
        const now = columnsOf(db, 'today', table)
        const names = columnsOf(db, 'main', table)
          .filter((name) => now.includes(name))
          .join(', ')
        db.exec(`INSERT INTO main.${table} (${names}) SELECT ${names} FROM today.${table}`)
      }
      for (const owner of ['draft', 'submission'])
        db.exec(
          `INSERT INTO main.${owner}_photo (${owner}_id, purpose, jpeg, width, height, taken_at)
           SELECT ${owner}_id, purpose, jpeg, width, height, taken_at FROM today.photo WHERE ${owner}_id IS NOT NULL`,
        )
    })()
    db.exec('DETACH today')
  } finally {
    db.close()
  }
}
