import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAudit } from '../audit/index.ts'
import { reconcile } from '../backup/index.ts'
import { createSettle, createSubmissionLog } from '../queue/index.ts'
import { isDamage, openStore, restoreNewestBackup, type Store, StoreProblem } from '../store/index.ts'
import { createPackets, openWithRecoveryKey, type Packets, recordKeyOf } from '../vault/index.ts'

/** A dead kiosk's data, opened with the recovery key on a copy: its own folder is only read. */
export type DeadKiosk = {
  readonly store: Store
  readonly packets: Packets
  /** Packets that neither the database nor a record of that kiosk explains. */
  readonly unexplained: readonly string[]
  close(): void
}

const DATABASE = /^kiosk\.db(-wal|-shm|-journal)?$/

/**
 * Copies database, backups and packets of a dead kiosk into a working folder and opens them there, as the kiosk itself would
 * at its next start. Without any readable database the packets speak for themselves.
 * @throws KeyMissingError, WrongKeyError when the recovery key does not open it
 */
export async function openDeadKiosk(
  dataDir: string,
  identities: readonly string[],
  now: Date,
): Promise<DeadKiosk> {
  const dataKey = await openWithRecoveryKey(dataDir, identities)
  // What is copied is encrypted; the folder is private and removed at the end.
  const work = mkdtempSync(join(tmpdir(), 'lpse-recover-'))
  let store: Store | undefined
  const close = (): void => {
    store?.close()
    rmSync(work, { recursive: true, force: true })
  }
  try {
    for (const name of readdirSync(dataDir)) {
      if (DATABASE.test(name) || name === 'backups' || name === 'packets')
        cpSync(join(dataDir, name), join(work, name), { recursive: true })
    }
    store = openCopy(work, dataKey)
    const packets = createPackets(work, recordKeyOf(dataKey))
    const found = packets.listIds()
    bringUpToDate(store, packets, now)
    const explained = new Set(packets.listIds())
    const { submissions } = store
    const unexplained = found.filter((id) => !explained.has(id) && !submissions.find(id))
    return { store, packets, unexplained, close }
  } catch (cause) {
    close()
    throw cause
  }
}

function openCopy(work: string, dataKey: Uint8Array): Store {
  try {
    return openStore(work, dataKey, 'real')
  } catch (cause) {
    if (!(cause instanceof StoreProblem) || !isDamage(cause)) throw cause
  }
  if (restoreNewestBackup(work, dataKey) === undefined) {
    for (const name of readdirSync(work)) if (DATABASE.test(name)) rmSync(join(work, name))
  }
  return openStore(work, dataKey, 'real')
}

function bringUpToDate(store: Store, packets: Packets, now: Date): void {
  const clock = { now: () => now, monotonic: () => 0, after: () => () => undefined }
  const submissions = createSubmissionLog(store, clock, clock)
  const settle = createSettle({ store, packets, submissions })
  const audit = createAudit(store.audit, clock)
  reconcile({ store, packets, settle, submissions, audit, clock, log: () => undefined })
}
