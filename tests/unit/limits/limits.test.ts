import { describe, expect, test } from 'vitest'
import { intakeStop, NO_LIMITS, QueueLimits, queueWarning } from '#shared/domain/submission/limits.ts'

const NOW = new Date('2026-11-23T02:00:00.000Z')
const daysAgo = (days: number, ms = 0) => new Date(NOW.getTime() - days * 86_400_000 - ms).toISOString()

describe('amber', () => {
  test.each([
    [0, null, null],
    [69, daysAgo(1), null],
    [70, daysAgo(1), 'count'],
    [71, daysAgo(8), 'count'],
    [1, daysAgo(7), null],
    [1, daysAgo(7, 1), 'age'],
    [1, daysAgo(-1), null],
  ])('%i unsent, oldest %s: %s', (count, oldestAt, expected) => {
    expect(queueWarning({ count, oldestAt }, NOW)).toBe(expected)
  })
})

describe('stop of the intake', () => {
  const many = (count: number) => ({ count, oldestAt: daysAgo(30) })
  test.each([
    [100_000, 2_000_000_000, null, null],
    [0, 1_999_999_999, null, 'disk-full'],
    [9, 2_000_000_000, 10, null],
    [10, 2_000_000_000, 10, 'limit'],
    [10, 1_999_999_999, 10, 'disk-full'],
  ])('%i unsent, %i bytes free, limit %s: %s', (count, free, maxUnsent, expected) => {
    expect(intakeStop(many(count), free, { maxUnsent })).toBe(expected)
  })

  test('an old and long queue alone never stops anybody', () => {
    expect(intakeStop(many(5_000), 3_000_000_000, NO_LIMITS)).toBeNull()
  })

  test.each([0, -1, 1.5, 100_001, '70'])('%s is no limit', (maxUnsent) => {
    expect(QueueLimits.safeParse({ maxUnsent }).success).toBe(false)
  })
})
