import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Decrypter, Encrypter } from 'age-encryption'
import { z } from 'zod'
import type { KeyProvider } from './key-provider.ts'
import { KeyFileError, KeyMissingError, OtherProviderError, WrongKeyError } from './key-provider.ts'
import { writeDurably } from './write-durably.ts'

const KEY_FILE = 'data-key.json'
/** The same once more, elsewhere on the disk: one bad sector must not make backups, packets and recovery key useless. */
const SECOND_KEY_FILE = join('backups', KEY_FILE)
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
function readFile(path: string): WrappedKey {
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

const filesOf = (dataDir: string): string[] => [join(dataDir, KEY_FILE), join(dataDir, SECOND_KEY_FILE)]

/**
 * What the first file says and, where it differs, the second: the first counts unless it cannot be used.
 * @throws KeyFileError about the first when neither can be read whole
 */
function readWrapped(dataDir: string): readonly [WrappedKey, ...WrappedKey[]] {
  let fault: unknown
  const found: WrappedKey[] = []
  for (const path of filesOf(dataDir)) {
    try {
      found.push(readFile(path))
    } catch (cause) {
      fault ??= cause
    }
  }
  const [first, second] = found
  if (!first) throw fault
  return second === undefined || isSame(first, second) ? [first] : [first, second]
}

const isSame = (one: WrappedKey, other: WrappedKey): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Writes both files, each whole or not at all; a power cut in between leaves one of them. */
function writeWrapped(dataDir: string, wrapped: WrappedKey): void {
  mkdirSync(dirname(join(dataDir, SECOND_KEY_FILE)), { recursive: true, mode: 0o700 })
  for (const path of filesOf(dataDir)) writeDurably(path, Buffer.from(JSON.stringify(wrapped)))
}

/** Tries each in turn. @throws what went wrong with the first */
async function firstThatOpens<T>(
  wrapped: readonly WrappedKey[],
  open: (one: WrappedKey) => Promise<T>,
): Promise<T> {
  let fault: unknown
  for (const one of wrapped) {
    try {
      return await open(one)
    } catch (cause) {
      fault ??= cause
    }
  }
  throw fault
}

/** Whether a data key was made in this folder before. */
export const dataKeyExists = (dataDir: string): boolean => filesOf(dataDir).some((path) => existsSync(path))

/** Where the wrapped data key lies. */
export const dataKeyPath = (dataDir: string): string => join(dataDir, KEY_FILE)

/**
 * Reads the wrapped key without opening it.
 * @returns whose data lie in the folder, as far as the file says
 * @throws KeyFileError when it cannot be read, or is not whole
 */
export const checkDataKeyFile = (dataDir: string): 'demo' | 'real' | undefined => readWrapped(dataDir)[0].mode

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
  if (dataKeyExists(dataDir)) return (await openWith(dataDir, keys)).dataKey
  const dataKey = random(KEY_BYTES)
  const wrapped = Buffer.from(await keys.wrap(dataKey)).toString('base64')
  writeWrapped(dataDir, { version: 1, provider: keys.name, wrapped, ...(mode && { mode }) })
  return dataKey
}

async function openWith(
  dataDir: string,
  keys: KeyProvider,
): Promise<{ stored: WrappedKey; dataKey: Uint8Array }> {
  const path = join(dataDir, KEY_FILE)
  return firstThatOpens(readWrapped(dataDir), async (stored) => {
    if (stored.provider !== keys.name)
      throw new OtherProviderError(`the data key was wrapped by ${stored.provider}`)
    const dataKey = await keys.unwrap(Buffer.from(stored.wrapped, 'base64'))
    if (dataKey.length === KEY_BYTES) return { stored, dataKey }
    throw new KeyFileError('damaged', path, `${path} is not whole.`, 'bring it back, or use the recovery key')
  })
}

/**
 * After a start that opened everything: makes both files say what opened it, when one of them is gone or says something
 * else. On a full disk the next start does it.
 */
export async function mendDataKeyFiles(dataDir: string, keys: KeyProvider): Promise<void> {
  try {
    const known = filesOf(dataDir).map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined))
    if (known[0] !== undefined && known[0] === known[1]) return
  } catch {
    // One of them cannot be read: that is what has to be mended.
  }
  try {
    writeWrapped(dataDir, (await openWith(dataDir, keys)).stored)
  } catch {
    // One of the two is good: the store was opened with it.
  }
}

/** The recovery key that this store is also wrapped for (`age1…`); null when there is none yet. */
export function recoveryRecipient(dataDir: string): string | null {
  return dataKeyExists(dataDir) ? (readWrapped(dataDir)[0].recovery?.recipient ?? null) : null
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
  writeWrapped(dataDir, { ...readWrapped(dataDir)[0], recovery: { recipient, wrapped } })
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
  const known = dataKeyExists(dataDir) ? readWrapped(dataDir).filter(({ recovery }) => recovery) : []
  if (known.length === 0) throw new KeyMissingError('this store was never wrapped for a recovery key')
  try {
    const decrypter = new Decrypter()
    // Throws for a key with a typing mistake: its checksum says so.
    for (const identity of identities) decrypter.addIdentity(identity)
    return await firstThatOpens(known, ({ recovery }) =>
      decrypter.decrypt(Buffer.from(recovery?.wrapped ?? '', 'base64')),
    )
  } catch {
    throw new WrongKeyError('the recovery key does not open this store')
  }
}
