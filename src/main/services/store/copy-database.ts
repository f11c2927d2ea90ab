import Database from 'better-sqlite3'
import { type ChangedRows, followChanges } from './changed-rows.ts'
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
/** Has no row numbers and is small: copied whole, at the end. */
const WHOLE = 'setting'

/** Setting that marks a database as a copy; whoever opens it must reconcile it with the packets on disk first. */
export const BACKUP_MARK = 'backup'

/** So many rows, or pages, in one slice: 10 to 20 ms of an old desk's time, which nobody at the screen notices. */
const SLICE_ROWS = 200
const SLICE_PAGES = 1_000
/** Page cache of the copy, KiB: keys that are hashes go to pages all over their index. */
const COPY_CACHE_KIB = 32_000

const keyText = (dataKey: Uint8Array): string => `raw:${Buffer.from(dataKey).toString('hex')}`

/** Gives a connection the key of the page encryption; null leaves the database unencrypted (tests only). */
export function unlock(db: Database.Database, dataKey: Uint8Array | null): void {
  if (dataKey) db.pragma(`key = "${keyText(dataKey)}"`)
}

/**
 * Copies the living database into a new file with the same key, and reads the copy back. Each step of the generator is
 * one slice; between two of them the database may be written to. What changes meanwhile is noted and copied again, the
 * last of it in one transaction, so that the copy is the database as it is at the last slice of copying.
 *
 * Not SQLite's own backup API: that copies erased pages and drafts too, and cannot write an encrypted target. Nothing is
 * flushed here; that is left to who publishes the file.
 * @param target must not exist
 */
export function* copyDatabase(
  db: Database.Database,
  target: string,
  dataKey: Uint8Array | null,
  at: string,
): Generator<void, void> {
  makeEmpty(target, dataKey, schemaVersion(db))
  yield
  const key = dataKey ? keyText(dataKey) : ''
  db.prepare(`ATTACH ? AS backup KEY '${key}'`).run(target)
  try {
    db.pragma('backup.journal_mode = MEMORY')
    db.pragma('backup.synchronous = OFF')
    db.pragma('backup.secure_delete = ON')
    db.pragma(`backup.cache_size = -${COPY_CACHE_KIB}`)
    yield* copyTables(db, at)
  } finally {
    db.exec('DETACH backup')
  }
  yield
  yield* readBack(target, dataKey)
}

function* copyTables(db: Database.Database, at: string): Generator<void, void> {
  const tables = BACKED_UP.filter((name) => name !== WHOLE).flatMap((name) => readTable(db, name) ?? [])
  const changed = followChanges(
    db,
    tables.map(({ name }) => name),
  )
  try {
    for (const table of tables) yield* copyRows(db, table)
    while (changed.count() > SLICE_ROWS) {
      inSlice(db, () => copyChanged(db, tables, changed))
      yield
    }
    inSlice(db, () => {
      copyChanged(db, tables, changed)
      copySettings(db, at)
    })
  } finally {
    changed.stop()
  }
}

function makeEmpty(target: string, dataKey: Uint8Array | null, version: number): void {
  const empty = new Database(target)
  try {
    unlock(empty, dataKey)
    empty.pragma('journal_mode = MEMORY')
    empty.pragma('synchronous = OFF')
    migrate(
      empty,
      MIGRATIONS.filter((migration) => migration.version <= version),
    )
  } finally {
    empty.close()
  }
}

/** A table whose rows have numbers, and how one or more of them are copied. */
type Table = {
  readonly name: string
  /** Copies the rows that a condition on `rowid` picks; it follows this text. */
  readonly copy: string
}

/** @returns undefined for a table that comes with a migration before which this copy is made */
function readTable(db: Database.Database, name: string): Table | undefined {
  const columns = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(name)
    .map((column) => column.name)
  if (columns.length === 0) return undefined
  const values = columns.map((column) => (EMPTIED[name]?.includes(column) ? 'NULL' : column))
  // REPLACE: what was unique may meanwhile belong to another row, and the earlier one is put right by `copyChanged`.
  const copy = `INSERT OR REPLACE INTO backup.${name} (rowid, ${columns.join(', ')})
    SELECT rowid, ${values.join(', ')} FROM main.${name} WHERE rowid`
  return { name, copy }
}

/** One transaction. Rows come in the order of their numbers and not of what refers to what. */
function inSlice(db: Database.Database, work: () => void): void {
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(work).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function* copyRows(db: Database.Database, { name, copy }: Table): Generator<void, void> {
  const endOf = db
    .prepare<[number, number], number | null>(
      `SELECT max(rowid) FROM (SELECT rowid FROM main.${name} WHERE rowid > ? ORDER BY rowid LIMIT ?)`,
    )
    .pluck()
  const copyRange = db.prepare(`${copy} > ? AND rowid <= ?`)
  let from = 0
  for (;;) {
    const to = endOf.get(from, SLICE_ROWS)
    if (to === null || to === undefined) return
    inSlice(db, () => copyRange.run(from, to))
    from = to
    yield
  }
}

/** Copies anew what changed after it was copied, or before: at most a slice of it. */
function copyChanged(db: Database.Database, tables: readonly Table[], changed: ChangedRows): void {
  const rows = changed.take(SLICE_ROWS)
  for (const { name, copy } of tables) {
    const numbers = rows.filter((row) => row.table === name).map(({ row }) => row)
    if (numbers.length === 0) continue
    const remove = db.prepare(`DELETE FROM backup.${name} WHERE rowid = ?`)
    const copyOne = db.prepare(`${copy} = ?`)
    for (const row of numbers) remove.run(row)
    for (const row of numbers) copyOne.run(row)
  }
}

function copySettings(db: Database.Database, at: string): void {
  db.exec(`INSERT INTO backup.${WHOLE} SELECT * FROM main.${WHOLE}`)
  db.prepare(`INSERT OR REPLACE INTO backup.${WHOLE} (key, value) VALUES (?, ?)`).run(
    BACKUP_MARK,
    JSON.stringify({ at }),
  )
}

/**
 * Walks every table and index of the copy, page by page: each is read, authenticated and decoded.
 * @throws when the copy cannot be read back whole
 */
export function* readBack(target: string, dataKey: Uint8Array | null): Generator<void, void> {
  const copy = new Database(target, { readonly: true })
  try {
    unlock(copy, dataKey)
    let pages = 0
    const walk = copy.prepare<[], { pagetype: string }>('SELECT pagetype FROM dbstat')
    for (const { pagetype } of walk.iterate()) {
      if (pagetype === 'corrupted') throw new Error('the copy of the database is not whole')
      pages += 1
      if (pages % SLICE_PAGES === 0) yield
    }
  } finally {
    copy.close()
  }
}
