import { accessSync, closeSync, constants, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { STORE_PROBLEMS } from '#shared/domain/errors.ts'
import { diskFault, makeFolder, nearestFolder } from '../files/index.ts'
import { makeBackup, unlock } from './backup-files.ts'
import { MIGRATIONS, type Migration, migrate, NewerSchemaError, schemaVersion } from './migrate.ts'

/** A reason why the store cannot be opened; nothing was changed. */
export class StoreProblem extends Error {
  override name = 'StoreProblem'
  readonly reason: (typeof STORE_PROBLEMS)[number]
  /** The file or folder that it is about. */
  readonly path: string | undefined
  constructor(reason: (typeof STORE_PROBLEMS)[number], cause?: unknown, path?: string) {
    super(`store: ${reason}`, { cause })
    this.reason = reason
    this.path = path
  }
}

/**
 * So many pages (16 MB) in the log make the next commit write them back. A minute's work is far below; the sweep has
 * the log written back each minute (`tidyLog`), so that nobody at the screen waits for that.
 */
const LOG_PAGES = 4_000

/** A database of so many pages (40 MB) is checked within a third of a second, and so at once. */
const SOON_CHECKED_PAGES = 10_000

/** The tables that grow with the years: of a large database they are looked at after the start. */
const GROWING_TABLES = ['job', 'audit', 'submission_event', 'submission'] as const

/** Pages kept in memory at work (SQLite's own figure), and while the check at the start reads everything. */
const CACHE_KIB = 2_000
const CHECK_CACHE_KIB = 256_000

export const DATABASE_FILE = 'kiosk.db'

/** Whether a store was made in this folder before. */
export const databaseExists = (dataDir: string): boolean => existsSync(join(dataDir, DATABASE_FILE))

/**
 * Looks whether data can lie in this folder, without writing anything.
 * @throws StoreProblem when it is a file, below one, on a drive that is not there, or closed to this user
 */
export function checkPlace(dataDir: string): void {
  try {
    const nearest = nearestFolder(dataDir)
    if (nearest === undefined) throw new Error('no folder')
    accessSync(nearest, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new StoreProblem('not-writable', cause, dataDir)
  }
}

/**
 * Makes the folder and proves that a file can be written and synced in it; the file is removed again.
 * @param made takes the folders that were not there before
 */
export function ensureWritable(dataDir: string, made: string[] = []): void {
  const probe = join(dataDir, `.probe-${process.pid}`)
  try {
    makeFolder(dataDir, made)
    try {
      const file = openSync(probe, 'w', 0o600)
      try {
        writeSync(file, 'x')
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
    } finally {
      rmSync(probe, { force: true })
    }
  } catch (cause) {
    throw new StoreProblem(diskFault(cause) ?? 'not-writable', cause, dataDir)
  }
}

const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''

/** Sorts what SQLite says into what a person must do. */
export function problemOf(cause: unknown): StoreProblem {
  if (cause instanceof StoreProblem) return cause
  const code = codeOf(cause)
  const fault = diskFault(cause)
  if (fault) return new StoreProblem(fault, cause)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new StoreProblem('in-use', cause)
  if (cause instanceof NewerSchemaError) return new StoreProblem('newer-data', cause)
  return new StoreProblem('damaged', cause)
}

export type OpenOptions = {
  readonly migrations?: readonly Migration[]
  /** Lets the growing tables of a large database wait for `isWhole(db, table)`. Otherwise everything is checked here. */
  readonly checkLater?: boolean
  /** From how many pages on a database is large; for tests. */
  readonly largePages?: number
}

/** An open database, and the tables that were not checked yet. */
export type OpenedDatabase = { readonly db: Database.Database; readonly unchecked: readonly string[] }

/**
 * Opens (or makes) the kiosk's database.
 *
 * Page encryption by SQLite3MultipleCiphers (ChaCha20-Poly1305, authenticated). `synchronous=FULL` in WAL
 * mode makes a commit survive a power cut; the exclusive lock keeps a second kiosk process out.
 *
 * @param dataKey 32 bytes, or null for an unencrypted database (only tests that search its bytes)
 * @param mode demo and real data never share a database
 * @throws StoreProblem
 */
export function openDatabase(
  dataDir: string,
  dataKey: Uint8Array | null,
  mode: 'demo' | 'real',
  { migrations = MIGRATIONS, checkLater = false, largePages = SOON_CHECKED_PAGES }: OpenOptions = {},
): OpenedDatabase {
  let db: Database.Database | undefined
  try {
    db = new Database(join(dataDir, DATABASE_FILE), { timeout: 500 })
    unlock(db, dataKey)
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('secure_delete = ON')
    db.pragma('temp_store = MEMORY')
    db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
    const version = schemaVersion(db)
    const newest = migrations.at(-1)?.version ?? 0
    // A migration touches everything: before it everything is looked at.
    const mayWait = checkLater && version === newest && pagesOf(db) >= largePages
    if (!(mayWait ? isWholeButGrowing(db) : isWhole(db))) throw new StoreProblem('damaged')
    if (version > 0) refuseOtherMode(db, mode)
    // A migration is the one moment when our own program rewrites everything that is there.
    if (version > 0 && version < newest) makeBackup(db, dataDir, dataKey)
    migrate(db, migrations)
    claimMode(db, mode)
    // What was erased just before the power went still stands in the log.
    db.pragma('wal_checkpoint(TRUNCATE)')
    return { db, unchecked: mayWait ? GROWING_TABLES : [] }
  } catch (cause) {
    db?.close()
    throw problemOf(cause)
  }
}

/**
 * Whether the database itself is broken, so that a backup is the way on. A newer program's database, or a fault of
 * this program, is not: those are left alone.
 */
export function isDamage(problem: StoreProblem): boolean {
  if (problem.reason !== 'damaged' || problem.cause instanceof NewerSchemaError) return false
  if (problem.cause === undefined) return true
  return /^SQLITE_(CORRUPT|NOTADB|IOERR_READ|IOERR_SHORT_READ|IOERR_DATA|IOERR_CORRUPTFS)/.test(
    codeOf(problem.cause),
  )
}

function refuseOtherMode(db: Database.Database, mode: 'demo' | 'real'): void {
  const row = db.prepare("SELECT value FROM setting WHERE key = 'mode'").get() as
    | { value: string }
    | undefined
  if (row && row.value !== mode) throw new StoreProblem('wrong-mode')
}

const pagesOf = (db: Database.Database): number => Number(db.pragma('page_count', { simple: true }))

function isWholeButGrowing(db: Database.Database): boolean {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .map(({ name }) => name)
  const growing: readonly string[] = GROWING_TABLES
  return tables.filter((name) => !growing.includes(name)).every((name) => isWhole(db, name))
}

/**
 * SQLite's own check, of everything or of one table with its indexes. It goes over all of it twice: once for the trees,
 * once for the rows. The memory for what it read before is given back at once.
 */
export function isWhole(db: Database.Database, table?: string): boolean {
  db.pragma(`cache_size = -${CHECK_CACHE_KIB}`)
  try {
    return (
      db.pragma(table === undefined ? 'quick_check' : `quick_check('${table}')`, { simple: true }) === 'ok'
    )
  } finally {
    db.pragma(`cache_size = -${CACHE_KIB}`)
    db.pragma('shrink_memory')
  }
}

function claimMode(db: Database.Database, mode: 'demo' | 'real'): void {
  db.prepare("INSERT INTO setting (key, value) VALUES ('mode', ?) ON CONFLICT DO NOTHING").run(mode)
}
