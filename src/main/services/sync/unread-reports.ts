import { z } from 'zod'
import type { Clock, LogEntry } from '../../app/app.ts'
import type { CentralApi, StatusChange, UnreadableChange } from '../central-api/index.ts'
import type { Store } from '../store/index.ts'

const KEY = 'sync.unread-reports'
const Ids = z.array(z.string())

/** How often the central is asked again about a report that could not be read, unless the program starts anew. */
export const UNREAD_PERIOD_MS = 60 * 60_000
/** Questions in one look at the central: a feed full of unknown words must not hold up the rest. */
const AT_ONCE = 20

type Deps = {
  readonly store: Store
  readonly clock: Clock
  readonly log: (entry: LogEntry) => void
  /** Applies what the central answered. */
  readonly apply: (change: StatusChange) => void
}

/**
 * Reports of the changes feed that this kiosk cannot read (a newer central's state, a broken date). The feed goes on
 * behind them, so that they hold up no other; what became of those submissions is asked one by one until it is known.
 */
export function createUnreadReports({ store, clock, log, apply }: Deps) {
  const askedAt = new Map<string, number>()
  // Read anew each time: a transaction that was rolled back must not leave another list in memory.
  const ids = (): Set<string> => new Set(store.settings.find(KEY, Ids))
  const keep = (next: Set<string>): void => store.settings.set(KEY, [...next])

  return {
    count: (): number => ids().size,
    /**
     * Takes note of one page: what could not be read is remembered when it is ours, and stands in the submission's
     * history; what was read needs no asking any more. Call it in the page's transaction.
     */
    take(read: readonly StatusChange[], unreadable: readonly UnreadableChange[]): void {
      const next = ids()
      const before = [...next].join()
      for (const { submissionId } of read) next.delete(submissionId)
      for (const { submissionId } of unreadable) {
        const record = submissionId === null ? undefined : store.submissions.find(submissionId)
        if (!record || next.has(record.id)) continue
        next.add(record.id)
        askedAt.delete(record.id)
        store.submissions.addEvent({
          submissionId: record.id,
          at: clock.now().toISOString(),
          from: record.state,
          event: 'report-unreadable',
          to: record.state,
          detail: null,
        })
      }
      if ([...next].join() !== before) keep(next)
    },
    /** Asks the central what became of them; answers whose state is known now. */
    async ask(api: CentralApi): Promise<string[]> {
      const now = clock.now().getTime()
      const due = [...ids()].filter(
        (id) => now - (askedAt.get(id) ?? Number.NEGATIVE_INFINITY) >= UNREAD_PERIOD_MS,
      )
      const known: string[] = []
      for (const id of due.slice(0, AT_ONCE)) {
        const answer = await api.latestStatus(id)
        const isUnknownThere = !answer.ok && answer.error.kind === 'refused'
        // Not this report's own fault: the whole line is asked again soon.
        if (!answer.ok && answer.error.kind !== 'unreadable' && !isUnknownThere) break
        askedAt.set(id, now)
        if (!answer.ok && !isUnknownThere) continue
        if (isUnknownThere) log({ level: 'warn', event: 'report.unknown-at-central' })
        store.transaction(() => {
          if (answer.ok && answer.value) apply(answer.value)
          keep(new Set([...ids()].filter((other) => other !== id)))
        })
        known.push(id)
      }
      return known
    },
  }
}
