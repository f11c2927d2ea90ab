import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs, type FailedCall, retryDecision } from '#shared/domain/submission/retry-policy.ts'
import type { CentralError } from '../../../src/main/services/central-api/central-api.ts'

const MINUTE = 60_000

describe('backoffMs', () => {
  it.each([
    [1, 5_000],
    [2, 10_000],
    [3, 20_000],
    [4, 40_000],
    [5, 80_000],
    [6, 160_000],
    [7, 320_000],
    [8, 640_000],
    [9, 15 * MINUTE],
    [10, 15 * MINUTE],
    [1_000_000, 15 * MINUTE],
    [Number.POSITIVE_INFINITY, 15 * MINUTE],
  ])('waits at most, after failure %s, %s ms', (attempt, ceiling) => {
    expect(backoffMs(attempt, 1)).toBe(ceiling)
    expect(backoffMs(attempt, 0.5)).toBe(ceiling / 2)
    expect(backoffMs(attempt, 0)).toBe(0)
  })

  it('takes nonsense for the first failure and the longest wait', () => {
    expect(backoffMs(0, 1)).toBe(5_000)
    expect(backoffMs(-3, 1)).toBe(5_000)
    expect(backoffMs(Number.NaN, 1)).toBe(5_000)
    expect(backoffMs(1, Number.NaN)).toBe(5_000)
    expect(backoffMs(1, 7)).toBe(5_000)
    expect(backoffMs(1, -7)).toBe(0)
  })

  it('stays between nothing and a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (attempt, random) => {
        const delay = backoffMs(attempt, random)
        expect(Number.isInteger(delay) && delay >= 0 && delay <= 15 * MINUTE).toBe(true)
      }),
    )
  })
})

describe('retryDecision', () => {
  it.each(['offline', 'captive-portal'] as const)('%s: later', (kind) => {
    expect(retryDecision({ kind }, 3, 0.5)).toEqual({ action: 'later', delayMs: 10_000 })
  })

  it('never gives up', () => {
    expect(retryDecision({ kind: 'offline' }, 100_000, 1)).toEqual({ action: 'later', delayMs: 15 * MINUTE })
  })

  it.each([
    ['none', undefined, 5_000],
    ['two minutes', 120, 125_000],
    ['a fraction', 0.0015, 5_002],
    ['zero', 0, 5_000],
    ['a negative one', -60, 5_000],
    ['nonsense', Number.NaN, 5_000],
    ['a month: a day', 30 * 86_400, 86_405_000],
    ['for ever: a day', Number.POSITIVE_INFINITY, 86_405_000],
  ])('later with Retry-After %s', (_name, retryAfterSeconds, delayMs) => {
    expect(retryDecision({ kind: 'later', retryAfterSeconds }, 1, 1)).toEqual({ action: 'later', delayMs })
  })

  it('never comes back before Retry-After', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 86_400 }),
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seconds, attempt, random) => {
          const decision = retryDecision({ kind: 'later', retryAfterSeconds: seconds }, attempt, random)
          expect(decision.action === 'later' && decision.delayMs >= seconds * 1000).toBe(true)
        },
      ),
    )
  })

  it.each(['unauthorised', 'forbidden'] as const)('%s: everything waits for a person', (kind) => {
    expect(retryDecision({ kind }, 1, 0)).toEqual({ action: 'pause-queue', reason: kind })
  })

  it.each([
    [409, 'conflict'],
    [413, 'too-large'],
    [422, 'content'],
    [400, 'refused'],
    [404, 'refused'],
    [410, 'refused'],
    [451, 'refused'],
  ])('refused with %s: this one waits for a person (%s)', (status, reason) => {
    expect(retryDecision({ kind: 'refused', status }, 1, 0)).toEqual({ action: 'needs-attention', reason })
  })

  it('an answer outside the contract: this one waits for a person', () => {
    expect(retryDecision({ kind: 'unreadable' }, 1, 0)).toEqual({
      action: 'needs-attention',
      reason: 'unreadable',
    })
  })

  it('takes every error that the central API can answer', () => {
    // Fails to compile when the central API learns a kind that this policy does not know.
    const accept = (error: CentralError): FailedCall => error
    expect(accept({ kind: 'later', status: 503 })).toEqual({ kind: 'later', status: 503 })
  })
})
