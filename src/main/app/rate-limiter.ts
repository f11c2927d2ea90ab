import type { Clock } from './app.ts'

/** Allows `count` calls in any `seconds`; memory alone, a restart forgets. */
export function createRateLimiter(clock: Clock, { count, seconds }: { count: number; seconds: number }) {
  let calls: number[] = []
  return {
    /** Notes a call and says whether it may go on. */
    allow(): boolean {
      const now = clock.now().getTime()
      calls = calls.filter((at) => now - at < seconds * 1000)
      if (calls.length >= count) return false
      calls.push(now)
      return true
    },
  }
}
export type RateLimiter = ReturnType<typeof createRateLimiter>
