import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditOf } from '../../helpers/audit.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { CallError, setUpAndSignIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { untilAll } from '../core/desk.ts'
import { type MoodyProxy, startMoodyProxy } from '../core/moody-proxy.ts'

let central: TestCentral
let line: MoodyProxy
let kiosk: TestKiosk
beforeEach(async () => {
  central = await startTestCentral({ demo: false })
  line = await startMoodyProxy(() => central.url)
  kiosk = await startTestKiosk()
})
afterEach(async () => {
  await kiosk.remove()
  await line.stop()
  await central.stop()
})

const setUp = (code = central.enrolmentCode, url = line.url) =>
  setUpAndSignIn(kiosk.call, { url, enrolmentCode: code })

const outcome = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (cause: unknown) => (cause instanceof CallError ? cause.error : cause),
  )

/** The central has seen the code, but its answer never arrives. */
async function loseTheAnswer(): Promise<void> {
  line.mood = (request) => (request === 'POST /v1/devices' ? 'lose' : 'pass')
  expect(await outcome(setUp())).toEqual({ code: 'central', kind: 'offline' })
  expect((await kiosk.call('app.status', {})).setUp).toBe(false)
  line.mood = () => 'pass'
}

/** The devices this kiosk was enrolled as, oldest first; stops it. */
async function devices(): Promise<(string | null)[]> {
  await kiosk.stop()
  return (await auditOf(kiosk.dataDir))
    .filter((entry) => entry.action === 'kiosk.enrolled')
    .map((entry) => entry.subject)
    .reverse()
}

describe('a one-time enrolment code', () => {
  it('is not burnt by a lost answer: the same code connects the kiosk at the next press', async () => {
    await loseTheAnswer()
    // What is typed wrongly in between costs nothing either; an address means the same with or without its slash.
    expect(await outcome(setUp('AAAA-AAAA'))).toEqual({ code: 'central', kind: 'enrolment-refused' })
    expect(await outcome(setUp(central.enrolmentCode, `${line.url}/`))).toBe('done')
    await registerPerson(kiosk.call, testPerson(1))
    await untilAll(kiosk, 'terkirim', 'menunggu-verifikasi')
  })

  it('nor by a restart after it', async () => {
    await loseTheAnswer()
    await kiosk.stop()
    kiosk = await startTestKiosk({ dataDir: kiosk.dataDir })
    expect(await outcome(setUp())).toBe('done')
  })

  it('gives the same device again, as after a stop between enrolment and the first admin', async () => {
    await setUp()
    await kiosk.call('app.enrol', { url: line.url, enrolmentCode: central.enrolmentCode })
    await kiosk.call('app.enrol', { url: line.url, enrolmentCode: central.newEnrolmentCode() })
    const [first, again, other] = await devices()
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  it('of another kiosk, or of none, is refused as such', async () => {
    await setUp()
    const second = await startTestKiosk()
    const used = setUpAndSignIn(second.call, { url: line.url, enrolmentCode: central.enrolmentCode })
    expect(await outcome(used)).toEqual({ code: 'central', kind: 'enrolment-refused' })
    await second.remove()
  })
})
