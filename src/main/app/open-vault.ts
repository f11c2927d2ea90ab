import { createHmac } from 'node:crypto'
import { openOrRestore, wasUsed } from '../services/backup/index.ts'
import { diskFault } from '../services/files/index.ts'
import { createRecoveryKeys } from '../services/recovery/index.ts'
import {
  checkPlace,
  databaseExists,
  ensureWritable,
  type Store,
  StoreProblem,
} from '../services/store/index.ts'
import {
  checkDataKeyFile,
  createPackets,
  dataKeyExists,
  dataKeyPath,
  KeyFileError,
  KeyMissingError,
  loadOrCreateDataKey,
  lookupKeyOf,
  mendDataKeyFiles,
  OtherProviderError,
  type Packets,
  recordKeyOf,
  WrongKeyError,
} from '../services/vault/index.ts'
import type { AppOptions } from './app.ts'
import { noteFreshStart } from './fresh-start.ts'

const KEY_FILE_PROBLEMS = {
  'readable-by-others': 'key-exposed',
  unreadable: 'key-unreadable',
  damaged: 'key-damaged',
  'not-writable': 'key-not-writable',
  'inside-data-dir': 'key-not-writable',
} as const satisfies Record<KeyFileError['reason'], StoreProblem['reason']>

/** What is wrong with the keys, as a person has to mend it; a bug stays what it is. */
function keyProblem(cause: unknown): unknown {
  if (cause instanceof KeyFileError)
    return new StoreProblem(KEY_FILE_PROBLEMS[cause.reason], cause, cause.path)
  if (cause instanceof KeyMissingError) return new StoreProblem('key-missing', cause, cause.path)
  if (cause instanceof OtherProviderError) return new StoreProblem('wrong-key-kind', cause)
  if (cause instanceof WrongKeyError) return new StoreProblem('wrong-key', cause)
  // The key could not be written.
  const fault = diskFault(cause)
  return fault === undefined ? cause : new StoreProblem(fault, cause)
}

async function withKeyProblems<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw keyProblem(cause)
  }
}

/**
 * Opens everything that holds data. Place, mode and key are looked at before anything is written, so that nothing is
 * touched when one of them is wrong; a first start that fails takes back what it made.
 * @param check whether the large tables of a large database may be checked after the start
 * @throws StoreProblem
 */
export async function openVault(
  options: AppOptions,
  random: (bytes: number) => Uint8Array,
  check: { readonly checkLater: boolean },
) {
  const mode = options.demo ? 'demo' : 'real'
  const { dataDir, keys } = options
  checkPlace(dataDir)
  const hasKey = dataKeyExists(dataDir)
  const used = databaseExists(dataDir) || wasUsed(dataDir)
  if (used && !hasKey) throw new StoreProblem('key-missing', undefined, dataKeyPath(dataDir))
  const dataOf = hasKey ? await withKeyProblems(() => checkDataKeyFile(dataDir)) : undefined
  if (dataOf !== undefined && dataOf !== mode) throw new StoreProblem('wrong-mode', undefined, dataDir)
  const loadKey = () => withKeyProblems(() => loadOrCreateDataKey(dataDir, keys, random, mode))
  const knownKey = hasKey ? await loadKey() : undefined

  const fresh = used || hasKey ? undefined : noteFreshStart(dataDir, keys)
  let store: Store | undefined
  try {
    ensureWritable(dataDir, fresh?.folders)
    const dataKey = knownKey ?? (await loadKey())
    const lookupKey = lookupKeyOf(dataKey)
    const { largePages } = options
    store = openOrRestore(dataDir, dataKey, mode, options.log ?? (() => undefined), {
      ...check,
      ...(largePages === undefined ? {} : { largePages }),
    })
    const opened = store
    await mendDataKeyFiles(dataDir, keys)
    return {
      store,
      packets: openPackets(dataDir, recordKeyOf(dataKey)),
      recovery: createRecoveryKeys(dataDir, dataKey),
      keyedHash: (text: string): Uint8Array => createHmac('sha256', lookupKey).update(text).digest(),
      /** The start failed after all: closes the store, and takes back a first one. */
      giveUp(): void {
        opened.close()
        fresh?.undo()
      },
    }
  } catch (cause) {
    store?.close()
    fresh?.undo()
    throw cause
  }
}

function openPackets(dataDir: string, recordKey: Uint8Array): Packets {
  try {
    return createPackets(dataDir, recordKey)
  } catch (cause) {
    throw new StoreProblem('not-writable', cause, dataDir)
  }
}

/** The opened store, its packets, and what their keys are good for. */
export type Vault = Awaited<ReturnType<typeof openVault>>
