import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Decrypter, Encrypter } from 'age-encryption'
import { z } from 'zod'
import type { KeyProvider } from './key-provider.ts'
import { KeyFileError, KeyMissingError, OtherProviderError, WrongKeyError } from './key-provider.ts'

const KEY_FILE = 'data-key.json'
const KEY_BYTES = 32

/** The data key once more, encrypted with age to the office's recovery key. */
const RecoveryCopy = z.object({ recipient: z.string(), wrapped: z.base64() })

const WrappedKey = z.object({
  version: z.literal(1),
  provider: z.enum(['safe-storage', 'key-file', 'passphrase']),
  wrapped: z.base64(),
  /** Whose data lie here: said before anything is opened. Older files do not say. */
  mode: z.enum(['demo', 'real']).optional(),
  recovery: RecoveryCopy.optional(),
})
type WrappedKey = z.infer<typeof WrappedKey>

/** @throws KeyFileError when the file cannot be read, or is not whole */
function readWrapped(dataDir: string): WrappedKey {
  const path = join(dataDir, KEY_FILE)
  const fault = (reason: 'unreadable' | 'damaged', what: string) =>
    new KeyFileError(reason, path, `${path} ${what}.`, 'bring it back, or use the recovery key')
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw fault('unreadable', 'cannot be read')
  }
  try {
    return WrappedKey.parse(JSON.parse(text))
  } catch {
    throw fault('damaged', 'is not whole')
  }
}

/** Whether a data key was made in this folder before. */
export const dataKeyExists = (dataDir: string): boolean => existsSync(join(dataDir, KEY_FILE))

/** Where the wrapped data key lies. */
export const dataKeyPath = (dataDir: string): string => join(dataDir, KEY_FILE)

/**
 * Reads the wrapped key without opening it.
 * @returns whose data lie in the folder, as far as the file says
 * @throws KeyFileError when it cannot be read, or is not whole
 */
export const checkDataKeyFile = (dataDir: string): 'demo' | 'real' | undefined => readWrapped(dataDir).mode

/** Writes a file so that after a power cut it is either whole or absent: write, fsync, rename, fsync of the folder. */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.part`
  try {
    // Writes on after a short write, as a nearly full disk gives one, until all is written or it throws.
    writeFileSync(temporary, bytes, { mode: 0o600, flush: true })
  } catch (cause) {
    // Half a file on a full disk is room that somebody needs.
    rmSync(temporary, { force: true })
    throw cause
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
 * @throws WrongKeyError when another provider or another key wrapped it, KeyFileError when a file is not usable
 */
export async function loadOrCreateDataKey(
  dataDir: string,
  keys: KeyProvider,
  random: (bytes: number) => Uint8Array,
  mode?: 'demo' | 'real',
): Promise<Uint8Array> {
  const path = join(dataDir, KEY_FILE)
  if (existsSync(path)) {
    const stored = readWrapped(dataDir)
    if (stored.provider !== keys.name)
      throw new OtherProviderError(`the data key was wrapped by ${stored.provider}`)
    const dataKey = await keys.unwrap(Buffer.from(stored.wrapped, 'base64'))
    if (dataKey.length !== KEY_BYTES) {
      throw new KeyFileError(
        'damaged',
        path,
        `${path} is not whole.`,
        'bring it back, or use the recovery key',
      )
    }
    return dataKey
  }
  const dataKey = random(KEY_BYTES)
  const wrapped = Buffer.from(await keys.wrap(dataKey)).toString('base64')
  writeDurably(path, Buffer.from(JSON.stringify({ version: 1, provider: keys.name, wrapped, mode })))
  return dataKey
}

/** The recovery key that this store is also wrapped for (`age1…`); null when there is none yet. */
export function recoveryRecipient(dataDir: string): string | null {
  return existsSync(join(dataDir, KEY_FILE)) ? (readWrapped(dataDir).recovery?.recipient ?? null) : null
}

/**
 * Wraps the data key a second time, for the office's recovery key, in place of an earlier recovery copy.
 * @param recipient an age recipient (`age1…`); its secret half is never here
 * @throws when it is not a recipient; nothing was changed then
 */
export async function addRecoveryCopy(
  dataDir: string,
  dataKey: Uint8Array,
  recipient: string,
): Promise<void> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const wrapped = Buffer.from(await encrypter.encrypt(dataKey)).toString('base64')
  const stored: WrappedKey = { ...readWrapped(dataDir), recovery: { recipient, wrapped } }
  writeDurably(join(dataDir, KEY_FILE), Buffer.from(JSON.stringify(stored)))
}

/**
 * Opens the data key of a kiosk whose own key provider is gone.
 * @param identities secret recovery keys (`AGE-SECRET-KEY-1…`); any of them may fit
 * @throws KeyMissingError when there is no recovery copy, WrongKeyError when no identity opens it
 */
export async function openWithRecoveryKey(
  dataDir: string,
  identities: readonly string[],
): Promise<Uint8Array> {
  const recovery = existsSync(join(dataDir, KEY_FILE)) ? readWrapped(dataDir).recovery : undefined
  if (!recovery) throw new KeyMissingError('this store was never wrapped for a recovery key')
  try {
    const decrypter = new Decrypter()
    // Throws for a key with a typing mistake: its checksum says so.
    for (const identity of identities) decrypter.addIdentity(identity)
    return await decrypter.decrypt(Buffer.from(recovery.wrapped, 'base64'))
  } catch {
    throw new WrongKeyError('the recovery key does not open this store')
  }
}
