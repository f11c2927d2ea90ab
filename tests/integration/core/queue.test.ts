import { afterEach, describe, expect, it } from 'vitest'
import { signIn } from '../../helpers/kiosk.ts'
import { fillVisit, registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { receivedAt } from './central-records.ts'
import { aMoment, rowsOf, startTestDesk, type TestDesk, untilAll, untilOnline } from './desk.ts'

let desk: TestDesk
afterEach(() => desk?.remove())

const HANDED_OVER = ['terkirim', 'menunggu-verifikasi']
const isUpload = (request: string) => request.startsWith('POST /v1/uploads')
const isRegistration = (request: string) => request.startsWith('PUT /v1/submissions')
const uploads = () => desk.proxy.requests.filter(isUpload).length
const newestRow = async () => (await rowsOf(desk.kiosk()))[0]
/** Waits until the newest submission has failed so often and waits for its next turn. */
const untilTries = (attempts: number) =>
  waitUntil(
    `${attempts} tries`,
    async () => {
      const row = await newestRow()
      return row?.state === 'antre' && row.attempts === attempts && row
    },
    { timeoutMs: 60_000 },
  )
const secondsUntilNext = (row: { nextAttemptAt: string | null } | undefined) =>
  (Date.parse(row?.nextAttemptAt ?? '') - desk.clock.now().getTime()) / 1000

describe('without a network', () => {
  it('three people are registered; when the central is back each arrives once', async () => {
    desk = await startTestDesk()
    await desk.stopCentral()
    for (const n of [1, 2, 3]) await registerPerson(desk.kiosk().call, testPerson(n))
    await untilOnline(desk.kiosk(), false)
    const status = await desk.kiosk().call('app.status', {})
    expect(status.queue).toMatchObject({ waiting: 3, oldestAt: desk.clock.now().toISOString() })
    await untilAll(desk.kiosk(), 'antre')

    await desk.startCentral()
    // The question about the network comes every five seconds; a back-off that has grown is not waited for.
    desk.clock.advance(5_000)
    await untilAll(desk.kiosk(), ...HANDED_OVER)
    const rows = await rowsOf(desk.kiosk())
    const ids = rows.map((row) => row.id)
    expect(rows.map((row) => row.nextAttemptAt)).toEqual([null, null, null])
    expect(receivedAt(desk.central().dataDir).sort()).toEqual(ids.sort())
    desk.clock.advance(60_000)
    await desk.kiosk().call('sync.now', {})
    await untilAll(desk.kiosk(), 'menunggu-verifikasi')
    expect(receivedAt(desk.central().dataDir)).toHaveLength(3)
  })
})

describe('a central that does not take packets now', () => {
  it('is asked again after 5 s, doubling to 15 min, for ever', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = (request) => (isUpload(request) ? { status: 500 } : 'pass')
    await registerPerson(desk.kiosk().call, testPerson(1))
    const waits = [5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]
    for (const [tries, seconds] of waits.entries()) {
      const row = await untilTries(tries + 1)
      expect(Math.round(secondsUntilNext(row))).toBe(seconds)
      const before = uploads()
      desk.clock.advance((seconds - 1) * 1000)
      await aMoment()
      expect(uploads()).toBe(before)
      desk.clock.advance(1000)
    }
    desk.proxy.mood = () => 'pass'
    desk.clock.advance(900_000)
    await untilAll(desk.kiosk(), ...HANDED_OVER)
    expect(receivedAt(desk.central().dataDir)).toHaveLength(1)
    // Eleven tries one after the other: a busy machine takes half a minute for them.
  }, 120_000)

  it('is not asked before the time it named, not even when the line was down in between', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = (request) =>
      isUpload(request) ? { status: 503, headers: { 'retry-after': '120' } } : 'pass'
    await registerPerson(desk.kiosk().call, testPerson(1))
    expect(secondsUntilNext(await untilTries(1))).toBeGreaterThanOrEqual(120)
    const before = uploads()
    desk.proxy.mood = () => 'drop'
    desk.clock.advance(15_000)
    await untilOnline(desk.kiosk(), false)
    desk.proxy.mood = () => 'pass'
    desk.clock.advance(5_000)
    await untilOnline(desk.kiosk())
    desk.clock.advance(99_000)
    await aMoment()
    expect([uploads(), (await newestRow())?.state]).toEqual([before, 'antre'])
    desk.clock.advance(10_000)
    await untilAll(desk.kiosk(), ...HANDED_OVER)
  })

  it('keeps its back-off when single uploads break although the central answers', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = (request) => (isUpload(request) ? 'drop' : 'pass')
    await registerPerson(desk.kiosk().call, testPerson(1))
    for (const seconds of [5, 10, 20]) {
      const row = await untilTries([5, 10, 20].indexOf(seconds) + 1)
      expect([row.reason, Math.round(secondsUntilNext(row))]).toEqual(['offline', seconds])
      await untilOnline(desk.kiosk())
      desk.clock.advance(seconds * 1000)
    }
  })
})

