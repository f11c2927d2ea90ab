import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { createTestClock, type TestClock } from '../../helpers/clock.ts'
import { fakeJpeg } from '../../helpers/packet.ts'
import { picturesOf, type QueueDesk, startQueueDesk } from '../../helpers/queue-desk.ts'
import { receivedAt } from '../core/central-records.ts'
import { type Fault, type FaultLine, startFaultLine } from './fault-line.ts'

let central: TestCentral
let clock: TestClock = createTestClock()
let line: FaultLine
let desk: QueueDesk
beforeAll(async () => {
  central = await startTestCentral({ demo: false, clock: () => clock.now() })
  line = await startFaultLine(() => central.url)
})
afterEach(() => desk?.stop())
afterAll(async () => {
  await line?.stop()
  await central?.stop()
})

const PHOTOS = picturesOf(fakeJpeg(20_000), ['swafoto'])
const PAGE = '<!doctype html><title>Masuk Wi-Fi</title>'
const answer = (status: number, headers: Record<string, string> = {}, body = '{}'): Fault => ({
  kind: 'answer',
  status,
  headers,
  body,
})
const changed = (change: (answer: { receipt: string }) => object): Fault => ({
  kind: 'change',
  body: (body) => JSON.stringify(change(JSON.parse(body) as { receipt: string })),
})

/** One submission, two of them waiting: `first` meets the fault at its registration, `second` is behind it. */
type Row = {
  readonly name: string
  readonly fault: Fault
  /** State of the first and why it waits, after the queue has done all it can with the fault there. */
  readonly first: readonly [state: string, reason: string | null]
  /** Whether the second got through at once. */
  readonly second: 'terkirim' | 'antre'
  /** Seconds on the kiosk's clock until the first is sent, once the fault is gone; null: only by hand. */
  readonly seconds: number | null
}
const waits = (reason: string, seconds = 5) =>
  ({ first: ['antre', reason], second: 'terkirim', seconds }) as const
const alone = (reason: string) =>
  ({ first: ['perlu-tindakan', reason], second: 'terkirim', seconds: null }) as const
const pauses = (reason: string) => ({ first: ['antre', reason], second: 'antre', seconds: null }) as const

const ROWS: readonly Row[] = [
  { name: 'reset', fault: { kind: 'reset' }, ...waits('offline') },
  { name: 'stalled', fault: { kind: 'stalled' }, ...waits('offline') },
  {
    name: 'slow',
    fault: { kind: 'slow', ms: 150 },
    first: ['terkirim', null],
    second: 'terkirim',
    seconds: 0,
  },
  { name: 'half a body', fault: { kind: 'half-body' }, ...waits('offline') },
  { name: '500', fault: answer(500), ...waits('later') },
  { name: '503 + Retry-After', fault: answer(503, { 'retry-after': '120' }), ...waits('later', 125) },
  { name: '401', fault: answer(401), ...pauses('unauthorised') },
  { name: '403', fault: answer(403), ...pauses('forbidden') },
  { name: '404', fault: answer(404), ...alone('refused') },
  { name: '409', fault: answer(409), ...alone('conflict') },
  { name: '413', fault: answer(413), ...alone('too-large') },
  { name: '429', fault: answer(429), ...waits('later') },
  { name: 'HTML 200', fault: answer(200, { 'content-type': 'text/html' }, PAGE), ...waits('captive-portal') },
  { name: 'bad JSON', fault: answer(200, {}, '{"receipt":'), ...alone('unreadable') },
  {
    name: 'bad receipt signature',
    fault: changed((body) => ({ ...body, receipt: body.receipt.replace(/\.[^.]+$/, `.${'A'.repeat(86)}`) })),
    ...alone('unreadable'),
  },
  { name: 'no receipt', fault: changed(({ receipt: _, ...body }) => body), ...alone('unreadable') },
]

/** Starts a kiosk with two sealed registrations that wait; answers their ids in the order of sending. */
async function twoWaiting(kioskClock: TestClock): Promise<[string, string]> {
  line.fault = () => ({ kind: 'pass' })
  desk = await startQueueDesk({
    central: { url: central.url, enrolmentCode: central.newEnrolmentCode() },
    line: line.url,
    clock: kioskClock,
    http: { connectTimeoutMs: 1_500, idleTimeoutMs: 1_500 },
  })
  const ids: string[] = []
  for (const person of [1, 2]) {
    const submitted = await desk.submit(desk.prepare(person, PHOTOS), PHOTOS)
    if (!submitted.ok) throw new Error(JSON.stringify(submitted.error))
    ids.push(submitted.value.id)
    kioskClock.advance(1)
  }
  return [ids[0] ?? '', ids[1] ?? '']
}

/** Lets everything run that is due now. */
async function settleDown(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await desk.runner.idle()
    clock.advance(0)
  }
  await desk.runner.idle()
}
const stateOf = (id: string) => desk.store.submissions.find(id)?.state
const reasonOf = (id: string) =>
  desk.store.jobs.find(id)?.reason ?? desk.store.submissions.events(id).at(-1)?.detail ?? null
