import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import { diskFault, makeFolder, removeWhenEmpty } from '../files/index.ts'
import { KeyFileError, KeyMissingError, type KeyProvider, WrongKeyError } from './key-provider.ts'
import { KEY_BYTES, seal, unseal } from './key-wrapping.ts'

/** First line of a key file; the second is the key in base64. */
const HEADER = 'lpse-kiosk-key-v1'

type Options = {
  readonly path: string
  readonly dataDir: string
  /** Makes the file (mode 0600) when there is none and a data key is to be wrapped; right only for a new store. */
  readonly createWhenMissing: boolean
  /** Told when the file was made. */
  readonly onCreated?: () => void
}

/**
 * Keys from a file of 32 random bytes. It protects a stolen disk image only when it is kept elsewhere
 * than the data, so a file inside the data directory is refused, and so is one that others may read.
 *
 * The file is read when a key is needed, and made only then: a start that fails before leaves none behind. What is
 * wrong with it is thrown then too (`KeyMissingError`, `KeyFileError`), so that the started kiosk can say on its
 * screen what is wrong instead of not coming up at all.
 * @returns `found`: whether the file was there
 * @throws {KeyFileError} when it would lie inside the data directory
 */
export async function openKeyFile(
  options: Options,
): Promise<{ readonly keys: KeyProvider; readonly found: 'there' | 'missing' }> {
  const path = resolve(options.path)
  if (isInside(path, resolve(options.dataDir))) {
    throw new KeyFileError(
      'inside-data-dir',
      path,
      `The key file ${path} lies inside the data directory it protects.`,
      'name a file elsewhere with --key-file, best on another disk',
    )
  }
  return { keys: createProvider(path, options), found: existsSync(path) ? 'there' : 'missing' }
}

function createProvider(path: string, { createWhenMissing, onCreated }: Options): KeyProvider {
  let created: (() => void) | undefined

  async function key(mayCreate: boolean): Promise<Uint8Array> {
    const existing = await readKeyFile(path)
    if (existing !== undefined) return existing
    if (!mayCreate) throw new KeyMissingError(`The key file ${path} is not there.`, path)
    const made = createKeyFile(path)
    created = made.undo
    onCreated?.()
    return made.key
  }

  return {
    name: 'key-file',
    wrap: async (dataKey) => seal(await key(createWhenMissing), dataKey),
    unwrap: async (wrapped) => {
      const dataKey = unseal(await key(false), wrapped)
      if (dataKey === undefined) throw new WrongKeyError('The key file does not belong to this store.')
      return dataKey
    },
    undo() {
      created?.()
      created = undefined
    },
  }
}

async function readKeyFile(path: string): Promise<Uint8Array | undefined> {
  let text: string
  try {
    // Windows has no such bits: there the file inherits the protection of the user's profile.
    const { mode } = await stat(path)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new KeyFileError(
        'readable-by-others',
        path,
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
      path,
      `The key file ${path} cannot be read.`,
      'give this user the right to read it',
    )
  }
  const [header, encoded = ''] = text.split(/\r?\n/)
  const key = Buffer.from(encoded, 'base64')
  if (header !== HEADER || key.length !== KEY_BYTES) {
    throw new KeyFileError(
      'damaged',
      path,
      `${path} is not a key file of the kiosk.`,
      'bring the file back from its safe place',
    )
  }
  return key
}

/** Makes the file, durably; `undo` removes it, and the folders that were made for it. */
function createKeyFile(path: string): { readonly key: Uint8Array; undo(): void } {
  const key = randomBytes(KEY_BYTES)
  const folders: string[] = []
  let mine = false
  const undo = (): void => {
    if (mine) rmSync(path, { force: true })
    for (const folder of folders.reverse()) removeWhenEmpty(folder)
  }
  try {
    makeFolder(dirname(path), folders)
    // `wx`: a key file that somebody else made in the meantime is never overwritten.
    const file = openSync(path, 'wx', 0o600)
    mine = true
    try {
      writeSync(file, `${HEADER}\n${key.toString('base64')}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    undo()
    if (diskFault(cause) === 'disk-full') throw cause
    throw new KeyFileError(
      'not-writable',
      path,
      `The key file ${path} cannot be made.`,
      'name a place that this user may write to with --key-file',
    )
  }
  return { key, undo }
}

function isInside(path: string, dir: string): boolean {
  const way = relative(dir, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
