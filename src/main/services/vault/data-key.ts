import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { KeyProvider } from './key-provider.ts'
import { WrongKeyError } from './key-provider.ts'

const KEY_FILE = 'data-key.json'
const KEY_BYTES = 32

const WrappedKey = z.object({
  version: z.literal(1),
  provider: z.enum(['safe-storage', 'key-file', 'passphrase']),
  wrapped: z.base64(),
})

/** Whether a data key was made in this folder before. */
export const dataKeyExists = (dataDir: string): boolean => existsSync(join(dataDir, KEY_FILE))

/** Writes a file so that after a power cut it is either whole or absent: write, fsync, rename, fsync of the folder. */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.part`
  const file = openSync(temporary, 'w', 0o600)
  try {
    writeSync(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
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

/**
 * The store's 32-byte key: made once, kept in the data folder wrapped by the host's key provider.
 * @throws WrongKeyError when another provider or another key wrapped it
 */
export async function loadOrCreateDataKey(
  dataDir: string,
  keys: KeyProvider,
  random: (bytes: number) => Uint8Array,
): Promise<Uint8Array> {
  const path = join(dataDir, KEY_FILE)
  if (existsSync(path)) {
    const stored = WrappedKey.parse(JSON.parse(readFileSync(path, 'utf8')))
    if (stored.provider !== keys.name)
      throw new WrongKeyError(`the data key was wrapped by ${stored.provider}`)
    const dataKey = await keys.unwrap(Buffer.from(stored.wrapped, 'base64'))
    if (dataKey.length !== KEY_BYTES) throw new WrongKeyError('the data key has a wrong length')
    return dataKey
  }
  const dataKey = random(KEY_BYTES)
  const wrapped = Buffer.from(await keys.wrap(dataKey)).toString('base64')
  writeDurably(path, Buffer.from(JSON.stringify({ version: 1, provider: keys.name, wrapped })))
  return dataKey
}
