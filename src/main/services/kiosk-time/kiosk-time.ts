import type { Clock, LogEntry } from '../../app/app.ts'
import type { Store } from '../store/index.ts'
import { boundsAtStart, type ClockState, clockState } from './bounds.ts'
import { ClockMemory, MAX_ERROR_MS, MEMORY } from './memory.ts'

/** How often what is known of the time is written down; a power cut forgets at most this much. */
const SAVE_PERIOD_MS = 10 * 60_000
/** Shorter differences from the central's reckoning are the network's, not ours. */
const CATCH_UP_FROM_MS = 60_000

type Deps = {
  readonly store: Store
  readonly clock: Clock
  readonly builtAt: Date
  readonly log: (entry: LogEntry) => void
}

/**
 * The kiosk's own time, by which everything is erased (docs/decisions/0030-erase-by-the-kiosks-own-time.md). It runs on
 * the machine's uptime, so that setting the computer clock moves nothing. Time spent switched off counts when the
 * computer clock says at most a day of it, or when the central confirms it.
 */
export function createKioskTime({ store, clock, builtAt, log }: Deps) {
  const wall = (): number => clock.now().getTime()
  const uptimeAtStart = clock.monotonic()
  /** Milliseconds since this start, whatever the computer clock was set to meanwhile. */
  const running = (): number => Math.max(0, clock.monotonic() - uptimeAtStart)

  const known = store.settings.find(MEMORY, ClockMemory)
  let bounds = boundsAtStart(known, wall(), builtAt.getTime())
  /** Kiosk time at the start of this run. */
  let timeAtStart = known ? known.time + countedOffTime() : wall()
  let agreed = known?.agreed ?? null
  let skewSeconds = known?.skewSeconds ?? null
  let savedAt = Number.NEGATIVE_INFINITY

  function countedOffTime(): number {
    const off = known ? wall() - known.wall : 0
    return off > 0 && off <= MAX_ERROR_MS ? off : 0
  }

  const time = (): number => timeAtStart + running()
  const state = (): ClockState => clockState(bounds, running(), wall(), builtAt.getTime())

  function save(): void {
    savedAt = running()
    const memory: ClockMemory = {
      time: time(),
      wall: wall(),
      notBefore: bounds.notBefore + running(),
      skewSeconds,
      agreed,
    }
    store.noteTime(MEMORY, memory)
  }

  /** What the central's clock says has passed since it last agreed with ours, switched off or not. */
  function catchUp(central: number): void {
    const behind = agreed ? agreed.time + (central - agreed.central) - time() : central - time()
    if (!agreed || behind > CATCH_UP_FROM_MS) {
      if (Math.abs(behind) > CATCH_UP_FROM_MS) log({ level: 'info', event: 'time.caught-up' })
      timeAtStart += behind
    }
    agreed = { central, time: time() }
  }

  return {
    /** Kiosk time; for durations and for nothing else. */
    now: (): Date => new Date(time()),
    /** The computer clock at a moment of kiosk time, as far as it can be said now: for showing it. */
    shown: (at: Date): Date => new Date(wall() + at.getTime() - time()),
    /** What is known of the computer clock. */
    state,
    /** Whether anything at all may be erased because its time is over: never on a clock that is known to be wrong. */
    mayErase: (): boolean => state() === 'ok',
    /** How far the computer clock is ahead of the central's; null before it was ever measured. */
    skewSeconds: (): number | null =>
      skewSeconds === null || bounds.notAfter === Number.POSITIVE_INFINITY
        ? skewSeconds
        : Math.round((wall() - bounds.notAfter - running()) / 1000) || 0,
    /** The central was asked for its time. */
    measured(seconds: number): void {
      const changed = skewSeconds === null || Math.abs(seconds - skewSeconds) * 1000 > CATCH_UP_FROM_MS
      skewSeconds = seconds
      const central = wall() - seconds * 1000
      bounds = { notBefore: central - running(), notAfter: central - running() }
      const first = agreed === null
      if (state() === 'ok') catchUp(central)
      if (changed || first) save()
    },
    /** Writes down what is known, when the last time is long enough ago. */
    keep(): void {
      if (running() - savedAt >= SAVE_PERIOD_MS) save()
    },
    save,
  }
}
export type KioskTime = ReturnType<typeof createKioskTime>
