import type { LogEntry } from '../../app/app.ts'
import {
  databaseMissing,
  isDamage,
  listBackups,
  type OpenOptions,
  openStore,
  restoreNewestBackup,
  type Store,
  StoreProblem,
} from '../store/index.ts'
import { packetsExist } from '../vault/index.ts'

/** Whether a kiosk worked in this folder before, whatever became of its database. */
export const wasUsed = (dataDir: string): boolean => listBackups(dataDir).length > 0 || packetsExist(dataDir)

/**
 * Opens the store. A database that is damaged, or gone although there are packets or backups, is set aside and the
 * newest good backup takes its place; `reconcile` then adds what the packets on disk know better.
 * @throws StoreProblem when there is no good backup either: nothing was changed, `npm run recover` is the way on
 */
export function openOrRestore(
  dataDir: string,
  dataKey: Uint8Array,
  mode: 'demo' | 'real',
  log: (entry: LogEntry) => void,
  check: Pick<OpenOptions, 'checkLater' | 'largePages'> = {},
): Store {
  const restore = (problem: StoreProblem): void => {
    const backup = restoreNewestBackup(dataDir, dataKey)
    if (backup === undefined) throw problem
    log({ level: 'error', event: 'store.restored', detail: { backup } })
  }
  if (databaseMissing(dataDir) && wasUsed(dataDir)) restore(new StoreProblem('damaged'))
  try {
    return openStore(dataDir, dataKey, mode, check)
  } catch (cause) {
    if (!(cause instanceof StoreProblem) || !isDamage(cause)) throw cause
    restore(cause)
    return openStore(dataDir, dataKey, mode)
  }
}
