import type { Retention } from '../services/queue/index.ts'
import type { Visits } from '../services/visit/index.ts'
import type { Clock, LogEntry } from './app.ts'

/** How often drafts and working copies are looked at. */
const SWEEP_MS = 60_000

type Deps = {
  readonly visits: Visits
  readonly retention: Retention
  readonly clock: Clock
  readonly log: (entry: LogEntry) => void
  /** Told when a draft's life ended. */
  readonly onWiped: () => void
}

/** Erases by the rules of drafts' life and of retention, every minute, and once at the start. */
export function createSweeper({ visits, retention, clock, log, onWiped }: Deps) {
  let cancel: () => void = () => undefined

  function sweep(): void {
    try {
      if (visits.sweep()) onWiped()
      retention.sweep()
    } catch (cause) {
      // A full disk, for example: tried again at the next sweep.
      const name = cause instanceof Error ? cause.name : ''
      log({ level: 'error', event: 'sweep.failed', detail: { name } })
    }
    cancel = clock.after(SWEEP_MS, sweep)
  }

  return { start: sweep, stop: () => cancel() }
}
