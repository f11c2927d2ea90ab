import Database from 'better-sqlite3'
import { MIGRATIONS, migrate, schemaVersion } from './migrate.ts'

/**
 * What a backup holds. Drafts, pictures and working copies are left out on purpose: the sealed packets make them
 * unnecessary, and a backup must not keep what was erased (UU 27/2022 art. 43). Every table stands in one of the two
 * lists; a test holds them against the schema.
 */
export const BACKED_UP = [
  'setting',
  'staff',
  'submission',
  'submission_event',
  'job',
  'cancellation',
  'audit',
] as const
export const LEFT_OUT = ['draft', 'photo', 'document', 'document_page'] as const
/** Columns that are emptied in the copy: the working copy of a registration, and what a person wrote about one. */
const EMPTIED: Readonly<Record<string, readonly string[]>> = {
  submission: ['data'],
  cancellation: ['note'],
}

/** Setting that marks a database as a copy; whoever opens it must reconcile it with the packets on disk first. */
export const BACKUP_MARK = 'backup'

const keyText = (dataKey: Uint8Array): string => `raw:${Buffer.from(dataKey).toString('hex')}`

/** Gives a connection the key of the page encryption; null leaves the database unencrypted (tests only). */
export function unlock(db: Database.Database, dataKey: Uint8Array | null): void {
  if (dataKey) db.pragma(`key = "${keyText(dataKey)}"`)
}

/**
 * Copies the living database into a new file with the same key, in one transaction of it, and checks the copy.
 * Not SQLite's own backup API: that copies erased pages and drafts too, and cannot write an encrypted target.
 * @param target must not exist
 */
export function copyDatabase(
  db: Database.Database,
  target: string,
  dataKey: Uint8Array | null,
  at: string,
): void {
  makeEmpty(target, dataKey, schemaVersion(db))
  const key = dataKey ? keyText(dataKey) : ''
  db.prepare(`ATTACH ? AS backup KEY '${key}'`).run(target)
  try {
    db.pragma('backup.journal_mode = MEMORY')
    db.pragma('backup.synchronous = FULL')
    db.transaction(() => {
      for (const table of BACKED_UP) copyTable(db, table)
      db.prepare('INSERT OR REPLACE INTO backup.setting (key, value) VALUES (?, ?)').run(
        BACKUP_MARK,
        JSON.stringify({ at }),
      )
    }).immediate()
  } finally {
    db.exec('DETACH backup')
  }
  checkCopy(target, dataKey)
}

function makeEmpty(target: string, dataKey: Uint8Array | null, version: number): void {
  const empty = new Database(target)
  try {
    unlock(empty, dataKey)
    migrate(
      empty,
      MIGRATIONS.filter((migration) => migration.version <= version),
    )
  } finally {
    empty.close()
  }
}

function copyTable(db: Database.Database, table: string): void {
  const columns = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name)
  // A backup made before a migration: a table that comes with it is not there yet.
  if (columns.length === 0) return
  const values = columns.map((column) => (EMPTIED[table]?.includes(column) ? 'NULL' : column))
  db.exec(
    `INSERT INTO backup.${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM main.${table}`,
  )
}

/** @throws when the copy cannot be read back whole */
function checkCopy(target: string, dataKey: Uint8Array | null): void {
  const copy = new Database(target, { readonly: true })
  try {
    unlock(copy, dataKey)
    const verdict = copy.pragma('quick_check', { simple: true })
    if (verdict !== 'ok') throw new Error('the copy of the database is not whole')
  } finally {
    copy.close()
  }
}