const countOf = (id: string) => receivedAt(central.dataDir).filter((one) => one === id).length
/** Without a receipt the packet must lie there. */
const packetIsKept = (id: string) => desk.packets.listIds().includes(id)

/** Both are at the central, once each, and their packets are gone here. */
function expectBothArrived(ids: readonly string[]): void {
  expect(ids.map(stateOf)).toEqual(['terkirim', 'terkirim'])
  expect(ids.map(countOf)).toEqual([1, 1])
  expect(ids.map(packetIsKept)).toEqual([false, false])
}

it('an unreadable token answer: all wait, none is blamed, and all are sent once it is gone', async () => {
  clock = createTestClock()
  const ids = await twoWaiting(clock)
  line.fault = (request) => (request === 'POST /v1/token' ? answer(200, {}, '{"ok":true}') : { kind: 'pass' })
  desk.runner.poke()
  await settleDown()
  expect(ids.map((id) => [stateOf(id), reasonOf(id)])).toEqual([
    ['antre', 'later'],
    ['antre', 'later'],
  ])
  line.fault = () => ({ kind: 'pass' })
  clock.advance(5_000)
  await settleDown()
  expectBothArrived(ids)
})

it.each(ROWS)('$name: $first, the next one $second', async ({ fault, first, second, seconds }) => {
  clock = createTestClock()
  const [one, two] = await twoWaiting(clock)
  line.fault = (request) => (request === `PUT /v1/submissions/${one}` ? fault : { kind: 'pass' })
  desk.runner.poke()
  await settleDown()
  expect([stateOf(one), stateOf(one) === 'terkirim' ? null : reasonOf(one), stateOf(two)]).toEqual([
    ...first,
    second,
  ])
  expect(packetIsKept(one)).toBe(first[0] !== 'terkirim')

  line.fault = () => ({ kind: 'pass' })
  if (seconds === null) {
    // No time heals it: a person does (submission.retry and sync.now come down to this).
    clock.advance(3_600_000)
    await settleDown()
    expect(stateOf(one)).toBe(first[0])
    if (first[0] === 'perlu-tindakan') {
      desk.store.submissions.setState(one, 'antre', clock.now().toISOString())
      desk.store.jobs.add(one, clock.now().toISOString())
    }
    desk.runner.wake()
  } else if (seconds > 0) {
    clock.advance(seconds * 1000 - 100)
    await settleDown()
    expect(stateOf(one)).toBe('antre')
    clock.advance(100)
  }
  await settleDown()
  expectBothArrived([one, two])
})

it('refused: nothing listens; both wait and are sent 5 s later', async () => {
  clock = createTestClock()
  const ids = await twoWaiting(clock)
  await line.refuse()
  desk.runner.poke()
  await settleDown()
  expect(ids.map(stateOf)).toEqual(['antre', 'antre'])
  expect(ids.map(packetIsKept)).toEqual([true, true])
  expect(ids.map((id) => desk.store.jobs.find(id))).toMatchObject([
    { attempts: 1, reason: 'offline' },
    { attempts: 1, reason: 'offline' },
  ])
  await line.listen()
  clock.advance(4_900)
  await settleDown()
  expect(ids.map(stateOf)).toEqual(['antre', 'antre'])
  clock.advance(100)
  await settleDown()
  expectBothArrived(ids)
})

it('wrong hash: bytes that changed on the way are refused by the central and sent anew at once', async () => {
  clock = createTestClock()
  const ids = await twoWaiting(clock)
  let left = 1
  line.fault = (request) =>
    request.startsWith('PATCH') && left-- > 0 ? { kind: 'corrupt' } : { kind: 'pass' }
  desk.runner.poke()
  await settleDown()
  expect(left).toBeLessThan(0)
  expectBothArrived(ids)
})

it("a real receipt of another packet is no receipt: that one needs attention, the other's is kept", async () => {
  clock = createTestClock()
  const [one, two] = await twoWaiting(clock)
  let othersAnswer = ''
  line.fault = (request) => {
    if (request === `PUT /v1/submissions/${one}`)
      return {
        kind: 'change',
        body(body) {
          othersAnswer = body
          return body
        },
      }
    return request === `PUT /v1/submissions/${two}`
      ? { kind: 'change', body: () => othersAnswer }
      : { kind: 'pass' }
  }
  desk.runner.poke()
  await settleDown()
  expect([stateOf(one), stateOf(two), reasonOf(two)]).toEqual(['terkirim', 'perlu-tindakan', 'unreadable'])
  expect(packetIsKept(two)).toBe(true)
})

it.each([
  ['a day ahead', 24 * 3600_000],
  ['a day behind', -24 * 3600_000],
])('a clock %s: both are sent at once by the central’s clock', async (_name, offMs) => {
  clock = createTestClock()
  const wrong = createTestClock(new Date(clock.now().getTime() + offMs))
  const ids = await twoWaiting(wrong)
  desk.runner.poke()
  await desk.runner.idle()
  expectBothArrived(ids)
})
