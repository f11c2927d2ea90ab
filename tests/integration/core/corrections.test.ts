import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { CallInput } from '#shared/contract/contract.ts'
import { CallError, PIN, signIn } from '../../helpers/kiosk.ts'
import { noisyPicture, portrait, registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { confirmCodes, correctionsAt } from './central-records.ts'
import { rowsOf, startTestDesk, type TestDesk, untilAll, untilOnline } from './desk.ts'

let desk: TestDesk
afterEach(() => desk?.remove())

const kiosk = () => desk.kiosk()
const rowOf = async (reference: string) => (await rowsOf(kiosk())).find((row) => row.reference === reference)
const save = (step: string, values: CallInput<'visit.saveStep'>['values']) =>
  kiosk().call('visit.saveStep', { step, values, advance: true })
const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (cause: unknown) => (cause instanceof CallError ? cause.error : cause),
  )

/** Waits until the registration is in a state, asking the central as often as needed. */
const untilState = (reference: string, state: string) =>
  waitUntil(`${reference} is ${state}`, async () => {
    await kiosk().call('sync.now', {})
    return (await rowOf(reference))?.state === state
  })

/** A registration that the central has judged. */
async function judged(n: number, state: string) {
  const receipt = await registerPerson(kiosk().call, testPerson(n))
  await untilState(receipt.reference, 'menunggu-verifikasi')
  const id = (await rowOf(receipt.reference))?.id ?? ''
  confirmCodes(desk.central().dataDir, id)
  await untilState(receipt.reference, state)
  return { id, reference: receipt.reference }
}

/** Lets the days of a rejected one pass while the kiosk is off; the sweep at its next start erases the copy. */
async function untilErased(reference: string) {
  await desk.restartKiosk(() => desk.clock.advance(15 * 24 * 60 * 60 * 1000))
  await signIn(kiosk().call)
  await untilOnline(kiosk())
  await waitUntil('erased', async () => {
    // The sweep comes every minute.
    desk.clock.advance(60_000)
    return (await rowOf(reference))?.may.unmask === false
  })
}

