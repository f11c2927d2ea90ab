import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type callerOf, PIN, signIn } from '../../helpers/kiosk.ts'
import { fillVisit, portrait, registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { rowsOf, startTestDesk, type TestDesk } from './desk.ts'

const MINUTE = 60_000

describe('the life of a visit', () => {
  let desk: TestDesk
  const call = ((channel, input) => desk.kiosk().call(channel, input)) as ReturnType<typeof callerOf>
  const status = () => call('app.status', {})
  const save = (step: string, values: Record<string, string | boolean | string[]>, advance = true) =>
    call('visit.saveStep', { step, values, advance })
  const restart = async () => {
    await desk.restartKiosk()
    await signIn(call)
  }
  const startAndPause = async () => {
    const { id } = await call('visit.start', { service: 'profil', language: 'id' })
    await call('visit.pause', {})
    return id
  }

  beforeAll(async () => {
    // 09.00 by the machine's own clock, whatever its time zone: "end of the day" is the desk's day.
    desk = await startTestDesk({ start: new Date(2026, 10, 23, 9, 0, 0) })
  })
  afterAll(() => desk?.remove())

  it('locked: shows nothing, and only the PIN opens it, as it was', async () => {
    await call('visit.start', { service: 'profil', language: 'id' })
    await save('siapa', { pemohon: 'asn' })
    const events: unknown[] = []
    const end = desk.kiosk().app.onEvent((event) => event.event === 'visit' && events.push(event.value))
    await call('visit.lock', {})
    end()
    expect(events).toEqual([null])
    expect((await status()).visit).toBe('locked')
    await expect(call('visit.current', {})).rejects.toMatchObject({ error: { code: 'locked' } })
    await expect(call('visit.unlock', { pin: '111222' })).rejects.toMatchObject({
      error: { code: 'pin-wrong' },
    })
    expect((await status()).visit).toBe('locked')
    desk.clock.advance(29 * MINUTE)
    expect(await call('visit.unlock', { pin: PIN })).toMatchObject({
      step: 'syarat',
      values: { pemohon: 'asn' },
    })
    // Unlocking begins its life anew.
    desk.clock.advance(31 * MINUTE)
    expect((await status()).visit).toBe('open')
  })

  it('locked: wiped after 30 minutes without the PIN', async () => {
    await call('visit.lock', {})
    desk.clock.advance(29 * MINUTE)
    expect((await status()).visit).toBe('locked')
    desk.clock.advance(2 * MINUTE)
    expect(await status()).toMatchObject({ visit: 'none', drafts: 0 })
    expect(await call('visit.unlock', { pin: PIN })).toBeNull()
    expect(await call('draft.list', {})).toEqual([])
  })

  it('signing out locks the visit; another petugas finds it and needs the own PIN', async () => {
    await call('visit.start', { service: 'profil', language: 'id' })
    await call('staff.signOut', {})
    expect((await status()).visit).toBe('locked')
    await signIn(call)
    expect((await status()).visit).toBe('locked')
    await call('visit.unlock', { pin: PIN })
    await call('visit.end', { reason: 'abandoned' })
  })

  it('after a crash: offered whole, the NIK asked for first, then on where it was', async () => {
    await fillVisit(call, testPerson(1))
    await restart()
    expect(await status()).toMatchObject({ visit: 'none', drafts: 1 })
    const [draft] = await call('draft.list', {})
    expect(draft).toMatchObject({ state: 'open', step: 'tinjau', service: 'profil' })
    expect(draft?.maskedName).not.toContain('CONTOH')
    expect(draft?.wipeAt).toBe(new Date(desk.clock.now().getTime() + 120 * MINUTE).toISOString())

    const id = draft?.id ?? ''
    await expect(call('draft.resume', { id, pin: '111222' })).rejects.toMatchObject({
      error: { code: 'pin-wrong' },
    })
    const resumed = await call('draft.resume', { id, pin: PIN })
    expect(resumed).toMatchObject({ step: 'nik', values: { nik: testPerson(1).nik, hp: '+6281234561001' } })
    expect(Object.keys(resumed.photos).sort()).toEqual(['ktp-frame', 'swafoto'])
    // Whoever sits there has not shown yet to be the right person.
    await expect(call('visit.goTo', { step: 'tinjau' })).rejects.toMatchObject({
      error: { code: 'wrong-state' },
    })
    await expect(save('kontak', { email: 'lain@gmail.com' })).rejects.toMatchObject({
      error: { code: 'wrong-state' },
    })
    await expect(call('visit.submit', {})).rejects.toMatchObject({ error: { code: 'form' } })
    expect((await save('nik', { nikBenar: true })).step).toBe('tinjau')
    await save('tinjau', { sudahDitinjau: true })
    expect((await call('visit.submit', {})).reference).toMatch(/^KT-/)
  })

  it('after two crashes: the NIK again, and the way on is not lost', async () => {
    await fillVisit(call, testPerson(2))
    await restart()
    const [draft] = await call('draft.list', {})
    await call('draft.resume', { id: draft?.id ?? '', pin: PIN })
    await restart()
    expect((await call('draft.resume', { id: draft?.id ?? '', pin: PIN })).step).toBe('nik')
    expect((await save('nik', { nikBenar: true })).step).toBe('tinjau')
    await call('visit.end', { reason: 'abandoned' })
  })

  it('after a crash: wiped two hours after the last touch', async () => {
    await call('visit.start', { service: 'profil', language: 'id' })
    await restart()
    desk.clock.advance(119 * MINUTE)
    const [draft] = await call('draft.list', {})
    expect(draft).toMatchObject({ state: 'open', step: 'siapa' })
    desk.clock.advance(2 * MINUTE)
    expect(await call('draft.list', {})).toEqual([])
    await expect(call('draft.resume', { id: draft?.id ?? '', pin: PIN })).rejects.toMatchObject({
      error: { code: 'not-found' },
    })
  })

  it('paused: kept over a restart until the end of the day', async () => {
    const id = await startAndPause()
    await restart()
    const midnight = new Date(desk.clock.now())
    midnight.setHours(24, 0, 0, 0)
    expect(await call('draft.list', {})).toMatchObject([
      { id, state: 'paused', wipeAt: midnight.toISOString() },
    ])
    desk.clock.advance(midnight.getTime() - desk.clock.now().getTime() - MINUTE)
    expect(await call('draft.list', {})).toHaveLength(1)
    desk.clock.advance(2 * MINUTE)
    expect(await call('draft.list', {})).toEqual([])
  })

  it('paused: can be taken up while no other is open, and wiped by the PIN', async () => {
    const id = await startAndPause()
    const other = await call('visit.start', { service: 'profil', language: 'id' })
    await expect(call('draft.resume', { id, pin: PIN })).rejects.toMatchObject({
      error: { code: 'wrong-state', state: 'visit-open' },
    })
    await expect(call('draft.wipe', { id: other.id, pin: PIN })).rejects.toMatchObject({
      error: { code: 'not-found' },
    })
    await call('draft.wipe', { id, pin: PIN })
    await call('visit.end', { reason: 'refused' })
    expect(await call('draft.list', {})).toEqual([])
  })

  /** A visit at the contact step. */
  const startAtContact = async (n: number) => {
    const stop = new Error('far enough')
    const atContact = () => Promise.reject(stop)
    await expect(fillVisit(call, testPerson(n), { atContact })).rejects.toBe(stop)
  }
  const { email, hp } = testPerson(3)

  it('what ends while the central is asked stays ended', async () => {
    await call('sync.now', {})
    await startAtContact(3)
    desk.proxy.mood = (request) => (request.includes('/check') ? 'hold' : 'pass')
    const saving = call('visit.saveStep', { step: 'kontak', values: { email, hp }, advance: true })
    await waitUntil('the central is asked', () => desk.proxy.held() > 0)
    await call('visit.end', { reason: 'withdrawn' })
    desk.proxy.mood = () => 'pass'
    desk.proxy.release()
    await expect(saving).rejects.toMatchObject({ error: { code: 'wrong-state', state: 'no-visit' } })
    expect(await status()).toMatchObject({ visit: 'none', drafts: 0 })
  })

  it('an answer about one visit, or about a contact that was changed, is given to no other', async () => {
    await startAtContact(3)
    await save('kontak', { email: 'sudah.ada@gmail.com', hp }, false)
    desk.proxy.mood = (request) => (request.includes('/check') ? 'hold' : 'pass')
    const asking = call('visit.checkContact', {})
    await waitUntil('the central is asked', () => desk.proxy.held() > 0)
    await save('kontak', { email, hp }, false)
    desk.proxy.mood = () => 'pass'
    desk.proxy.release()
    expect((await asking).checks['email-registered']).toBeUndefined()

    desk.proxy.mood = (request) => (request.includes('/check') ? 'hold' : 'pass')
    const askingAgain = call('visit.checkContact', {})
    await waitUntil('the central is asked', () => desk.proxy.held() > 0)
    await call('visit.end', { reason: 'withdrawn' })
    await call('visit.start', { service: 'profil', language: 'id' })
    desk.proxy.mood = () => 'pass'
    desk.proxy.release()
    await expect(askingAgain).rejects.toMatchObject({ error: { code: 'wrong-state', state: 'no-visit' } })
    expect((await call('visit.current', {}))?.checks).toEqual({})
    await call('visit.end', { reason: 'withdrawn' })
  })

  it('what is answered behind a locked screen is kept and not shown, and gives no longer life', async () => {
    await startAtContact(3)
    desk.proxy.mood = (request) => (request.includes('/check') ? 'hold' : 'pass')
    const saving = call('visit.saveStep', { step: 'kontak', values: { email, hp }, advance: true })
    await waitUntil('the central is asked', () => desk.proxy.held() > 0)
    await call('visit.lock', {})
    desk.clock.advance(20 * MINUTE)
    desk.proxy.mood = () => 'pass'
    desk.proxy.release()
    await expect(saving).rejects.toMatchObject({ error: { code: 'locked' } })
    expect((await status()).visit).toBe('locked')
    desk.clock.advance(11 * MINUTE)
    expect(await status()).toMatchObject({ visit: 'none', drafts: 0 })
  })

  it('a picture belongs to the visit it was taken in, and to no other', async () => {
    await call('visit.start', { service: 'profil', language: 'id' })
    const keeping = call('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
    await call('visit.end', { reason: 'withdrawn' })
    await call('visit.start', { service: 'profil', language: 'id' })
    await expect(keeping).rejects.toMatchObject({ error: { code: 'wrong-state' } })
    expect((await call('visit.current', {}))?.photos).toEqual({})
    await call('visit.end', { reason: 'withdrawn' })
  })

  it('a visit that ends while it is sealed is not submitted', async () => {
    const before = await rowsOf(desk.kiosk())
    await fillVisit(call, testPerson(4))
    const submitting = call('visit.submit', {})
    await call('visit.end', { reason: 'withdrawn' })
    await expect(submitting).rejects.toMatchObject({ error: { code: 'wrong-state', state: 'visit-changed' } })
    expect(await rowsOf(desk.kiosk())).toEqual(before)
    expect(await status()).toMatchObject({ visit: 'none', drafts: 0 })
  })

  it('an answer that hides the present step leads on, not into a dead end', async () => {
    await call('visit.start', { service: 'profil', language: 'id' })
    await save('siapa', { pemohon: 'asn' })
    await save('syarat', { dibawa: ['ktp', 'hp', 'email', 'nip-nrp', 'npwp'] })
    await save('persetujuan', { setujuData: true, setujuTandaTangan: true, caraSetuju: 'sendiri' })
    await save('foto-ktp', { ketikSendiri: true })
    const { nik, nama } = testPerson(5)
    await save('cocokkan', { nik, nama, tanggalLahir: '1990-08-17' })
    expect((await save('nik', { nikBenar: true })).step).toBe('kepegawaian')
    expect((await save('siapa', { pemohon: 'penyedia' })).step).toBe('kontak')
    expect((await call('visit.goTo', { step: 'syarat' })).steps).not.toContain('kepegawaian')
    expect((await save('syarat', { dibawa: ['ktp', 'hp', 'email', 'npwp'] })).step).toBe('persetujuan')
    // Another NIK must be confirmed anew.
    await call('visit.goTo', { step: 'cocokkan' })
    const changed = await save('cocokkan', { nik: testPerson(6).nik, nama, tanggalLahir: '1990-08-17' })
    expect([changed.step, changed.values.nikBenar]).toEqual(['nik', undefined])
    await call('visit.end', { reason: 'withdrawn' })
  })

  it('the same NIK twice is told, not refused', async () => {
    await registerPerson(call, testPerson(7))
    await fillVisit(call, testPerson(7))
    const [first] = await rowsOf(desk.kiosk())
    expect((await call('visit.current', {}))?.duplicate).toBe(first?.reference)
    await call('visit.end', { reason: 'abandoned' })
  })
})
