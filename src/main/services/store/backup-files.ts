import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
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

/** Where the next backup goes: it is made beside, and takes its name when it is whole. */
function nextBackup(dataDir: string) {
  const folder = folderOf(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const known = sequences(dataDir)
  const path = join(folder, nameOf((known[0] ?? 0) + 1))
  const part = `${path}.part`
  for (const name of readdirSync(folder)) {
    if (name.includes('.part')) rmSync(join(folder, name), { force: true })
  }
  return {
    folder,
    path,
    part,
    /** Removes those that are too many by now. */
    removeOld(): void {
      for (const sequence of known.slice(KEEP - 1)) rmSync(join(folder, nameOf(sequence)), { force: true })
    },
    /** Removes what was begun; nothing is left to remove of what took its name. */
    clear(): void {
      for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(part + ending, { force: true })
    },
  }
}

/**
 * Makes the next backup: copied beside, read back, flushed, then renamed, so that a crash leaves the earlier ones. Keeps
 * the three newest. Everything else waits meanwhile: for moments when nobody is there.
 * @returns the path of the new backup
 * @throws when it cannot be made; the earlier ones are untouched
 */
export function makeBackup(
  db: Database.Database,
  dataDir: string,
  dataKey: Uint8Array | null,
  at: Date = new Date(),
): string {
  const { folder, path, part, removeOld, clear } = nextBackup(dataDir)
  try {
    for (const _slice of copyDatabase(db, part, dataKey, at.toISOString()));
    flush(part)
    renameSync(part, path)
  } finally {
    clear()
  }
  if (hasFolderFlush) flush(folder)
  removeOld()
  return path
}

/**
 * As `makeBackup`, in slices.
 * @param slice runs one slice; calls are answered in between, until what it returns has settled
 */
export async function makeBackupAside(
  db: Database.Database,
  dataDir: string,
  dataKey: Uint8Array | null,
  at: Date,
  slice: (run: () => boolean) => Promise<boolean>,
): Promise<string> {
  const { folder, path, part, removeOld, clear } = nextBackup(dataDir)
  const copying = copyDatabase(db, part, dataKey, at.toISOString())
  try {
    while (await slice(() => copying.next().done !== true));
    await flushAside(part)
    renameSync(part, path)
  } finally {
    // Takes the triggers off the database when something else than a slice failed.
    copying.return()
    clear()
  }
  if (hasFolderFlush) await flushAside(folder)
  removeOld()
  return path
}

/** Windows cannot flush a folder, and NTFS needs it not. */
const hasFolderFlush = process.platform !== 'win32'

async function flushAside(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
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