describe('a correction', () => {
  it('of a face photo asks for nothing else, is linked, and is verified', async () => {
    desk = await startTestDesk()
    const old = await judged(9998, 'ditolak')
    expect(await rowOf(old.reference)).toMatchObject({
      named: { fields: [], photos: ['swafoto'] },
      may: { correct: 'yes', cancel: 'withdraw' },
    })

    const visit = await kiosk().call('submission.correct', { id: old.id, pin: PIN })
    expect(visit.id).not.toBe(old.id)
    expect(visit.steps).toEqual(['nik', 'swafoto', 'tinjau'])
    expect(Object.keys(visit.photos)).toEqual(['ktp-frame'])
    expect(visit.duplicate).toBeNull()
    expect(await errorOf(kiosk().call('visit.submit', {}))).toMatchObject({
      code: 'form',
      issues: expect.arrayContaining([{ field: 'swafoto', code: 'photo.missing' }]),
    })
    await save('nik', { nikBenar: true })
    await kiosk().call('visit.keepPhoto', { purpose: 'swafoto', jpeg: await noisyPicture() })
    await save('swafoto', { tanpaKacamataMasker: true })
    await save('tinjau', { sudahDitinjau: true })
    const receipt = await kiosk().call('visit.submit', {})
    expect(receipt.corrects).toBe(old.reference)
    expect(await rowOf(old.reference)).toMatchObject({
      state: 'ditolak',
      correctedBy: receipt.reference,
      may: { correct: 'no' },
    })

    await untilState(receipt.reference, 'menunggu-verifikasi')
    const id = (await rowOf(receipt.reference))?.id ?? ''
    expect(correctionsAt(desk.central().dataDir)).toContainEqual({ id, corrects: old.id })
    confirmCodes(desk.central().dataDir, id)
    await untilState(receipt.reference, 'terverifikasi')
  })

  it('of one field keeps everything else, and the same picture again is refused again', async () => {
    desk = await startTestDesk()
    const old = await judged(9999, 'ditolak')
    const visit = await kiosk().call('submission.correct', { id: old.id, pin: PIN })
    expect(visit.steps).toEqual(['cocokkan', 'nik', 'tinjau'])
    expect(visit.values).toMatchObject({ nik: testPerson(9999).nik, email: testPerson(9999).email })
    const nik = testPerson(1).nik
    await save('cocokkan', { nik })
    await save('nik', { nikBenar: true })
    await save('tinjau', { sudahDitinjau: true })
    const receipt = await kiosk().call('visit.submit', {})
    await untilState(receipt.reference, 'menunggu-verifikasi')
    confirmCodes(desk.central().dataDir, (await rowOf(receipt.reference))?.id ?? '')
    await untilState(receipt.reference, 'terverifikasi')

    const face = await judged(9998, 'ditolak')
    await kiosk().call('submission.correct', { id: face.id, pin: PIN })
    await save('nik', { nikBenar: true })
    // The bytes of the first time: the same picture is no better one.
    await kiosk().call('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
    await save('swafoto', { tanpaKacamataMasker: true })
    await save('tinjau', { sudahDitinjau: true })
    const again = await kiosk().call('visit.submit', {})
    await untilState(again.reference, 'menunggu-verifikasi')
    confirmCodes(desk.central().dataDir, (await rowOf(again.reference))?.id ?? '')
    await untilState(again.reference, 'ditolak')
    expect(await rowOf(again.reference)).toMatchObject({ may: { correct: 'yes' }, corrects: face.reference })
  })

  it('is refused a second time, without the working copy, with a wrong PIN, and when nothing can be mended', async () => {
    desk = await startTestDesk()
    const old = await judged(9998, 'ditolak')
    expect(await errorOf(kiosk().call('submission.correct', { id: old.id, pin: '000000' }))).toMatchObject({
      code: 'pin-wrong',
    })
    await kiosk().call('submission.correct', { id: old.id, pin: PIN })
    await kiosk().call('visit.pause', {})
    expect(await errorOf(kiosk().call('submission.correct', { id: old.id, pin: PIN }))).toEqual({
      code: 'wrong-state',
      state: 'already-corrected',
    })
    const [draft] = await kiosk().call('draft.list', {})
    await kiosk().call('draft.wipe', { id: draft?.id ?? '', pin: PIN })

    await untilErased(old.reference)
    expect(await rowOf(old.reference)).toMatchObject({ may: { correct: 'anew', unmask: false } })
    expect(await errorOf(kiosk().call('submission.correct', { id: old.id, pin: PIN }))).toEqual({
      code: 'not-found',
      what: 'working-copy',
    })
    const good = await judged(2, 'terverifikasi')
    expect(await errorOf(kiosk().call('submission.correct', { id: good.id, pin: PIN }))).toMatchObject({
      code: 'wrong-state',
    })
  })

  it('replaces one that the central never took', async () => {
    desk = await startTestDesk()
    desk.proxy.mood = (request) =>
      request.startsWith('PUT /v1/submissions')
        ? {
            status: 422,
            body: {
              type: 'urn:lpse-central:problem:content-refused',
              title: 'The contents are not accepted.',
              status: 422,
              fields: ['hp'],
              photos: [],
            },
          }
        : 'pass'
    const first = await registerPerson(kiosk().call, testPerson(1))
    await untilAll(kiosk(), 'perlu-tindakan')
    desk.proxy.mood = () => 'pass'
    const row = await rowOf(first.reference)
    expect(row).toMatchObject({
      named: { fields: ['hp'], photos: [] },
      may: { correct: 'yes', cancel: 'void' },
    })
    const visit = await kiosk().call('submission.correct', { id: row?.id ?? '', pin: PIN })
    expect(visit.steps).toEqual(['nik', 'kontak', 'kode', 'tinjau'])
    expect(visit.checks).not.toHaveProperty('phone-code')
    await save('nik', { nikBenar: true })
    await save('kontak', { hp: '0812-3456-7777' })
    await kiosk().call('visit.deferCodes', {})
    await save('kode', {})
    await save('tinjau', { sudahDitinjau: true })
    const second = await kiosk().call('visit.submit', {})
    await untilState(second.reference, 'menunggu-verifikasi')
    expect(await rowOf(first.reference)).toMatchObject({
      state: 'dibatalkan',
      correctedBy: second.reference,
      may: { unmask: false },
    })
    expect(readdirSync(join(kiosk().dataDir, 'packets')).filter((name) => name.endsWith('.age'))).toEqual([])
    // To the central it is a registration like any other: it never saw the first one.
    const id = (await rowOf(second.reference))?.id
    expect(correctionsAt(desk.central().dataDir)).toEqual([{ id, corrects: null }])
  })

  it('survives a restart, and begins at the NIK again', async () => {
    desk = await startTestDesk()
    const old = await judged(9998, 'ditolak')
    await kiosk().call('submission.correct', { id: old.id, pin: PIN })
    await save('nik', { nikBenar: true })
    await desk.restartKiosk()
    await signIn(kiosk().call)
    const [draft] = await kiosk().call('draft.list', {})
    const resumed = await kiosk().call('draft.resume', { id: draft?.id ?? '', pin: PIN })
    expect(resumed).toMatchObject({
      step: 'nik',
      steps: ['nik', 'swafoto', 'tinjau'],
      correction: { of: old.id, photos: ['swafoto'] },
    })
    expect(Object.keys(resumed.photos)).toEqual(['ktp-frame'])
  })
})

describe('a verified profile', () => {
  it('goes on to the request for access with what is known of the person, by PIN, and is audited', async () => {
    desk = await startTestDesk()
    const profile = await judged(5, 'terverifikasi')
    expect((await rowOf(profile.reference))?.may.goOn).toBe(true)
    expect(await errorOf(kiosk().call('submission.goOn', { id: profile.id, pin: '000000' }))).toMatchObject({
      code: 'pin-wrong',
    })
    const visit = await kiosk().call('submission.goOn', { id: profile.id, pin: PIN })
    const { nik, nama, email } = testPerson(5)
    expect(visit).toMatchObject({
      service: 'akses-non-penyedia',
      values: { profil: 'sudah', nik, nama, email, tanggalLahir: '1990-08-17' },
      correction: null,
    })
    // Nothing that was ticked, photographed or proved by a code for the profile counts for the access.
    expect(Object.keys(visit.values).filter((id) => /setuju|sudah(Ditinjau|Dicek)|Benar/.test(id))).toEqual(
      [],
    )
    expect([visit.photos, visit.checks]).toEqual([{}, {}])
    expect(visit.steps).toEqual(
      expect.arrayContaining(['persetujuan', 'foto-ktp', 'nik', 'kontak-akun', 'kode']),
    )
    await kiosk().call('visit.end', { reason: 'abandoned' })

    const refused = await judged(9998, 'ditolak')
    expect((await rowOf(refused.reference))?.may.goOn).toBe(false)
    expect(await errorOf(kiosk().call('submission.goOn', { id: refused.id, pin: PIN }))).toMatchObject({
      code: 'wrong-state',
    })
  })
})