describe('a packet that the central refuses', () => {
  it('holds up no other, and can be sent again by hand', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = () => 'drop'
    for (const n of [1, 2, 3]) await registerPerson(desk.kiosk().call, testPerson(n))
    const refused = (await rowsOf(desk.kiosk()))[2]?.id ?? ''
    desk.proxy.mood = (request) => (request.endsWith(refused) ? { status: 422 } : 'pass')
    await desk.kiosk().call('sync.now', {})
    await untilAll(desk.kiosk(), ...HANDED_OVER, 'perlu-tindakan')
    expect((await rowsOf(desk.kiosk())).map((row) => row.state === 'perlu-tindakan' && row.reason)).toEqual([
      false,
      false,
      'content',
    ])
    expect((await desk.kiosk().call('app.status', {})).queue).toMatchObject({
      needsAttention: 1,
      paused: null,
    })

    desk.proxy.mood = () => 'pass'
    desk.clock.advance(3_600_000)
    await aMoment()
    expect((await rowsOf(desk.kiosk()))[2]?.state).toBe('perlu-tindakan')
    await desk.kiosk().call('submission.retry', { id: refused })
    await untilAll(desk.kiosk(), ...HANDED_OVER)
    expect(receivedAt(desk.central().dataDir)).toHaveLength(3)
  })

  it('is sent again alone: what waits for a busy central keeps waiting', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = (request) => (isUpload(request) ? { status: 413 } : 'pass')
    await registerPerson(desk.kiosk().call, testPerson(1))
    await untilAll(desk.kiosk(), 'perlu-tindakan')
    const refused = (await newestRow())?.id ?? ''
    desk.proxy.mood = (request) =>
      isUpload(request) ? { status: 503, headers: { 'retry-after': '3600' } } : 'pass'
    // Half a second later, so that it is the newest row.
    desk.clock.advance(500)
    await registerPerson(desk.kiosk().call, testPerson(2))
    const waiting = await untilTries(1)
    desk.proxy.mood = () => 'pass'
    await desk.kiosk().call('submission.retry', { id: refused })
    await waitUntil('the refused one is sent', async () =>
      (await rowsOf(desk.kiosk())).some((row) => row.id === refused && HANDED_OVER.includes(row.state)),
    )
    await aMoment()
    expect(receivedAt(desk.central().dataDir)).toEqual([refused])
    expect(await newestRow()).toMatchObject({
      state: 'antre',
      attempts: 1,
      nextAttemptAt: waiting.nextAttemptAt,
    })
  })
})

describe('an identity that the central does not take', () => {
  it.each([
    ['unauthorised', 401],
    ['forbidden', 403],
  ] as const)('stops the queue as %s, says so, and goes on when somebody asks', async (reason, status) => {
    desk = await startTestDesk()
    desk.proxy.mood = (request) => (isUpload(request) || isRegistration(request) ? { status } : 'pass')
    for (const n of [1, 2]) await registerPerson(desk.kiosk().call, testPerson(n))
    const { call } = desk.kiosk()
    await waitUntil('the queue stands', async () => (await call('app.status', {})).queue.paused === reason)
    expect((await rowsOf(desk.kiosk())).map((row) => row.state)).toEqual(['antre', 'antre'])
    const before = uploads()
    desk.clock.advance(3_600_000)
    await aMoment()
    expect(uploads()).toBe(before)

    desk.proxy.mood = () => 'pass'
    expect((await call('sync.now', {})).queue.paused).toBeNull()
    await untilAll(desk.kiosk(), ...HANDED_OVER)
    expect(receivedAt(desk.central().dataDir)).toHaveLength(2)
  })
})

describe('sending twice', () => {
  it('a double press gives one submission and the same receipt', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = () => 'drop'
    const { call } = desk.kiosk()
    await fillVisit(call, testPerson(1))
    const [first, second] = await Promise.all([call('visit.submit', {}), call('visit.submit', {})])
    expect(second).toEqual(first)
    await expect(call('visit.submit', {})).rejects.toMatchObject({ error: { code: 'wrong-state' } })
    expect(await rowsOf(desk.kiosk())).toHaveLength(1)
  })

  it('an answer that was lost costs no second registration', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = (request) => (isRegistration(request) ? 'lose' : 'pass')
    await registerPerson(desk.kiosk().call, testPerson(1))
    await untilTries(1)
    expect(receivedAt(desk.central().dataDir)).toHaveLength(1)
    const before = uploads()
    desk.proxy.mood = () => 'pass'
    await desk.kiosk().call('sync.now', {})
    await untilAll(desk.kiosk(), ...HANDED_OVER)
    // It is asked for, not sent again.
    expect([receivedAt(desk.central().dataDir).length, uploads()]).toEqual([1, before])
  })
})

describe('a report that comes before the receipt', () => {
  /** The central has taken the packet in and reported on it, and the kiosk has no receipt. */
  async function reportedWithoutReceipt() {
    desk = await startTestDesk()
    desk.proxy.mood = (request) => {
      if (isRegistration(request)) return 'lose'
      return request.startsWith('GET /v1/submissions') ? { status: 503 } : 'pass'
    }
    await registerPerson(desk.kiosk().call, testPerson(1))
    await untilTries(1)
    await desk.kiosk().call('sync.now', {})
    await untilTries(2)
    expect(
      desk.proxy.requests.filter((request) => request.startsWith('GET /v1/changes')).length,
    ).toBeGreaterThan(0)
    expect((await newestRow())?.state).toBe('antre')
  }

  it('is held, and applied with the receipt', async () => {
    await reportedWithoutReceipt()
    // From here on the feed is silent: what becomes known now was held.
    desk.proxy.mood = (request) => (request.startsWith('GET /v1/changes') ? { status: 503 } : 'pass')
    await desk.kiosk().call('sync.now', {})
    await untilAll(desk.kiosk(), 'menunggu-verifikasi')
  })

  it('is held over a restart', async () => {
    await reportedWithoutReceipt()
    await desk.restartKiosk()
    desk.proxy.mood = (request) => (request.startsWith('GET /v1/changes') ? { status: 503 } : 'pass')
    await signIn(desk.kiosk().call)
    await desk.kiosk().call('sync.now', {})
    await untilAll(desk.kiosk(), 'menunggu-verifikasi')
  })
})
