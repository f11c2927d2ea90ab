import { describe, expect, it } from 'vitest'
import { CHANNELS, type Channel } from '#shared/contract/channels.ts'
import { type CallRole, contract } from '#shared/contract/contract.ts'
import type { LogEntry } from '../../../src/main/app/app.ts'
import { createDispatch, type Handlers, type Session } from '../../../src/main/app/dispatch.ts'

const SECRET = '6271011708900001'
const OUT: Session = { role: null, locked: false }
const PETUGAS: Session = { role: 'petugas', locked: false }
const ADMIN: Session = { role: 'admin', locked: false }

/** A door whose handlers all do the same: role and input are the door's own business. */
function doorWith(handler: (input: unknown) => unknown, session: Session | (() => Session) = ADMIN) {
  const log: LogEntry[] = []
  const calls: string[] = []
  const handlers = Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      (input: unknown) => {
        calls.push(channel)
        return handler(input)
      },
    ]),
  ) as unknown as Handlers
  const dispatch = createDispatch({
    handlers,
    session: typeof session === 'function' ? session : () => session,
    log: (entry) => log.push(entry),
    newReference: () => 'K-4F2',
  })
  return { dispatch, log, calls }
}

/** What each role may answer to who asks: the whole table, written out. */
const REFUSALS: Readonly<Record<CallRole, readonly [string, Session, string | null][]>> = {
  anyone: [
    ['nobody', OUT, null],
    ['a petugas', PETUGAS, null],
    ['a locked screen', { role: 'petugas', locked: true }, null],
    ['nobody, with a locked visit', { role: null, locked: true }, null],
  ],
  shift: [
    ['nobody', OUT, 'not-signed-in'],
    ['nobody, with a locked visit', { role: null, locked: true }, 'not-signed-in'],
    ['a petugas', PETUGAS, null],
    ['a locked screen', { role: 'petugas', locked: true }, null],
    ['an admin', ADMIN, null],
  ],
  unlocked: [
    ['nobody', OUT, 'not-signed-in'],
    ['nobody, with a locked visit', { role: null, locked: true }, 'not-signed-in'],
    ['a petugas', PETUGAS, null],
    ['a locked screen', { role: 'petugas', locked: true }, 'locked'],
    ['a locked screen of an admin', { role: 'admin', locked: true }, 'locked'],
  ],
  admin: [
    ['nobody', OUT, 'not-signed-in'],
    ['a petugas', PETUGAS, 'forbidden'],
    ['a locked screen of an admin', { role: 'admin', locked: true }, 'locked'],
    ['an admin', ADMIN, null],
  ],
}

describe('who may call', () => {
  const rows = CHANNELS.flatMap((channel) =>
    REFUSALS[contract[channel].role].map((row) => [channel, ...row] as const),
  )
  it.each(rows)('%s by %s', async (channel, _who, session, refused) => {
    const { dispatch, calls } = doorWith(
      () => ({ ok: false, error: { code: 'not-found', what: 'test' } }),
      session,
    )
    const answer = await dispatch(channel, { nonsense: true })
    // The role is looked at first, so a bad input tells a stranger nothing.
    expect(answer).toMatchObject({ ok: false, error: { code: refused ?? 'invalid-input' } })
    expect(calls).toEqual([])
  })

  /** Changing who may call what is a decision: it is made here too. */
  it('is a decision for every channel', () => {
    const byRole = (role: CallRole) => CHANNELS.filter((channel) => contract[channel].role === role)
    expect(byRole('anyone')).toEqual([
      'app.status',
      'app.setUp',
      // Before set-up the network of the office must be tried; afterwards the handler wants an admin.
      'app.testConnection',
      'staff.choices',
      'staff.signIn',
      'submission.check',
    ])
    expect(byRole('admin')).toEqual([
      'app.enrol',
      'app.connection',
      'app.setConnection',
      'app.setLimits',
      'app.setRetention',
      'app.setCapture',
      'app.setScreen',
      'app.setRecoveryKey',
      'app.readingReport',
      'staff.add',
      'staff.resetPin',
    ])
    expect(byRole('shift')).toEqual([
      'app.dismissNotice',
      'app.print',
      'staff.signOut',
      'visit.end',
      'visit.lock',
      'visit.unlock',
      'draft.list',
      'draft.resume',
      'draft.wipe',
      'submission.list',
      'submission.detail',
      'submission.receipt',
      'submission.retry',
      'sync.now',
      'courier.export',
      'courier.importReceipts',
      'camera.stillDevices',
    ])
  })
})

