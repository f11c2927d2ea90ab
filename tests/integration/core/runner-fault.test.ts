import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createRunner } from '../../../src/main/services/queue/index.ts'
import { fillVisit, testPerson } from '../../helpers/register.ts'
import { callsOf, createPlainCore, type PlainCore } from './plain-core.ts'

let core: PlainCore
beforeEach(async () => {
  core = createPlainCore([await identityToRecipient(await generateX25519Identity())])
})
afterEach(() => core?.remove())

/** A runner whose way to the central has a bug: it throws where it should answer. */
function runnerThatThrows(times: number) {
  const log: string[] = []
  let left = times
  const { store, packets, submissions, clock } = core
  const submit = async (packet: { submissionId: string }) => {
    if (left-- > 0) throw new TypeError(`bug while sending ${packet.submissionId}`)
    return { ok: false as const, error: { kind: 'later' as const, status: 503 } }
  }
  const runner = createRunner({
    store,
    packets,
    submissions,
    settle: core.settle,
    clock,
    random01: () => 1,
    // The runner calls no other part of it.
    api: () =>
      ({ submit, packetsAtOnce: () => 1 }) as unknown as ReturnType<
        Parameters<typeof createRunner>[0]['api']
      >,
    onReachable: () => undefined,
    onChange: () => undefined,
    log: (entry) => log.push(entry.event),
  })
  return { runner, log }
}

it('a bug while sending costs a turn, never the submission, and holds up no other', async () => {
  const ids: string[] = []
  for (const n of [1, 2]) {
    await fillVisit(callsOf(core), testPerson(n))
    ids.push(await core.submit())
    core.clock.advance(1000)
  }
  const { runner, log } = runnerThatThrows(1)
  runner.poke()
  await runner.idle()
  const [first = '', second = ''] = ids
  expect(log).toEqual(['runner.failed', 'send.failed'])
  expect(core.store.jobs.find(first)).toMatchObject({ attempts: 1, reason: 'fault' })
  expect(core.store.jobs.find(second)).toMatchObject({ attempts: 1, reason: 'later' })
  expect(ids.map((id) => core.store.submissions.find(id)?.state)).toEqual(['antre', 'antre'])
  // Five seconds later it is tried again like any other.
  core.clock.advance(5_000)
  await runner.idle()
  expect(core.store.jobs.find(first)).toMatchObject({ attempts: 2, reason: 'later' })
  await runner.stop()
})

it('a submission left as being sent is sent, not forgotten', async () => {
  await fillVisit(callsOf(core), testPerson(1))
  const id = await core.submit()
  core.submissions.apply(id, { type: 'start-sending' })
  const { runner } = runnerThatThrows(0)
  runner.poke()
  await runner.idle()
  expect(core.store.submissions.find(id)?.state).toBe('antre')
  expect(core.store.jobs.find(id)).toMatchObject({ attempts: 1, reason: 'later' })
  await runner.stop()
})

it('where not even the postponement can be stored it rests, and goes on when there is room again', async () => {
  await fillVisit(callsOf(core), testPerson(1))
  const id = await core.submit()
  const { runner, log } = runnerThatThrows(1)
  const { postpone } = core.store.jobs
  const jobs = core.store.jobs as { postpone: typeof postpone }
  jobs.postpone = () => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  }
  runner.poke()
  await runner.idle()
  const before = log.length
  core.clock.advance(4_900)
  await runner.idle()
  expect(log.length).toBe(before)
  jobs.postpone = postpone
  core.clock.advance(200)
  await runner.idle()
  expect(log.length).toBeGreaterThan(before)
  expect(core.store.jobs.find(id)).toMatchObject({ reason: 'later' })
  await runner.stop()
})
