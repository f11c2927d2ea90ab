import type { DamagedCopies } from '../services/backup/index.ts'
import type { KioskTime } from '../services/kiosk-time/index.ts'
import type { Retention, Runner } from '../services/queue/index.ts'
import type { Store } from '../services/store/index.ts'
import type { Visits } from '../services/visit/index.ts'
import type { Clock, LogEntry } from './app.ts'

/** How often drafts and working copies are looked at. */
const SWEEP_MS = 60_000

type Deps = {
  readonly store: Store
  readonly visits: Visits
  readonly retention: Retention
  readonly damaged: DamagedCopies
  readonly runner: Runner
  readonly time: KioskTime
  readonly clock: Clock
  readonly log: (entry: LogEntry) => void
  /** Told when a draft's life ended, or when more or less is known of the clock. */
  readonly onChange: () => void
}

/**
 * Erases by the rules of drafts' life and of retention, every minute, and once at the start; never while the computer
 * clock is known to be wrong.
 */
export function createSweeper({
  store,
  visits,
  retention,
  damaged,
  runner,
  time,
  clock,
  log,
  onChange,
}: Deps) {
  let cancel: () => void = () => undefined
  let clockWas = time.state()

  /** A full disk, for example: tried again at the next sweep, and the other parts go on. */
  function attempt(part: string, work: () => unknown): void {
    try {
      work()
    } catch (cause) {
      const name = cause instanceof Error ? cause.name : ''
      log({ level: 'error', event: 'sweep.failed', detail: { part, name } })
    }
  }

  function noteClock(): void {
    const now = time.state()
    if (now === clockWas) return
    clockWas = now
    log({ level: now === 'ok' ? 'info' : 'error', event: 'clock', detail: { state: now } })
    onChange()
  }

  function sweep(): void {
    attempt('clock', noteClock)
    attempt('queue', () => runner.takeBackFromFuture())
    attempt('drafts', () => visits.sweep() && onChange())
    attempt('retention', () => retention.sweep())
    attempt('damaged', () => damaged.sweep())
    attempt('time', () => time.keep())
    attempt('log', store.tidyLog)
    cancel = clock.after(SWEEP_MS, sweep)
  }

  return {
    start: sweep,
    stop: () => cancel(),
    /** At the end, so that the time switched off can be told. */
    rememberTime: (): void => attempt('time', () => time.save()),
  }
}
