import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { fillVisit, type TestPerson, testPerson } from '../../helpers/register.ts'
import { assignment, openCatalogueDesk, pdf } from './catalogue-desk.ts'

const desk = await openCatalogueDesk()
const { call, save, face, typeCodes, identify, newPerson, finish, rowOf, untilState, refusal } = desk
afterAll(() => desk.close())

/** Inputs of one of the tables of docs/demo.md, as they stand in its first column. */
function inputsOf(heading: string): string[] {
  const page = readFileSync(new URL('../../../docs/demo.md', import.meta.url), 'utf8')
  const rows = page.slice(page.indexOf(heading)).split('\n').slice(2)
  return rows
    .slice(
      0,
      rows.findIndex((row) => !row.startsWith('|')),
    )
    .map((row) => row.split(' | ')[0]?.replace(/^\| /, '') ?? '')
}

/** A profile whose codes are typed at once, sent; its row once the central has decided. */
async function registered(person: TestPerson, state: string) {
  await fillVisit(call, person, { atCodes: () => typeCodes(person) })
  const { reference } = await call('visit.submit', {})
  await untilState(reference, state)
  return rowOf(reference)
}

const leave = () => call('visit.end', { reason: 'withdrawn' })

/** Cek NIB for an owner or a member of staff; the visit ends there. */
async function companyOf(nib: string, type: 'pemilik' | 'staf' = 'pemilik') {
  const brought = ['ktp', 'hp', 'email', 'nib', 'npwp-usaha', 'dokumen-usaha']
  await identify('akses-penyedia', brought, newPerson())
  await save('tipe-penyedia', { tipePenyedia: type })
  await call('visit.saveStep', { step: 'perusahaan', values: { nib }, advance: false })
  const { values, checks } = await call('visit.checkCompany', {})
  await leave()
  return { result: values.hasilNib, check: checks.nib }
}

const ACCESS = ['perwakilan', 'peran', 'jenisBendahara', 'instansi', 'satuanKerja']

/** At the question which access ends: role and state of those that the central tells, undefined when it tells nothing. */
async function toldAccesses(person: TestPerson): Promise<string[] | undefined> {
  await identify('nonaktif-akses', ['ktp', 'hp', 'email'], person)
  await face()
  const { accesses } = await call('visit.checkAccesses', {})
  return accesses?.map(({ peran, state }) => `${peran} ${state}`)
}

/** From there on with an access that is typed; its row once the central has decided. */
async function endedAccess(state = 'ditolak') {
  await save('peran', { perwakilan: 'klpd', peran: 'vai' })
  await save('instansi', { instansi: 'Lembaga Contoh', satuanKerja: 'Biro Umum', jabatan: 'VAI' })
  await save('penghentian', { alasanBerhenti: 'pensiun', pekerjaanSelesai: true })
  const reference = await finish()
  await untilState(reference, state)
  return rowOf(reference)
}

/** At the contact step of a profile. */
async function atContact(person: TestPerson): Promise<void> {
  await call('visit.start', { service: 'akun', language: 'id' })
  await save('syarat', { dibawa: ['hp', 'email'] })
  await save('persetujuan', { setujuData: true, caraSetuju: 'sendiri' })
  await save('pemilik', { nama: person.nama, tanggalLahir: '1990-08-17' })
}

const refused = (fields: string[], photos: string[]) =>
  expect.objectContaining({ state: 'ditolak', named: { fields, photos } })