describe('what crosses the door', () => {
  it.each(['', 'app', 'app.status ', 'APP.STATUS', '__proto__', 'constructor', 'toString'])(
    'no channel %j',
    async (channel) => {
      const { dispatch, calls } = doorWith(() => ({ ok: true, value: {} }))
      expect(await dispatch(channel, {})).toEqual({ ok: false, error: { code: 'unknown-channel' } })
      expect(calls).toEqual([])
    },
  )

  it('nothing that the contract does not name', async () => {
    const choice = { id: 'a', name: 'Sri', role: 'admin', lockedUntil: null, pinHash: 'geheim' }
    const { dispatch } = doorWith(() => ({ ok: true, value: [choice] }))
    expect(await dispatch('staff.choices', {})).toEqual({
      ok: true,
      value: [{ id: 'a', name: 'Sri', role: 'admin', lockedUntil: null }],
    })
  })

  it('a missing input counts as an empty one', async () => {
    const { dispatch } = doorWith(() => ({ ok: true, value: [] }))
    expect(await dispatch('staff.choices', undefined)).toEqual({ ok: true, value: [] })
    expect(await dispatch('staff.choices', null)).toEqual({ ok: true, value: [] })
  })

  it('paths and rules of a bad input, never what was typed', async () => {
    const { dispatch, log } = doorWith(() => ({ ok: true, value: {} }))
    const answer = await dispatch('visit.saveStep', {
      step: SECRET,
      values: { nik: { [SECRET]: 1 } },
      advance: SECRET,
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(JSON.stringify([answer, log])).not.toContain(SECRET)
  })

  it('a bug as a reference, with its place in the log and nothing personal', async () => {
    const { dispatch, log } = doorWith(() => {
      throw new TypeError(`cannot read ${SECRET}`)
    })
    expect(await dispatch('visit.start', { service: 'profil', language: 'id' })).toEqual({
      ok: false,
      error: { code: 'unexpected', ref: 'K-4F2' },
    })
    expect(log).toHaveLength(1)
    expect(log[0]).toMatchObject({
      level: 'error',
      event: 'unexpected',
      detail: { ref: 'K-4F2', channel: 'visit.start', name: 'TypeError' },
    })
    expect(log[0]?.detail?.place).toMatch(/dispatch\.test/)
    expect(JSON.stringify(log)).not.toContain(SECRET)
  })

  it('an answer outside the contract as a bug, not as it is', async () => {
    const { dispatch, log } = doorWith(() => ({ ok: true, value: [{ id: SECRET, role: 'raja' }] }))
    expect(await dispatch('staff.choices', {})).toEqual({
      ok: false,
      error: { code: 'unexpected', ref: 'K-4F2' },
    })
    expect(JSON.stringify(log)).not.toContain(SECRET)
  })

  it.each<[Channel, unknown]>([
    ['visit.current', {}],
    ['visit.photo', { purpose: 'ktp' }],
  ])('nothing of a registrant from %s when the screen was locked meanwhile', async (channel, input) => {
    let locked = false
    const { dispatch, calls } = doorWith(
      async () => {
        locked = true
        return { ok: true, value: null }
      },
      () => ({ role: 'petugas', locked }),
    )
    expect(await dispatch(channel, input)).toEqual({ ok: false, error: { code: 'locked' } })
    expect(calls).toEqual([channel])
  })
})
