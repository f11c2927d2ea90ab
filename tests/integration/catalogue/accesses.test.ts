import { afterAll, afterEach, expect, it } from 'vitest'
import { type TestPerson, testPerson } from '../../helpers/register.ts'
import { openCatalogueDesk } from './catalogue-desk.ts'

const desk = await openCatalogueDesk()
const { call, save, face, identify, finish, newPerson, rowOf, untilState, refusal } = desk
afterAll(() => desk.close())
afterEach(async () => {
  if (await call('visit.current', {})) await call('visit.end', { reason: 'withdrawn' })
})

type Service = 'nonaktif-akses' | 'reaktivasi-akses'
const BROUGHT = { 'nonaktif-akses': ['ktp', 'hp', 'email'], 'reaktivasi-akses': ['ktp', 'hp', 'email', 'sk'] }

/** At the question which access it is about, with the answer of the central. */
async function atAccess(service: Service, person: TestPerson) {
  await identify(service, BROUGHT[service], person)
  await face()
  return call('visit.checkAccesses', {})
}
/** Somebody who holds two accesses and held a third (docs/demo.md); each time with contacts of their own. */
const holder = (): TestPerson => ({ ...newPerson(), nik: testPerson(9994).nik })
const idsOf = (accesses: readonly { id: string; peran: string }[] | null) =>
  Object.fromEntries((accesses ?? []).map(({ id, peran }) => [peran, id]))
const type = (step: string, values: Record<string, string>) =>
  call('visit.saveStep', { step, values, advance: false })

const COMMITMENT = {
  perwakilan: 'pemda',
  peran: 'ppk',
  instansi: '[62.71] Pemerintah Kota Palangka Raya',
  satuanKerja: '[62.71-05] Dinas Kesehatan Kota Palangka Raya',
  jabatan: 'Kepala Bidang Pelayanan Kesehatan',
}

it('a chosen access fills in both steps, and nothing of it follows later', async () => {
  const told = await atAccess('nonaktif-akses', holder())
  expect(told.checks.accesses).toBe('deferred')
  const { ppk = '', pp = '' } = idsOf(told.accesses)
  const chosen = await call('visit.chooseAccess', { id: ppk })
  expect(chosen.values).toMatchObject(COMMITMENT)
  expect(chosen.checks.accesses).toBe('passed')
  // Another one of the list takes with it what the first one said, the position included.
  const other = await call('visit.chooseAccess', { id: pp })
  expect(other.values).toMatchObject({
    peran: 'pp',
    satuanKerja: expect.stringContaining('Dinas Pendidikan'),
  })
  expect(other.values.jabatan).toBeUndefined()
  await save('peran', {})
  await save('instansi', { jabatan: 'Pejabat Pengadaan' })
  await save('penghentian', { alasanBerhenti: 'pensiun', pekerjaanSelesai: true })
  const reference = await finish()
  await untilState(reference, 'terverifikasi')
  expect(await rowOf(reference)).toMatchObject({ centralReason: null })
})

it('another access empties what was filled in, and the central looks it up later', async () => {
  const told = await atAccess('nonaktif-akses', holder())
  await call('visit.chooseAccess', { id: idsOf(told.accesses).ppk ?? '' })
  const other = await call('visit.chooseAccess', { id: null })
  for (const field of Object.keys(COMMITMENT)) expect(other.values[field], field).toBeUndefined()
  expect(other.checks.accesses).toBe('deferred')
  // What is typed names an access of the list all the same: by its name, in whatever letters.
  const { jabatan, ...named } = COMMITMENT
  await save('peran', { perwakilan: named.perwakilan, peran: named.peran })
  const typed = {
    instansi: 'pemerintah kota palangka raya',
    satuanKerja: 'DINAS KESEHATAN KOTA PALANGKA RAYA',
  }
  expect((await save('instansi', { ...typed, jabatan })).checks.accesses).toBe('passed')
  await call('visit.goTo', { step: 'peran' })
  expect((await type('peran', { peran: 'kpa' })).checks.accesses).toBe('deferred')
})

it('a position that was typed stays, and a confirmation given before does not', async () => {
  const told = await atAccess('reaktivasi-akses', holder())
  await save('peran', { perwakilan: 'klpd', peran: 'pa' })
  await type('instansi', { jabatan: 'Kepala Dinas' })
  await call('visit.goTo', { step: 'peran' })
  const { bendahara = '' } = idsOf(told.accesses)
  const treasurer = await call('visit.chooseAccess', { id: bendahara })
  expect(treasurer.values).toMatchObject({ jenisBendahara: 'up', jabatan: 'Kepala Dinas' })
  const { values } = await call('visit.chooseAccess', { id: idsOf(told.accesses).ppk ?? '' })
  expect(values.jenisBendahara).toBeUndefined()
  expect(values.jabatan).toBe('Kepala Dinas')
})

it('an access that has ended can be taken up again, not ended', async () => {
  const ended = idsOf((await atAccess('nonaktif-akses', holder())).accesses).bendahara ?? ''
  await expect(call('visit.chooseAccess', { id: ended })).rejects.toMatchObject({
    error: { code: 'not-found', what: 'access' },
  })
})

it('takes an id alone: an unknown one chooses nothing, and values are no part of the call', async () => {
  const told = await atAccess('nonaktif-akses', holder())
  for (const id of ['', 'akses-9', 'constructor'])
    await expect(call('visit.chooseAccess', { id })).rejects.toMatchObject({ error: { code: 'not-found' } })
  const forged = { id: idsOf(told.accesses).ppk ?? '', peran: 'vai' }
  await expect(call('visit.chooseAccess', forged)).rejects.toMatchObject({ error: { code: 'invalid-input' } })
  expect((await call('visit.current', {}))?.values.peran).toBeUndefined()
})

it('is asked only where it is said which access is meant', async () => {
  await identify('nonaktif-akses', BROUGHT['nonaktif-akses'], holder())
  for (const asking of [call('visit.checkAccesses', {}), call('visit.chooseAccess', { id: null })])
    await expect(asking).rejects.toMatchObject({ error: { code: 'wrong-state', state: 'swafoto' } })
})

it('what is not told is typed, and the queue goes on', async () => {
  const told = await atAccess('nonaktif-akses', { ...holder(), email: 'bukan.akun@gmail.com' })
  expect(told).toMatchObject({ accesses: null, checks: { accesses: 'deferred' } })
  expect((await call('app.status', {})).queue.paused).toBeNull()
  const { jabatan, instansi, satuanKerja, ...role } = COMMITMENT
  await save('peran', role)
  await save('instansi', { instansi, satuanKerja, jabatan })
  await save('penghentian', { alasanBerhenti: 'pensiun', pekerjaanSelesai: true })
  const reference = await finish()
  expect((await call('submission.list', { limit: 1 }))[0]?.reference).toBe(reference)
  await untilState(reference, 'terverifikasi')
})

it('holds for one NIK: another one asks anew', async () => {
  await atAccess('nonaktif-akses', holder())
  await call('visit.goTo', { step: 'cocokkan' })
  const { nik } = newPerson()
  expect(await refusal(save('cocokkan', { nik }))).toEqual([])
  expect((await call('visit.current', {}))?.accesses).toBeNull()
})
