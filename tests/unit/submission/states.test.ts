import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CENTRAL_STATES,
  isHeldByKiosk,
  SUBMISSION_STATES,
  type SubmissionEvent,
  type SubmissionState,
  transition,
} from '#shared/domain/submission/states.ts'
import type { CentralState } from '../../../src/main/services/central-api/central-api.ts'

/** Every event that can happen, by the column it has below. */
const EVENTS: readonly SubmissionEvent[] = [
  { type: 'submit' },
  { type: 'start-sending' },
  { type: 'sent' },
  { type: 'send-later' },
  { type: 'interrupted' },
  { type: 'needs-attention' },
  { type: 'retry' },
  { type: 'void', reason: 'salah orang' },
  { type: 'withdrawn' },
  { type: 'expire' },
  { type: 'central-status', state: 'menunggu-profil' },
  { type: 'central-status', state: 'menunggu-verifikasi' },
  { type: 'central-status', state: 'terverifikasi' },
  { type: 'central-status', state: 'aktif' },
  { type: 'central-status', state: 'ditolak' },
  { type: 'central-status', state: 'kedaluwarsa' },
  { type: 'central-status', state: 'dibatalkan' },
]

/** Short names of the states in the table below. */
const SHORT: Readonly<Record<string, SubmissionState>> = {
  DR: 'draf',
  AN: 'antre',
  SD: 'sedang-dikirim',
  TK: 'terkirim',
  MP: 'menunggu-profil',
  MV: 'menunggu-verifikasi',
  TV: 'terverifikasi',
  AK: 'aktif',
  TO: 'ditolak',
  KD: 'kedaluwarsa',
  PT: 'perlu-tindakan',
  BT: 'dibatalkan',
}

/** Written out by hand from domain.md: one row a state, one column an event in the order above, `--` is illegal. */
const EXPECTED = `
DR  AN -- -- -- -- -- -- BT -- --  -- -- -- -- -- -- --
AN  -- SD -- -- -- PT -- BT BT --  -- -- -- -- -- -- --
SD  -- -- TK AN AN PT -- -- BT --  -- -- -- -- -- -- --
TK  -- -- -- -- -- -- -- -- BT --  MP MV TV AK TO KD BT
MP  -- -- -- -- -- -- -- -- BT --  MP MV TV AK TO KD BT
MV  -- -- -- -- -- -- -- -- BT --  -- MV TV AK TO KD BT
TV  -- -- -- -- -- -- -- -- BT --  -- -- TV AK -- KD BT
AK  -- -- -- -- -- -- -- -- BT KD  -- -- -- AK -- KD BT
TO  -- -- -- -- -- -- -- -- BT --  -- MV TV AK TO -- BT
KD  -- -- -- -- -- -- -- -- BT --  -- -- -- AK -- KD BT
PT  -- -- -- -- -- -- AN BT BT --  -- -- -- -- -- -- --
BT  -- -- -- -- -- -- -- -- -- --  -- -- -- -- -- -- BT
`

const stateOf = (short: string): SubmissionState => {
  const state = SHORT[short]
  if (!state) throw new Error(`no state is called ${short}`)
  return state
}

const rows = EXPECTED.trim()
  .split('\n')
  .map((line) => line.split(/ +/))

const pairs = rows.flatMap(([short = '', ...cells]) =>
  EVENTS.map((event, column) => ({
    state: stateOf(short),
    event,
    name: event.type === 'central-status' ? `central: ${event.state}` : event.type,
    next: cells[column] === '--' ? undefined : stateOf(cells[column] ?? ''),
  })),
)

describe('transition', () => {
  it('is expected of every state and every event', () => {
    expect(rows.map(([short = '']) => stateOf(short)).sort()).toEqual([...SUBMISSION_STATES].sort())
    expect(rows.every((row) => row.length === 1 + EVENTS.length)).toBe(true)
    const reported = EVENTS.flatMap((event) => (event.type === 'central-status' ? [event.state] : []))
    expect(reported).toEqual([...CENTRAL_STATES])
  })

  it.each(pairs)('$state, $name → $next', ({ state, event, next }) => {
    const reported = event.type === 'central-status' ? { reported: event.state } : {}
    expect(transition(state, event)).toEqual(
      next === undefined
        ? { ok: false, error: { code: 'illegal-transition', state, event: event.type, ...reported } }
        : { ok: true, value: next },
    )
  })

  it('keeps a typed reason out of its refusal', () => {
    expect(JSON.stringify(transition('terkirim', { type: 'void', reason: 'rahasia' }))).not.toContain(
      'rahasia',
    )
  })

  it('knows the same reported states as the central API', () => {
    const ours: readonly CentralState[] = CENTRAL_STATES
    const theirs = (state: CentralState): SubmissionEvent => ({ type: 'central-status', state })
    expect(ours.map(theirs)).toHaveLength(7)
  })

  it('never forgets a submission: whatever happens, it is held here, is with the central, or was withdrawn', () => {
    const withCentral = new Set<SubmissionState>(['terkirim', ...CENTRAL_STATES])
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 60 }), (events) => {
        let state: SubmissionState = 'antre'
        let receipt = false
        for (const event of events) {
          const next = transition(state, event)
          if (!next.ok) continue
          if (event.type === 'sent') receipt = true
          state = next.value
          expect(isHeldByKiosk(state)).toBe(!receipt && state !== 'dibatalkan')
          if (receipt) expect(withCentral.has(state)).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('ends where the feed ends when the feed is read again from its beginning', () => {
    const feed = fc.array(fc.constantFrom(...CENTRAL_STATES), { minLength: 1, maxLength: 8 })
    const read = (start: SubmissionState, reports: readonly CentralState[]): SubmissionState =>
      reports.reduce<SubmissionState>((state, report) => {
        const next = transition(state, { type: 'central-status', state: report })
        return next.ok ? next.value : state
      }, start)
    const isLegal = (reports: readonly CentralState[]): boolean =>
      reports.every((report, index) => {
        const before = index === 0 ? 'terkirim' : (reports[index - 1] ?? 'terkirim')
        return transition(before, { type: 'central-status', state: report }).ok
      })
    fc.assert(
      fc.property(feed.filter(isLegal), (reports) => {
        const once = read('terkirim', reports)
        expect(read(once, reports)).toBe(once)
      }),
    )
  })
})
