import { afterEach, describe, expect, it } from 'vitest'
import { startTestCentral } from '../../helpers/central.ts'
import { createTestClock } from '../../helpers/clock.ts'
import { signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { fillVisit, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const BUILT_AT = new Date('2026-06-01T00:00:00Z')

let open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of open.reverse()) await stop()
  open = []
})

/**
 * A kiosk and a central on clocks of their own. The kiosk's computer clock can be set, its uptime cannot; with every
 * start the uptime begins anew, as after a power cut.
 */
async function startDesk() {
  const truth = createTestClock(new Date(2026, 10, 23, 20, 0, 0))
  const central = await startTestCentral({ demo: true, clock: () => truth.now() })
  open.push(central.stop)
  let reachable = true
  let clock = createTestClock(truth.now())
  let kiosk: TestKiosk | undefined
  const start = async () => {
    const url = reachable ? central.url : 'http://127.0.0.1:9'
    const demo = { centralUrl: url, enrolmentCode: central.newEnrolmentCode() }
    kiosk = await startTestKiosk({
      clock,
      builtAt: BUILT_AT,
      demo,
      ...(kiosk && { dataDir: kiosk.dataDir }),
    })
    await signIn(kiosk.call, '121212')
    return kiosk
  }
  const first = await start()
  open.push(() => (kiosk ?? first).remove())
  return {
    /** The true time. */
    now: () => truth.now(),
    call: ((channel, input) => (kiosk ?? first).call(channel, input)) as TestKiosk['call'],
    /** Real time passes while the kiosk runs. */
    run(ms: number): void {
      truth.advance(ms)
      clock.advance(ms)
    },
    set: (to: Date) => clock.set(to),
    /** The kiosk is off for a while; then its clock says something. */
    async off(ms: number, says?: Date, online = reachable): Promise<void> {
      await kiosk?.stop()
      const was = clock.now().getTime()
      truth.advance(ms)
      clock = createTestClock(says ?? new Date(was + ms))
      reachable = online
      await start()
    },
    status: () => (kiosk ?? first).call('app.status', {}),
    drafts: async () => (await (kiosk ?? first).call('draft.list', {})).length,
    async measure() {
      const { clock: measured } = await (kiosk ?? first).call('sync.now', {})
      return measured
    },
  }
}
type Desk = Awaited<ReturnType<typeof startDesk>>

/** A visit, filled in with photos, that is put aside until the end of the day. */
async function leaveDrafts({ call }: Desk): Promise<void> {
  await fillVisit(call, testPerson(1))
  await call('visit.pause', {})
}

describe('a clock that is wrong erases nothing', () => {
  it('set to 2030 while the kiosk runs without network: a locked visit stays, and dies of its own age later', async () => {
    const desk = await startDesk()
    await desk.measure()
    await fillVisit(desk.call, testPerson(1))
    await desk.call('visit.lock', {})
    desk.set(new Date('2030-01-01T00:00:00Z'))
    desk.run(2 * MINUTE)
    expect(await desk.status()).toMatchObject({
      visit: 'locked',
      clock: { state: 'off' },
      intake: { open: false, reason: 'clock' },
    })
    // Corrected without a restart: the visit goes on, and its half hour is counted by what really passed.
    desk.set(desk.now())
    desk.run(27 * MINUTE)
    expect(await desk.status()).toMatchObject({ visit: 'locked', clock: { state: 'ok' } })
    desk.run(2 * MINUTE)
    expect(await desk.status()).toMatchObject({ visit: 'none', drafts: 0 })
  })

  it('a jump of some hours, which nobody can call wrong, does not shorten a life either', async () => {
    const desk = await startDesk()
    await leaveDrafts(desk)
    desk.set(new Date(desk.now().getTime() + 20 * HOUR))
    desk.run(2 * MINUTE)
    expect((await desk.status()).clock.state).toBe('ok')
    expect(await desk.drafts()).toBe(1)
    desk.run(5 * HOUR)
    expect(await desk.drafts()).toBe(0)
  })

  it('set to 2030 while the kiosk was off, offline: nothing is erased on its word; with the right date it goes on', async () => {
    const desk = await startDesk()
    await leaveDrafts(desk)
    await desk.off(HOUR, new Date('2030-01-01T09:00:00Z'), false)
    desk.run(2 * MINUTE)
    expect(await desk.drafts()).toBe(1)
    await desk.off(5 * MINUTE, new Date(desk.now().getTime() + 5 * MINUTE), false)
    expect((await desk.status()).clock.state).toBe('ok')
    expect(await desk.drafts()).toBe(1)
    await desk.off(0, desk.now(), true)
    await waitUntil('measured', async () => (await desk.status()).clock.skewSeconds === 0)
    desk.run(5 * HOUR)
    expect(await desk.drafts()).toBe(0)
  })

  it('a dead CMOS battery: before the build date, then set right; the night counts once the central says so', async () => {
    const desk = await startDesk()
    await desk.measure()
    await leaveDrafts(desk)
    await desk.off(23 * HOUR, new Date('2020-01-01T00:00:00Z'), false)
    desk.run(3 * HOUR)
    expect(await desk.status()).toMatchObject({ drafts: 1, clock: { state: 'before-build' } })
    desk.set(desk.now())
    desk.run(2 * MINUTE)
    expect(await desk.status()).toMatchObject({ drafts: 1, clock: { state: 'ok' } })
    await desk.off(MINUTE, desk.now(), true)
    await waitUntil('measured', async () => (await desk.status()).clock.skewSeconds !== null)
    await waitUntil('wiped', async () => {
      desk.run(MINUTE)
      return (await desk.drafts()) === 0
    })
  })

  it('the difference from the central is remembered over a restart without network, until the clock is set right', async () => {
    const desk = await startDesk()
    await leaveDrafts(desk)
    desk.set(new Date(desk.now().getTime() + 3 * DAY))
    expect(await desk.measure()).toEqual({ state: 'off', skewSeconds: 3 * 86_400 })
    await desk.off(HOUR, undefined, false)
    expect(await desk.status()).toMatchObject({
      clock: { state: 'off', skewSeconds: 3 * 86_400 },
      intake: { open: false, reason: 'clock' },
      network: { online: false },
    })
    desk.run(5 * HOUR)
    expect(await desk.drafts()).toBe(1)
    await desk.off(MINUTE, desk.now(), false)
    expect((await desk.status()).clock.state).toBe('ok')
  })

  it('behind the time of the last visit: off, whatever the build date says', async () => {
    const desk = await startDesk()
    await desk.measure()
    await leaveDrafts(desk)
    await desk.off(2 * DAY, new Date('2026-07-01T09:00:00Z'), false)
    desk.run(5 * HOUR)
    expect(await desk.status()).toMatchObject({ drafts: 1, clock: { state: 'off' } })
  })
})

describe('an office without network for days', () => {
  it('drafts of yesterday are wiped in the morning, as they should be', async () => {
    const desk = await startDesk()
    await leaveDrafts(desk)
    await desk.off(16 * HOUR, undefined, false)
    expect(await desk.drafts()).toBe(0)
  })

  it('a draft from before a long absence waits for the central, or for the hours that the kiosk runs', async () => {
    const desk = await startDesk()
    await leaveDrafts(desk)
    await desk.off(5 * DAY, undefined, false)
    expect(await desk.drafts()).toBe(1)
    desk.run(5 * HOUR)
    expect(await desk.drafts()).toBe(0)
  })
})
