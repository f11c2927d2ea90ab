import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { Clock, LogEntry } from '../../app/app.ts'
import type { Store } from '../store/index.ts'
import type { Packets } from '../vault/index.ts'

/** How often a backup is made when anything has changed. */
const BACKUP_PERIOD_MS = 4 * 60 * 60_000
/** After a failed one (a full disk): tried again sooner. */
const BACKUP_RETRY_MS = 15 * 60_000
const LAST = 'backup.last'

type Deps = {
  readonly store: Store
  readonly packets: Packets
  readonly clock: Clock
  readonly log: (entry: LogEntry) => void
}

/**
 * Encrypted backups of the database, on a schedule and after every change of how the kiosk is set up. Each is made a
 * slice at a time: whoever is at the screen waits for one slice at the most.
 */
export function createBackups({ store, packets, clock, log }: Deps) {
  let cancel: () => void = () => undefined
  let stopped = false
  let working: Promise<void> | undefined
  /** Asked for while one was made, which may not hold what was changed just now. */
  let oneMore = false
  // Unknown at start: something may have changed after the last backup before the end.
  let savedChanges = -1

  function lastAt(): number {
    const last = store.hasBackup() ? store.settings.find(LAST, z.iso.datetime()) : undefined
    // A clock that was set back must not put the next backup off for years.
    return last === undefined ? 0 : Math.min(new Date(last).getTime(), clock.now().getTime())
  }

  function schedule(delayMs: number): void {
    cancel()
    if (!stopped) cancel = clock.after(Math.max(0, delayMs), run)
  }

  /** Makes one when anything has changed since the last; answers whether there is a new one. */
  async function make(): Promise<boolean> {
    const changes = store.changes()
    // Before the first admin there is nothing that a backup could save.
    if (changes === savedChanges || store.staff.list().length === 0) return false
    const sent = packets.listSent().map((record) => record.id)
    const now = clock.now()
    await store.backUpAside(now, nextTurn)
    // The backup holds them now.
    packets.forgetSent(sent)
    packets.forgetCalledOff(store.oldestBackupMs() ?? 0)
    store.noteTime(LAST, now.toISOString())
    // What changed while it was made may be in it or not, and asks for another one in time.
    savedChanges = changes
    return true
  }

  async function makeAll(): Promise<void> {
    try {
      do {
        oneMore = false
        if (await make()) log({ level: 'info', event: 'backup.made' })
      } while (oneMore)
      schedule(BACKUP_PERIOD_MS)
    } catch (cause) {
      const code =
        typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unknown'
      log({ level: 'error', event: 'backup.failed', detail: { code } })
      schedule(BACKUP_RETRY_MS)
    }
  }

  function run(): void {
    oneMore = working !== undefined
    working ??= makeAll().finally(() => {
      working = undefined
    })
  }

  return {
    start: (): void => schedule(lastAt() + BACKUP_PERIOD_MS - clock.now().getTime()),
    /** Makes one at once: after set-up, enrolment, and every change of staff or settings. */
    now: run,
    /** Settles when the one that is being made is whole: what was asked for is worth those seconds. */
    async stop(): Promise<void> {
      stopped = true
      cancel()
      await working
    },
  }
}
