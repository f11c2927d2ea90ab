import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Both writers go on after a short write, as a nearly full disk gives one, until all is written or they throw. */
const PRIVATE_AND_FLUSHED = { mode: 0o600, flush: true }

/** Writes a file so that after a power cut it is either whole or absent: write, fsync, rename, fsync of the folder. */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.part`
  try {
    writeFileSync(temporary, bytes, PRIVATE_AND_FLUSHED)
  } catch (cause) {
    // Half a file on a full disk is room that somebody needs.
    rmSync(temporary, { force: true })
    throw cause
  }
  putInPlace(temporary, path)
}

/** The same for large files: this thread works on while the disk writes. */
export async function writeDurablyAside(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.part`
  try {
    await writeFile(temporary, bytes, PRIVATE_AND_FLUSHED)
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
  putInPlace(temporary, path)
}

function putInPlace(temporary: string, path: string): void {
  renameSync(temporary, path)
  syncFolder(dirname(path))
}

/** Makes a rename or removal in a folder durable; Windows has no such call and needs none for NTFS. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
