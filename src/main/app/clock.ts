import { uptime } from 'node:os'
import type { Clock } from './app.ts'

/** The machine's own clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => new Date(),
  // Not `performance.now()`: that stands still while the machine sleeps.
  monotonic: () => uptime() * 1000,
  after(ms, run) {
    // Longer timers overflow a signed 32-bit number and would fire at once.
    const timer = setTimeout(run, Math.min(ms, 2 ** 31 - 1))
    timer.unref()
    return () => clearTimeout(timer)
  },
}
