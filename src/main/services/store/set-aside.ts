import { mkdirSync, readdirSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { flush } from './backup-files.ts'

const FOLDER = 'damaged'
const NAME = /^\d{3,}$/

/** A damaged database that was set aside: where it lies, and a name that no other one has or will have. */
export type SetAside = { readonly id: string; readonly path: string }

function names(dataDir: string): string[] {
  try {
    return readdirSync(join(dataDir, FOLDER)).filter((name) => NAME.test(name))
  } catch {
    return []
  }
}

/** Moves database, log and shared memory into a folder of their own below `damaged/`. */
export function setAside(dataDir: string): void {
  const files = readdirSync(dataDir).filter((name) => /^kiosk\.db(-wal|-shm|-journal)?$/.test(name))
  if (files.length === 0) return
  mkdirSync(join(dataDir, FOLDER), { recursive: true, mode: 0o700 })
  const number = Math.max(0, ...names(dataDir).map(Number)) + 1
  const place = join(dataDir, FOLDER, String(number).padStart(3, '0'))
  mkdirSync(place, { mode: 0o700 })
  // The database goes first: without its log it could look whole, and older than it is. Without the database the next
  // start comes back here and moves the log too, before anything takes its place.
  for (const name of files.sort()) renameSync(join(dataDir, name), join(place, name))
}

/** Everything that was set aside and is still there. A number may come again, its moment does not. */
export const listSetAside = (dataDir: string): SetAside[] =>
  names(dataDir).map((name) => {
    const path = join(dataDir, FOLDER, name)
    return { id: `${name}@${Math.round(statSync(path).mtimeMs)}`, path }
  })

/** Removes one for good; after a power cut in the middle it is still listed. */
export function eraseSetAside(dataDir: string, { path }: SetAside): void {
  for (const name of readdirSync(path)) truncateSync(join(path, name))
  rmSync(path, { recursive: true, force: true })
  if (process.platform !== 'win32') flush(join(dataDir, FOLDER))
}
