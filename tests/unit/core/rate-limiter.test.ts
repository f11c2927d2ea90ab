import { expect, it } from 'vitest'
import { createRateLimiter } from '../../../src/main/app/rate-limiter.ts'
import { createTestClock } from '../../helpers/clock.ts'

it('allows so many calls in any stretch of time, and refused ones do not count', () => {
  const clock = createTestClock()
  const limiter = createRateLimiter(clock, { count: 3, seconds: 60 })
  expect([limiter.allow(), limiter.allow()]).toEqual([true, true])
  clock.advance(30_000)
  expect([limiter.allow(), limiter.allow(), limiter.allow()]).toEqual([true, false, false])
  clock.advance(29_999)
  expect(limiter.allow()).toBe(false)
  clock.advance(1)
  // The two first are over, the third still counts.
  expect([limiter.allow(), limiter.allow(), limiter.allow()]).toEqual([true, true, false])
})
