import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { flush, listBackups } from './backup-files.ts'
import { unlock } from './copy-database.ts'
import { MIGRATIONS, schemaVersion } from './migrate.ts'
import { DATABASE_FILE } from './open-database.ts'

const DAMAGED_FOLDER = 'damaged'

/** Whether there is no database file, or only an empty one: a power cut can leave that. */
export function databaseMissing(dataDir: string): boolean {
  const path = join(dataDir, DATABASE_FILE)
  return !existsSync(path) || statSync(path).size === 0
}

/**
 * Puts the newest good backup in the database's place. What is there is set aside under `damaged/`, renamed and never
 * deleted. Safe at every moment: until the last rename the next start finds no database, and does the same again.
 * @returns the name of the backup that was taken, or undefined when there is no good one; then nothing was changed
 */
export function restoreNewestBackup(dataDir: string, dataKey: Uint8Array | null): string | undefined {
  const good = listBackups(dataDir).find((path) => isGood(path, dataKey))
  if (good === undefined) return undefined
  const part = join(dataDir, `${DATABASE_FILE}.restoring`)
  rmSync(part, { force: true })
  copyFileSync(good, part, constants.COPYFILE_EXCL)
  flush(part)
  setAside(dataDir)
  renameSync(part, join(dataDir, DATABASE_FILE))
  if (process.platform !== 'win32') flush(dataDir)
  return basename(good)
}

function isGood(path: string, dataKey: Uint8Array | null): boolean {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { readonly: true })
    unlock(db, dataKey)
    const version = schemaVersion(db)
    const known = version > 0 && version <= (MIGRATIONS.at(-1)?.version ?? 0)
    return known && db.pragma('integrity_check', { simple: true }) === 'ok'
  } catch {
    return false
  } finally {
    db?.close()
  }
}

/** Moves database, log and shared memory into a folder of their own. */
function setAside(dataDir: string): void {
  const names = readdirSync(dataDir).filter((name) => /^kiosk\.db(-wal|-shm|-journal)?$/.test(name))
  if (names.length === 0) return
  const folder = join(dataDir, DAMAGED_FOLDER)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const place = join(folder, String(readdirSync(folder).length + 1).padStart(3, '0'))
  mkdirSync(place, { mode: 0o700 })
  // The database goes first: without its log it could look whole, and older than it is. Without the database the next
  // start comes back here and moves the log too, before anything takes its place.
  for (const name of names.sort()) renameSync(join(dataDir, name), join(place, name))
}
