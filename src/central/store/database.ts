import Database from 'better-sqlite3'
import { MIGRATIONS } from './migrations.ts'

export type Db = Database.Database

/**
 * Opens the central's database and brings its schema up to date.
 * `synchronous=FULL`: a receipt is a promise, so it must survive a power cut once it was given.
 */
export function openDatabase(file: string): Db {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  const version = db.pragma('user_version', { simple: true })
  if (typeof version !== 'number' || version > MIGRATIONS.length) {
    db.close()
    throw new Error('This data directory was written by a newer version of the central.')
  }
  MIGRATIONS.slice(version).forEach((sql, index) => {
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${version + index + 1}`)
    })()
  })
  return db
}

/** Reads a value that describes this data directory as a whole. */
export function readMeta(db: Db, key: string): string | undefined {
  return db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)?.value
}

/** Writes a value that describes this data directory as a whole. */
export function writeMeta(db: Db, key: string, value: string): void {
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(key, value)
}
