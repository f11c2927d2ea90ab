import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync, writevSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Goes on after a short write, as a nearly full disk gives one, until all is written or it throws. */
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

/** What was written: size in bytes, and the lower-case hex SHA-256. */
export type Measured = { readonly sha256: string; readonly bytes: number }

export function measure(pieces: readonly Uint8Array[]): Measured {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return { sha256: hash.digest('hex'), bytes: pieces.reduce((sum, piece) => sum + piece.length, 0) }
}

/** The same for large files that come in pieces: this thread measures them, and works on, while the disk is at work. */
export async function writePiecesDurably(
  path: string,
  pieces: ReadableStream<Uint8Array>,
): Promise<Measured> {
  const temporary = `${path}.part`
  try {
    const measured = await writeFlushed(temporary, pieces)
    putInPlace(temporary, path)
    return measured
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
}

async function writeFlushed(path: string, pieces: ReadableStream<Uint8Array>): Promise<Measured> {
  const file = await open(path, 'w', 0o600)
  try {
    const all: Uint8Array[] = []
    for await (const piece of pieces) all.push(piece)
    writeAll(file.fd, all)
    const flushed = file.sync()
    const measured = measure(all)
    await flushed
    return measured
  } finally {
    await file.close()
  }
}

/** In one call of the system, where it takes all at once: a call for each piece costs a submit a millisecond. */
function writeAll(file: number, pieces: readonly Uint8Array[]): void {
  for (let left = pieces; left.length > 0; ) left = after(writevSync(file, left), left)
}

/** What is left of pieces after so many bytes of them. */
function after(bytes: number, pieces: readonly Uint8Array[]): Uint8Array[] {
  let skipped = 0
  return pieces.flatMap((piece) => {
    const from = Math.min(piece.length, Math.max(0, bytes - skipped))
    skipped += piece.length
    return from < piece.length ? [piece.subarray(from)] : []
  })
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
