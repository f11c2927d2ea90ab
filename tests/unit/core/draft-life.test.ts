import { describe, expect, it } from 'vitest'
import { DRAFT_LIFE, wipeAt } from '#shared/domain/visit/index.ts'

const local = (text: string) => new Date(text)

describe('the life of a draft', () => {
  it('is the one rule of the issue', () => {
    expect(DRAFT_LIFE).toEqual({ lockCountdownSeconds: 60, lockedMinutes: 30, interruptedMinutes: 120 })
  })

  it.each([
    ['locked', '2026-11-23T10:00:00', '2026-11-23T10:30:00'],
    ['locked', '2026-11-23T23:45:00', '2026-11-24T00:15:00'],
    ['open', '2026-11-23T10:00:00', '2026-11-23T12:00:00'],
    ['paused', '2026-11-23T00:00:00', '2026-11-24T00:00:00'],
    ['paused', '2026-11-23T10:00:00', '2026-11-24T00:00:00'],
    ['paused', '2026-11-23T23:59:59.999', '2026-11-24T00:00:00'],
    ['paused', '2026-12-31T16:00:00', '2027-01-01T00:00:00'],
    ['paused', '2028-02-28T16:00:00', '2028-02-29T00:00:00'],
  ] as const)('%s since %s ends at %s', (state, since, end) => {
    expect(wipeAt(state, local(since))).toEqual(local(end))
  })
})
