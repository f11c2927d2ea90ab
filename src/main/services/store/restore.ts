import { constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { flush, listBackups } from './backup-files.ts'
import { unlock } from './copy-database.ts'
import { MIGRATIONS, schemaVersion } from './migrate.ts'
import { DATABASE_FILE } from './open-database.ts'
import { setAside } from './set-aside.ts'

/** Whether there is no database file, or only an empty one: a power cut can leave that. */
export function databaseMissing(dataDir: string): boolean {
  const path = join(dataDir, DATABASE_FILE)
  return !existsSync(path) || statSync(path).size === 0
}

/**
 * Puts the newest good backup in the database's place. What is there is set aside under `damaged/`, renamed and kept
 * for a while (`createDamagedCopies`). Safe at every moment: until the last rename the next start finds no database, and does the same again.
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
