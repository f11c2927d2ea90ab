import { createHmac } from 'node:crypto'
import { openOrRestore, wasUsed } from '../services/backup/index.ts'
import { createRecoveryKeys } from '../services/recovery/index.ts'
import { databaseExists, ensureWritable, type Store, StoreProblem } from '../services/store/index.ts'
import {
  createPackets,
  dataKeyExists,
  KeyMissingError,
  loadOrCreateDataKey,
  lookupKeyOf,
  type Packets,
  recordKeyOf,
  WrongKeyError,
} from '../services/vault/index.ts'
import type { AppOptions } from './app.ts'

function keyProblem(cause: unknown): StoreProblem['reason'] {
  if (cause instanceof KeyMissingError) return 'key-missing'
  return cause instanceof WrongKeyError ? 'wrong-key' : 'damaged'
}

/**
 * Opens everything that holds data; nothing is touched when something is wrong.
 * @throws StoreProblem
 */
export async function openVault(options: AppOptions, random: (bytes: number) => Uint8Array) {
  const mode = options.demo ? 'demo' : 'real'
  const dataDir = options.dataDir
  ensureWritable(dataDir)
  const used = databaseExists(dataDir) || wasUsed(dataDir)
  if (used && !dataKeyExists(dataDir)) throw new StoreProblem('key-missing')
  const dataKey = await loadOrCreateDataKey(dataDir, options.keys, random).catch((cause: unknown) => {
    throw new StoreProblem(keyProblem(cause), cause)
  })
  const lookupKey = lookupKeyOf(dataKey)
  const store = openOrRestore(dataDir, dataKey, mode, options.log ?? (() => undefined))
  const packets = openPackets(dataDir, recordKeyOf(dataKey), store)
  return {
    store,
    packets,
    recovery: createRecoveryKeys(dataDir, dataKey),
    keyedHash: (text: string): Uint8Array => createHmac('sha256', lookupKey).update(text).digest(),
  }
}

function openPackets(dataDir: string, recordKey: Uint8Array, store: Store): Packets {
  try {
    return createPackets(dataDir, recordKey)
  } catch (cause) {
    store.close()
    throw new StoreProblem('not-writable', cause)
  }
}

/** The opened store, its packets, and what their keys are good for. */
export type Vault = Awaited<ReturnType<typeof openVault>>
