import type { Clock } from '../../src/main/app/app.ts'

/** A clock that stands still until it is told to go on: no test waits for a real back-off. */
export type TestClock = Clock & {
  /** Moves time on and runs what became due, in order. */
  advance(ms: number): void
  /** Somebody sets the computer clock; no time passes. */
  set(to: Date): void
  /** How many timers wait. */
  pending(): number
}

/** Starts at `start` (default: a Monday morning in Central Kalimantan). */
export function createTestClock(start = new Date('2026-11-23T02:00:00Z')): TestClock {
  let now = start.getTime()
  let setBy = 0
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => new Date(now + setBy),
    monotonic: () => now - start.getTime(),
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance(ms) {
      const end = now + ms
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = end
    },
    set(to) {
      setBy = to.getTime() - now
    },
    pending: () => timers.length,
  }
}
