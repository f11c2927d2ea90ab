import { afterEach, beforeEach, expect, it } from 'vitest'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { receivedAt } from './central-records.ts'
import { aMoment, rowsOf, startTestDesk, type TestDesk, untilAll, untilOnline } from './desk.ts'

const HANDED_OVER = ['terkirim', 'menunggu-verifikasi']
const questions = () => desk.proxy.requests.filter((request) => request === 'GET /v1/health').length

let desk: TestDesk
beforeEach(async () => {
  desk = await startTestDesk()
  await untilOnline(desk.kiosk())
})
afterEach(() => desk?.remove())

/** A registration whose upload hangs on a line that went dead without a word. */
async function hangingUpload(): Promise<void> {
  desk.proxy.mood = (request) => (request.startsWith('POST /v1/uploads') ? 'hold' : 'pass')
  await registerPerson(desk.kiosk().call, testPerson(1))
  await waitUntil('the upload hangs', async () => desk.proxy.held() > 0)
  desk.proxy.mood = () => 'hold'
}

/** It arrived once, and the hanging attempt was not held against it. */
async function expectSent(): Promise<void> {
  await untilAll(desk.kiosk(), ...HANDED_OVER)
  const [row] = await rowsOf(desk.kiosk())
  expect(receivedAt(desk.central().dataDir)).toEqual([row?.id])
  expect(desk.log.filter(({ event }) => event === 'send.failed')).toEqual([])
}

it('a dead line: what hangs on it is given up and sent anew as soon as a question is answered, 5 s at most', async () => {
  await hangingUpload()
  const before = questions()
  desk.clock.advance(15_000)
  await waitUntil('the question hangs too', async () => questions() === before + 1)
  desk.clock.advance(9_900)
  await aMoment()
  expect((await desk.kiosk().call('app.status', {})).network.online).toBe(true)
  desk.clock.advance(100)
  await untilOnline(desk.kiosk(), false)
  expect((await desk.kiosk().call('app.status', {})).network.cause).toBe('offline')

  // The line is back; what was asked before never gets an answer.
  desk.proxy.mood = () => 'pass'
  desk.clock.advance(5_000)
  await untilOnline(desk.kiosk())
  await expectSent()
})

it('a line that was dead for less than patience lasts: the answered question overtakes the hanging one', async () => {
  await hangingUpload()
  desk.clock.advance(15_000)
  await waitUntil('two hang', async () => desk.proxy.held() === 2)
  desk.proxy.mood = () => 'pass'
  desk.clock.advance(2_000)
  // A person presses "Kirim sekarang", or the next question comes by itself.
  await desk.kiosk().call('sync.now', {})
  await expectSent()
})

it('another network under the computer: nothing is waited for', async () => {
  await hangingUpload()
  desk.proxy.mood = () => 'pass'
  desk.kiosk().app.networkChanged()
  await expectSent()
})

it('an answer that comes late counts: a slow line is not taken for a dead one for long', async () => {
  desk.proxy.mood = (request) => (request === 'GET /v1/health' ? 'hold' : 'pass')
  desk.clock.advance(15_000)
  await waitUntil('the question hangs', async () => desk.proxy.held() === 1)
  desk.clock.advance(10_000)
  await untilOnline(desk.kiosk(), false)
  await waitUntil('a second one beside it', async () => desk.proxy.held() === 2)
  desk.proxy.release()
  await untilOnline(desk.kiosk())
})

it('keeps no more than six questions open, and asks for ever', async () => {
  desk.proxy.mood = () => 'hold'
  const before = questions()
  desk.clock.advance(15_000)
  for (let asked = 1; asked <= 10; asked += 1) {
    await waitUntil(`question ${asked}`, async () => questions() === before + asked)
    desk.clock.advance(asked === 1 ? 10_000 : 5_000)
  }
  desk.proxy.mood = () => 'pass'
  desk.clock.advance(5_000)
  await untilOnline(desk.kiosk())
})