/** One play for every row of the English table. */
const plays: Readonly<Record<string, () => Promise<void>>> = {
  'NIK ending in `9999`': async () => {
    expect(await registered(testPerson(9999), 'ditolak')).toEqual(refused(['nik'], []))
  },
  'NIK ending in `9998`': async () => {
    expect(await registered(testPerson(9998), 'ditolak')).toEqual(refused([], ['swafoto']))
  },
  'NIK ending in `9997`': async () => {
    expect(await registered(testPerson(9997), 'ditolak')).toEqual(refused([], ['ktp']))
  },
  'NIK ending in `9995`': async () => {
    expect(await toldAccesses(testPerson(9995))).toEqual([])
    expect(await endedAccess()).toEqual(refused(ACCESS, []))
  },
  'NIK ending in `9994`': async () => {
    expect(await toldAccesses(testPerson(9994))).toEqual(['ppk aktif', 'pp aktif', 'bendahara berakhir'])
    expect(await endedAccess()).toEqual(refused(ACCESS, []))
  },
  'any other NIK': async () => {
    expect(await registered(newPerson(), 'terverifikasi')).toMatchObject({ centralReason: null })
    expect(await toldAccesses(newPerson())).toEqual(['ppk aktif'])
    expect(await endedAccess('terverifikasi')).toMatchObject({ centralReason: null })
  },
  'e-mail `bukan.akun@…`': async () => {
    expect(await toldAccesses({ ...newPerson(), email: 'bukan.akun@gmail.com' })).toBeUndefined()
    await leave()
  },
  'e-mail `sudah.ada@…`': async () => {
    const person = { ...newPerson(), email: 'sudah.ada@gmail.com' }
    await atContact(person)
    const visit = await save('kontak', { email: person.email, hp: person.hp })
    expect(visit.checks['email-registered']).toBe('failed')
    await leave()
  },
  'NIB ending in `0000`': async () => {
    expect(await companyOf('9120001230000')).toEqual({ result: 'tidak-ditemukan', check: 'failed' })
  },
  'NIB ending in `1111`': async () => {
    expect(await companyOf('9120001231111')).toEqual({ result: 'terdaftar', check: 'passed' })
  },
  'NIB ending in `2222`': async () => {
    expect(await companyOf('9120001232222')).toEqual({ result: 'bukan-pengurus', check: 'failed' })
    expect(await companyOf('9120001232222', 'staf')).toEqual({ result: 'pengurus-dulu', check: 'failed' })
  },
  'NIB ending in `3333`': async () => {
    expect(await companyOf('9120001233333', 'staf')).toEqual({ result: 'semua-wna', check: 'passed' })
  },
  'any other NIB': async () => {
    expect(await companyOf('9120001234567')).toEqual({ result: 'ditemukan', check: 'passed' })
  },
  'letter number (SK/ST) ending in `9996`': async () => {
    await identify('akses-non-penyedia', ['ktp', 'hp', 'email', 'sk'], newPerson())
    await save('peran', { perwakilan: 'klpd', peran: 'pp' })
    await save('instansi', { instansi: 'Kementerian Contoh', satuanKerja: 'Biro Umum', jabatan: 'PP' })
    await save('penugasan', { ...assignment, nomorSk: '800/9996' })
    await call('visit.keepDocument', { kind: 'surat-tugas', content: pdf('surat ditolak') })
    await save('dokumen', {})
    const reference = await finish()
    await untilState(reference, 'ditolak')
    expect(await rowOf(reference)).toEqual(refused(['nomorSk', 'surat-tugas'], []))
  },
  'username `admin`, `administrator`, `root`, `lpse`, `inaproc`, `helpdesk`': async () => {
    for (const username of ['admin', 'administrator', 'root', 'lpse', 'inaproc', 'helpdesk']) {
      const person = newPerson()
      await atContact(person)
      expect(await refusal(save('kontak', { email: person.email, hp: person.hp, username }))).toEqual([
        'username:username.taken',
      ])
      await leave()
    }
  },
}

describe('the purpose-made inputs of the demonstration', () => {
  const english = inputsOf('| Input | Result |')

  it('stand in both languages, row by row, and each is played here', () => {
    expect(english).toEqual(Object.keys(plays))
    expect(inputsOf('| Isian | Hasil |')).toHaveLength(english.length)
  })

  it.each(english)('%s does what docs/demo.md says', async (input) => {
    await plays[input]?.()
  })
})
