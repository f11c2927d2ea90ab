import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, stat } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import { KeyMissingError, type KeyProvider, WrongKeyError } from './key-provider.ts'
import { KEY_BYTES, seal, unseal } from './key-wrapping.ts'

/** First line of a key file; the second is the key in base64. */
const HEADER = 'lpse-kiosk-key-v1'

/** A key file that may not be used: why, and what mends it. Carries no key material. */
export class KeyFileError extends Error {
  override name = 'KeyFileError'
  readonly reason: 'readable-by-others' | 'unreadable' | 'inside-data-dir'
  readonly mend: string

  constructor(reason: KeyFileError['reason'], message: string, mend: string) {
    super(message)
    this.reason = reason
    this.mend = mend
  }
}

/**
 * Keys from a file of 32 random bytes. It protects a stolen disk image only when it is kept elsewhere
 * than the data, so a file inside the data directory is refused, and so is one that others may read.
 *
 * @param options.createWhenMissing makes the file (mode 0600) when there is none; right only for a new store.
 * @returns `found` tells what happened. With `missing` the provider throws `KeyMissingError`, so that the
 *   started kiosk can say on its screen what is wrong instead of not coming up at all.
 * @throws {KeyFileError} when a file is there that may not be used
 */
export async function openKeyFile(options: {
  readonly path: string
  readonly dataDir: string
  readonly createWhenMissing: boolean
}): Promise<{ readonly keys: KeyProvider; readonly found: 'there' | 'created' | 'missing' }> {
  const path = resolve(options.path)
  if (isInside(path, resolve(options.dataDir))) {
    throw new KeyFileError(
      'inside-data-dir',
      `The key file ${path} lies inside the data directory it protects.`,
      'name a file elsewhere with --key-file, best on another disk',
    )
  }
  const existing = await readKeyFile(path)
  if (existing !== undefined) return { keys: providerFor(existing), found: 'there' }
  if (!options.createWhenMissing) return { keys: providerWithoutKey(path), found: 'missing' }
  return { keys: providerFor(await createKeyFile(path)), found: 'created' }
}

function providerWithoutKey(path: string): KeyProvider {
  const refuse = async (): Promise<never> => {
    throw new KeyMissingError(`The key file ${path} is not there.`)
  }
  return { name: 'key-file', wrap: refuse, unwrap: refuse }
}

function providerFor(key: Uint8Array): KeyProvider {
  return {
    name: 'key-file',
    wrap: async (dataKey) => seal(key, dataKey),
    unwrap: async (wrapped) => {
      const dataKey = unseal(key, wrapped)
      if (dataKey === undefined) throw new WrongKeyError('The key file does not belong to this store.')
      return dataKey
    },
  }
}

async function readKeyFile(path: string): Promise<Uint8Array | undefined> {
  let text: string
  try {
    // Windows has no such mode bits: there the file inherits the protection of the user's profile.
    const { mode } = await stat(path)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new KeyFileError(
        'readable-by-others',
        `Others may read the key file ${path}.`,
        `chmod 600 '${path}'`,
      )
    }
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof KeyFileError) throw error
    if (isMissing(error)) return undefined
    throw new KeyFileError(
      'unreadable',
      `The key file ${path} cannot be read.`,
      'give this user the right to read it',
    )
  }
  const [header, encoded = ''] = text.split(/\r?\n/)
  const key = Buffer.from(encoded, 'base64')
  if (header !== HEADER || key.length !== KEY_BYTES) {
    throw new KeyFileError(
      'unreadable',
      `${path} is not a key file of the kiosk.`,
      'bring the file back from its safe place',
    )
  }
  return key
}

async function createKeyFile(path: string): Promise<Uint8Array> {
  const key = randomBytes(KEY_BYTES)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // `wx`: a key file that somebody else made in the meantime is never overwritten.
  const file = await open(path, 'wx', 0o600)
  await writeAll(file, `${HEADER}\n${key.toString('base64')}\n`)
  return key
}

async function writeAll(file: FileHandle, text: string): Promise<void> {
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

function isInside(path: string, dir: string): boolean {
  const way = relative(dir, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
