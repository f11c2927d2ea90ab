import { afterEach, describe, expect, it } from 'vitest'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { createTestClock } from '../../helpers/clock.ts'
import { setUpAndSignIn, signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'

const DAY = 24 * 60 * 60_000
const open: { stop: (() => Promise<unknown>)[] } = { stop: [] }
afterEach(async () => {
  for (const stop of open.stop.splice(0).reverse()) await stop()
})

async function central(options: Parameters<typeof startTestCentral>[0]): Promise<TestCentral> {
  const started = await startTestCentral(options)
  open.stop.push(started.stop)
  return started
}
async function kiosk(options: Parameters<typeof startTestKiosk>[0]): Promise<TestKiosk> {
  const started = await startTestKiosk(options)
  open.stop.push(started.remove)
  return started
}

const START = { service: 'profil', language: 'id' } as const
const refusal = async ({ app }: TestKiosk) => {
  const answer = await app.dispatch('visit.start', START)
  return answer.ok ? 'started' : answer.error
}

describe('new visits', () => {
  it('do not start before the kiosk is set up and connected', async () => {
    const desk = await kiosk({})
    expect((await desk.call('app.status', {})).intake).toEqual({ open: false, reason: 'not-set-up' })
    await setUpAndSignIn(desk.call, null)
    expect((await desk.call('app.status', {})).queue.paused).toBe('not-enrolled')
    expect(await refusal(desk)).toEqual({ code: 'intake-stopped', reason: 'not-set-up' })
  })

  it('do not start on a full disk; an open one goes on', async () => {
    let free = 2_000_000_000
    const real = await central({ demo: false })
    const desk = await kiosk({ freeBytes: () => free })
    await setUpAndSignIn(desk.call, real)
    expect(await refusal(desk)).toBe('started')
    free -= 1
    expect((await desk.call('app.status', {})).intake).toEqual({ open: false, reason: 'disk-full' })
    expect(
      await desk.call('visit.saveStep', { step: 'siapa', values: { pemohon: 'tni' }, advance: true }),
    ).toMatchObject({ step: 'syarat' })
    await desk.call('visit.end', { reason: 'abandoned' })
    expect(await refusal(desk)).toEqual({ code: 'intake-stopped', reason: 'disk-full' })
  })

  it("do not start while the clock is wrong: before the build, or more than a day off the central's", async () => {
    const centralClock = createTestClock(new Date('2026-11-23T02:00:00Z'))
    const clock = createTestClock(new Date('2026-11-24T02:00:00Z'))
    const real = await central({ demo: false, clock: () => centralClock.now() })
    const desk = await kiosk({ clock, builtAt: new Date('2026-06-01T00:00:00Z') })
    await setUpAndSignIn(desk.call, real)
    const clockNow = async () => (await desk.call('sync.now', {})).clock
    expect(await clockNow()).toEqual({ state: 'ok', skewSeconds: 86_400 })
    clock.advance(2_000)
    expect(await clockNow()).toMatchObject({ state: 'off' })
    expect(await refusal(desk)).toEqual({ code: 'intake-stopped', reason: 'clock' })
    centralClock.advance(3 * DAY)
    expect(await clockNow()).toMatchObject({ state: 'off' })
    clock.advance(2 * DAY)
    expect(await clockNow()).toMatchObject({ state: 'ok' })
    expect(await refusal(desk)).toBe('started')

    await desk.stop()
    const early = createTestClock(new Date('2026-05-31T23:59:59Z'))
    const restarted = await kiosk({
      dataDir: desk.dataDir,
      clock: early,
      builtAt: new Date('2026-06-01T00:00:00Z'),
    })
    expect(await restarted.call('app.status', {})).toMatchObject({
      clock: { state: 'before-build' },
      intake: { open: false, reason: 'clock' },
    })
  })
})

describe('demonstration and real work', () => {
  const WRONG_MODE = { code: 'central', kind: 'wrong-mode' }
  const setUp = (desk: TestKiosk, { url, enrolmentCode }: TestCentral) =>
    desk.app.dispatch('app.setUp', {
      office: { code: '62', name: 'LPSE Contoh' },
      admin: { name: 'Sri Contoh', pin: '583920' },
      central: { url, enrolmentCode },
      deviceName: 'Kios uji',
    })

  it('a real kiosk refuses a demonstration central, and nothing is set up then', async () => {
    const demo = await central({ demo: true })
    const desk = await kiosk({})
    expect(await setUp(desk, demo)).toEqual({ ok: false, error: WRONG_MODE })
    expect((await desk.call('app.status', {})).setUp).toBe(false)
    const real = await central({ demo: false })
    expect(await setUp(desk, real)).toMatchObject({ ok: true })
    await signIn(desk.call)
    const other = { url: demo.url, enrolmentCode: demo.newEnrolmentCode() }
    expect(await desk.app.dispatch('app.enrol', other)).toEqual({ ok: false, error: WRONG_MODE })
    // The refused one has not taken the place of the right one.
    expect((await desk.call('sync.now', {})).network.online).toBe(true)
  })

  it('a demonstration kiosk refuses a real central', async () => {
    const real = await central({ demo: false })
    const desk = await kiosk({ demo: { centralUrl: real.url, enrolmentCode: real.enrolmentCode } })
    expect(await desk.call('app.status', {})).toMatchObject({
      demo: { pin: '121212' },
      intake: { open: false, reason: 'not-set-up' },
      queue: { paused: 'not-enrolled' },
    })
    await signIn(desk.call, '121212')
    const enrol = { url: real.url, enrolmentCode: real.newEnrolmentCode() }
    expect(await desk.app.dispatch('app.enrol', enrol)).toEqual({ ok: false, error: WRONG_MODE })
  })

  it('a kiosk sends nothing when another kind of central answers at its address', async () => {
    const real = await central({ demo: false })
    const desk = await kiosk({})
    await setUpAndSignIn(desk.call, real)
    await desk.stop()
    const demo = await central({ demo: true })
    const astray = await kiosk({ dataDir: desk.dataDir, centralUrl: demo.url })
    await signIn(astray.call)
    expect((await astray.call('sync.now', {})).network.online).toBe(false)
    await registerPerson(astray.call, testPerson(1))
    await astray.call('sync.now', {})
    expect(await astray.call('submission.list', { limit: 5 })).toMatchObject([
      { state: 'antre', attempts: 0 },
    ])
  })

  it('the PIN of the demonstration opens nothing real, and cannot be set there', async () => {
    const real = await central({ demo: false })
    const desk = await kiosk({})
    await setUpAndSignIn(desk.call, real)
    await expect(signIn(desk.call, '121212')).rejects.toMatchObject({ error: { code: 'pin-wrong' } })
    const weak = { ok: false, error: { code: 'form', issues: [{ field: 'pin', code: 'pin.weak' }] } }
    expect(await desk.app.dispatch('staff.add', { name: 'Budi', role: 'petugas', pin: '121212' })).toEqual(
      weak,
    )
  })
})
