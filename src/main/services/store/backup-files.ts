import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { copyDatabase } from './copy-database.ts'

export { unlock } from './copy-database.ts'

const FOLDER = 'backups'
/** Older ones are removed: what was erased from the database must not live on in its backups. */
const KEEP = 3
const NAME = /^kiosk-(\d{6,})\.db$/

const folderOf = (dataDir: string): string => join(dataDir, FOLDER)
const nameOf = (sequence: number): string => `kiosk-${String(sequence).padStart(6, '0')}.db`

/** Sequence numbers of the backups in a data folder, newest first. Counted, not dated: a clock may be wrong. */
function sequences(dataDir: string): number[] {
  let names: string[]
  try {
    names = readdirSync(folderOf(dataDir))
  } catch {
    return []
  }
  return names.flatMap((name) => Number(NAME.exec(name)?.[1] ?? Number.NaN) || []).sort((a, b) => b - a)
}

/** Paths of the backups, newest first. */
export const listBackups = (dataDir: string): string[] =>
  sequences(dataDir).map((sequence) => join(folderOf(dataDir), nameOf(sequence)))

/** When the oldest backup that is kept was written, in milliseconds; undefined when there is none. */
export function oldestBackupMs(dataDir: string): number | undefined {
  const oldest = listBackups(dataDir).at(-1)
  return oldest === undefined ? undefined : statSync(oldest).mtimeMs
}

/**
 * Makes the next backup: copied beside, checked, flushed, then renamed, so that a crash leaves the earlier ones. Keeps
 * the three newest.
 * @returns the path of the new backup
 * @throws when it cannot be made; the earlier ones are untouched
 */
export function makeBackup(
  db: Database.Database,
  dataDir: string,
  dataKey: Uint8Array | null,
  at: Date = new Date(),
): string {
  const folder = folderOf(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const known = sequences(dataDir)
  const path = join(folder, nameOf((known[0] ?? 0) + 1))
  const part = `${path}.part`
  for (const name of readdirSync(folder)) {
    if (name.includes('.part')) rmSync(join(folder, name), { force: true })
  }
  try {
    copyDatabase(db, part, dataKey, at.toISOString())
    flush(part)
    renameSync(part, path)
  } finally {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(part + ending, { force: true })
  }
  if (process.platform !== 'win32') flush(folder)
  for (const sequence of known.slice(KEEP - 1)) rmSync(join(folder, nameOf(sequence)), { force: true })
  return path
}

/** Flushes a file or, where the system knows that, a folder's entries. */
export function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
