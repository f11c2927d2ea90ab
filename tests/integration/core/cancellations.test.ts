import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { auditOf } from '../../helpers/audit.ts'
import { CallError, PIN, signIn } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { receivedAt } from './central-records.ts'
import { aMoment, rowsOf, startTestDesk, type TestDesk, untilAll, untilOnline } from './desk.ts'

let desk: TestDesk
afterEach(() => desk?.remove())

const kiosk = () => desk.kiosk()
const newest = async () => {
  const [row] = await rowsOf(kiosk())
  if (!row) throw new Error('no row')
  return row
}
const packets = () => readdirSync(join(kiosk().dataDir, 'packets')).filter((name) => name.endsWith('.age'))
const cancel = (id: string, reason: 'consent' | 'other' | 'duplicate', note = '') =>
  kiosk().call('submission.cancel', { id, pin: PIN, reason, note })
const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (cause: unknown) => (cause instanceof CallError ? cause.error : cause),
  )

describe('calling a registration off', () => {
  it('ends it here when it never left the kiosk: nothing of it stays, and nothing is sent', async () => {
    desk = await startTestDesk()
    await desk.stopCentral()
    await kiosk().call('sync.now', {})
    await untilOnline(kiosk(), false)
    await registerPerson(kiosk().call, testPerson(1))
    await waitUntil('tried', async () => (await newest()).attempts > 0)
    const { id } = await newest()
    // It was tried, but nobody was there to give its upload an address.
    expect((await newest()).may.cancel).toBe('void')
    expect(await cancel(id, 'duplicate')).toMatchObject({
      state: 'dibatalkan',
      stored: { data: false, photos: [] },
    })
    expect(packets()).toEqual([])
    await desk.startCentral()
    desk.clock.advance(900_000)
    await untilOnline(kiosk())
    expect(receivedAt(desk.central().dataDir)).toEqual([])
    expect((await kiosk().call('app.status', {})).queue.waiting).toBe(0)
  })

  it('voids what the central refused, asks for a note where the choice says nothing, and keeps no copy', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = (request) => (request.startsWith('PUT') ? { status: 422 } : 'pass')
    await registerPerson(kiosk().call, testPerson(1))
    await untilAll(kiosk(), 'perlu-tindakan')
    const { id } = await newest()
    expect(await errorOf(cancel(id, 'other'))).toMatchObject({ code: 'form' })
    expect(
      await errorOf(kiosk().call('submission.cancel', { id, pin: '111222', reason: 'duplicate', note: '' })),
    ).toMatchObject({ code: 'pin-wrong' })
    const gone = await cancel(id, 'other', 'Salah orang')
    expect(gone).toMatchObject({
      state: 'dibatalkan',
      note: 'Salah orang',
      calledOff: { reason: 'other', told: true },
      stored: { data: false, photos: [] },
      may: { cancel: 'no', retry: false, correct: 'no', unmask: false },
    })
    expect(packets()).toEqual([])
    desk.proxy.mood = () => 'pass'
    await kiosk().call('sync.now', {})
    await aMoment()
    expect(receivedAt(desk.central().dataDir)).toEqual([])
    expect(desk.proxy.requests.some((request) => request.includes('withdrawal'))).toBe(false)
    expect(await errorOf(cancel(id, 'duplicate'))).toMatchObject({ code: 'wrong-state' })
  })

  it('withdraws what the central holds: it erases, and Dibatalkan comes back', async () => {
    desk = await startTestDesk()
    await registerPerson(kiosk().call, testPerson(1))
    await waitUntil('opened', async () => {
      await kiosk().call('sync.now', {})
      return (await newest()).state === 'menunggu-verifikasi'
    })
    const { id } = await newest()
    const central = desk.central().dataDir
    expect(existsSync(join(central, 'packets', `${id}.age`))).toBe(true)
    expect(await cancel(id, 'consent')).toMatchObject({ stored: { data: false, photos: [] } })
    await untilAll(kiosk(), 'dibatalkan')
    expect(existsSync(join(central, 'packets', `${id}.age`))).toBe(false)
    expect(existsSync(join(central, 'photos', id))).toBe(false)
    expect(await kiosk().call('submission.detail', { id })).toMatchObject({ calledOff: { told: true } })
  })

  it('waits for the network, through a restart, and never gives up', async () => {
    desk = await startTestDesk()
    await registerPerson(kiosk().call, testPerson(1))
    await waitUntil('opened', async () => {
      await kiosk().call('sync.now', {})
      return (await newest()).state === 'menunggu-verifikasi'
    })
    const { id } = await newest()
    await desk.stopCentral()
    await kiosk().call('sync.now', {})
    const waiting = await cancel(id, 'consent')
    expect(waiting).toMatchObject({
      state: 'menunggu-verifikasi',
      calledOff: { told: false },
      stored: { data: false, photos: [] },
    })
    await desk.restartKiosk()
    await signIn(kiosk().call)
    expect((await newest()).calledOff).toMatchObject({ told: false })
    await desk.startCentral()
    desk.proxy.mood = (request) => (request.includes('withdrawal') ? { status: 500 } : 'pass')
    await kiosk().call('sync.now', {})
    await waitUntil('tried', async () => (await newest()).calledOff?.problem === 'later')
    desk.proxy.mood = () => 'pass'
    desk.clock.advance(900_000)
    await untilAll(kiosk(), 'dibatalkan')
  })

  it('of a packet whose answer was lost: the central takes nothing of it any more, also not by the next attempt', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = (request) => (request.startsWith('PUT') ? 'lose' : 'pass')
    await registerPerson(kiosk().call, testPerson(1))
    await waitUntil('tried once', async () => (await newest()).attempts === 1)
    expect(receivedAt(desk.central().dataDir)).toHaveLength(1)
    const { id } = await newest()
    expect((await newest()).may.cancel).toBe('withdraw')
    await cancel(id, 'duplicate')
    expect(packets()).toEqual([])
    desk.proxy.mood = () => 'pass'
    await kiosk().call('sync.now', {})
    await untilAll(kiosk(), 'dibatalkan')
    await kiosk().call('sync.now', {})
    await aMoment()
    expect((await newest()).state).toBe('dibatalkan')
  })

  it('while it is being sent lets that end first', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = (request) => (request.startsWith('PUT /v1/submissions') ? 'hold' : 'pass')
    await registerPerson(kiosk().call, testPerson(1))
    await waitUntil('held', () => Promise.resolve(desk.proxy.held() === 1))
    const { id } = await newest()
    expect((await newest()).state).toBe('sedang-dikirim')
    await cancel(id, 'consent')
    desk.proxy.mood = () => 'pass'
    desk.proxy.release()
    await waitUntil('called off there', async () => {
      await kiosk().call('sync.now', {})
      return (await newest()).state === 'dibatalkan'
    })
    expect(packets()).toEqual([])
  })
})

it('unmasking is asked for by PIN each time and audited without a name', async () => {
  desk = await startTestDesk()
  await registerPerson(kiosk().call, testPerson(3))
  const { id } = await newest()
  expect(await errorOf(kiosk().call('submission.unmask', { id, pin: '000001' }))).toMatchObject({
    code: 'pin-wrong',
  })
  const seen = await kiosk().call('submission.unmask', { id, pin: PIN })
  expect(seen).toEqual({ nik: testPerson(3).nik, name: testPerson(3).nama })
  const at = desk.clock.now().toISOString()
  const staffId = (await kiosk().call('app.status', {})).staff?.id
  let rows: unknown[] = []
  await desk.restartKiosk(async () => {
    rows = (await auditOf(kiosk().dataDir)).filter(({ action }) => action === 'submission.unmasked')
  })
  // Once, for the right PIN: who, which registration, when, and nothing about the person.
  expect(rows).toEqual([{ at, staffId, action: 'submission.unmasked', subject: id, detail: null }])
})
