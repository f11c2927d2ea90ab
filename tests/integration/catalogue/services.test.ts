import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallInput } from '#shared/contract/contract.ts'
import { getForm } from '#shared/domain/services/index.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { minimalPdf } from '../../helpers/documents.ts'
import { type Call, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { plainPicture, portrait, type TestPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { DEVIATIONS, SOP_STEPS } from './sop.ts'

type Values = CallInput<'visit.saveStep'>['values']

let central: TestCentral
let kiosk: TestKiosk
let call: Call
let people = 100

beforeAll(async () => {
  central = await startTestCentral()
  kiosk = await startTestKiosk({ demo: { centralUrl: central.url, enrolmentCode: central.enrolmentCode } })
  call = kiosk.call
  const [petugas] = await call('staff.choices', {})
  await call('staff.signIn', { staffId: petugas?.id ?? '', pin: '121212' })
  await waitUntil('the kiosk is online', async () => (await call('app.status', {})).network.online)
})
afterAll(async () => {
  await kiosk?.remove()
  await central?.stop()
})

/** Every step that a visit was really left through, by service. */
const passed = new Map<string, Set<string>>()

async function save(step: string, values: Values) {
  const visit = await call('visit.saveStep', { step, values, advance: true })
  const steps = passed.get(visit.service) ?? new Set()
  passed.set(visit.service, steps.add(step))
  return visit
}
const pdf = (text: string) => Buffer.from(minimalPdf({ text })).toString('base64')
const newPerson = (): TestPerson => testPerson(people++)

/** The code that the central sent to a contact, typed at the kiosk. */
async function typeCodes(person: TestPerson): Promise<void> {
  for (const channel of ['phone', 'email'] as const) {
    await call('visit.requestCode', { channel })
    const to = channel === 'phone' ? person.hp.replaceAll('-', '').slice(1) : person.email
    const message = (await central.messages()).find(
      (each) => each.code && each.to.replaceAll('-', '').includes(to),
    )
    expect(await call('visit.verifyCode', { channel, code: message?.code ?? '' })).toEqual({
      kind: 'accepted',
    })
  }
  await save('kode', {})
}

/** The card by hand, the NIK confirmed. */
async function card(person: TestPerson): Promise<void> {
  await call('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: await plainPicture() })
  await save('foto-ktp', { ketikSendiri: true })
  await save('cocokkan', { nik: person.nik, nama: person.nama, tanggalLahir: '1990-08-17' })
  await save('nik', { nikBenar: true })
}

async function face(): Promise<void> {
  await call('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
  await save('swafoto', { tanpaKacamataMasker: true })
}

/** From the start to the first question of the service itself, for somebody whose profile is verified. */
async function identify(service: string, brought: string[], person: TestPerson): Promise<void> {
  await call('visit.start', {
    service,
    language: 'id',
    ...(service.startsWith('akses-') ? { answers: { profil: 'sudah' } } : {}),
  })
  await save('syarat', { dibawa: brought })
  await save('persetujuan', { setujuData: true, caraSetuju: 'sendiri' })
  await card(person)
  await save('kontak-akun', { email: person.email, hp: person.hp })
  await typeCodes(person)
}

const assignment: Values = {
  nomorSk: '800/12/CONTOH/2026',
  tanggalSk: '2026-11-02',
  mulaiBerlaku: '2026-11-02',
  akhirBerlaku: '2031-12-31',
}

async function finish(): Promise<string> {
  await save('tinjau', { sudahDitinjau: true })
  return (await call('visit.submit', {})).reference
}

const stateOf = async (reference: string) =>
  (await call('submission.list', { limit: 50 })).find((row) => row.reference === reference)?.state
const untilState = (reference: string, state: string) =>
  waitUntil(`${reference} is ${state}`, async () => {
    await call('sync.now', {})
    return (await stateOf(reference)) === state
  })
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error: { error: { issues?: { field: string; code: string }[] } }) =>
      (error.error.issues ?? []).map(({ field, code }) => `${field}:${code}`),
  )

describe('akun', () => {
  it('asks for no card and no face, and ends verified', async () => {
    const person = newPerson()
    const visit = await call('visit.start', { service: 'akun', language: 'id' })
    expect(visit.steps).toEqual(['syarat', 'persetujuan', 'pemilik', 'kontak', 'kode', 'tinjau'])
    await save('syarat', { dibawa: ['hp', 'email'] })
    await save('persetujuan', { setujuData: true, caraSetuju: 'sendiri' })
    await save('pemilik', { nama: person.nama, tanggalLahir: '1990-08-17' })
    await save('kontak', { email: person.email, hp: person.hp })
    await typeCodes(person)
    await untilState(await finish(), 'terverifikasi')
  })

  it('two people without a NIK are not taken for one', async () => {
    const visit = await call('visit.start', { service: 'akun', language: 'id' })
    expect(visit.duplicate).toBeNull()
    await call('visit.end', { reason: 'withdrawn' })
  })
})

describe('akses-penyedia', () => {
  const brought = ['ktp', 'hp', 'email', 'nib', 'npwp-usaha', 'dokumen-usaha']
  const toCompany = async (type: 'pemilik' | 'staf') => {
    await identify('akses-penyedia', brought, newPerson())
    await save('tipe-penyedia', { tipePenyedia: type })
  }
  const check = async (nib: string) => {
    await call('visit.saveStep', { step: 'perusahaan', values: { nib }, advance: false })
    return call('visit.checkCompany', {})
  }
  const leave = async () => call('visit.end', { reason: 'withdrawn' })

  it('green: the whole company is registered, with its documents, and becomes Aktif', async () => {
    await toCompany('pemilik')
    const checked = await check('9120001234567')
    expect(checked.checks.nib).toBe('passed')
    expect(checked.values).toMatchObject({ hasilNib: 'ditemukan', namaPerusahaan: 'PT Contoh 4567' })
    await save('perusahaan', {})
    await save('usaha', {
      bidangIndustri: 'Alat tulis',
      jenisPerusahaan: 'pt',
      jabatan: 'Direktur',
      npwpUsaha: '01.234.567.4-901.000',
      pkp: 'non-pkp',
    })
    expect(
      await refusal(
        save('alamat-usaha', {
          wilayahUsaha: '62.71.99.1001',
          jalanUsaha: 'Jl. Contoh 1',
          titikUsaha: '-2.2, 113.9',
          alamatKirim: 'sama',
        }),
      ),
    ).toEqual(['wilayahUsaha:wilayah.choose'])
    await save('alamat-usaha', {
      wilayahUsaha: '62.71.01.1001',
      jalanUsaha: 'Jl. Contoh 1',
      titikUsaha: '-2.2083, 113.9138',
      alamatKirim: 'sama',
    })
    const documents = ['nib', 'pernyataan-non-pkp', 'pemilik-atau-akta', 'foto-npwp']
    expect(await refusal(save('dokumen', {}))).toEqual(documents.map((kind) => `${kind}:document.missing`))
    for (const kind of documents) await call('visit.keepDocument', { kind, content: pdf(kind) })
    expect(await refusal(call('visit.keepDocument', { kind: 'foto-npwp', content: pdf('nib') }))).toEqual([
      'foto-npwp:document.twice',
    ])
    await save('dokumen', {})
    await untilState(await finish(), 'aktif')
  })

  it('red: an unknown NIB and a stranger to the company do not pass', async () => {
    await toCompany('pemilik')
    expect((await check('9120001230000')).values.hasilNib).toBe('tidak-ditemukan')
    const values = { nib: '9120001230000', statusPerusahaan: 'baru', namaPerusahaan: 'PT Contoh' }
    expect(await refusal(save('perusahaan', values))).toEqual(['nib:nib.tidak-ditemukan'])
    expect(await refusal(save('perusahaan', { ...values, nib: '9120001232222' }))).toEqual([
      'nib:nib.bukan-pengurus',
    ])
    await leave()
  })

  it('registered already: only the letter of assignment is asked for', async () => {
    await toCompany('staf')
    const checked = await check('9120001231111')
    expect(checked.values).toMatchObject({ hasilNib: 'terdaftar', statusPerusahaan: 'terdaftar' })
    const visit = await save('perusahaan', {})
    expect(visit.steps.slice(visit.steps.indexOf('perusahaan'))).toEqual(['perusahaan', 'dokumen', 'tinjau'])
    await call('visit.keepDocument', { kind: 'surat-tugas', content: pdf('tugas anggota') })
    await save('dokumen', {})
    await untilState(await finish(), 'aktif')
  })

  it('staff first: stopped, unless all officers are foreign nationals', async () => {
    await toCompany('staf')
    const values = { nib: '9120001232222', statusPerusahaan: 'baru', namaPerusahaan: 'PT Contoh' }
    expect(await refusal(save('perusahaan', values))).toEqual(['nib:nib.pengurus-dulu'])
    expect((await check('9120001233333')).values.hasilNib).toBe('semua-wna')
    expect(await refusal(save('perusahaan', { statusPerusahaan: 'baru' }))).toEqual([
      'persetujuanWna:field.required',
    ])
    expect((await save('perusahaan', { statusPerusahaan: 'baru', persetujuanWna: '2026-10-01' })).step).toBe(
      'usaha',
    )
    await leave()
  })

  it('takes the result of the check from nobody but the central', async () => {
    await toCompany('pemilik')
    expect(await refusal(save('perusahaan', { nib: '9120001230000', hasilNib: 'ditemukan' }))).toEqual([
      'hasilNib:field.hidden',
    ])
    await leave()
  })

  it('asks the central by itself when the step is left without Cek NIB', async () => {
    await toCompany('pemilik')
    const visit = await save('perusahaan', { nib: '9120001234567' })
    expect(visit.step).toBe('usaha')
    expect(visit.values).toMatchObject({ hasilNib: 'ditemukan', namaPerusahaan: 'PT Contoh 4567' })
    // Another company is another answer, also in one press.
    const other = await save('perusahaan', { nib: '9120001231111' })
    expect(other.values).toMatchObject({ statusPerusahaan: 'terdaftar', namaPerusahaan: 'PT Contoh 1111' })
    await leave()
  })

  it('what is typed while the central is asked stays', async () => {
    await toCompany('pemilik')
    await call('visit.saveStep', { step: 'perusahaan', values: { nib: '9120001234567' }, advance: false })
    const checking = call('visit.checkCompany', {})
    await call('visit.saveStep', {
      step: 'perusahaan',
      values: { namaPerusahaan: 'PT Diketik Sendiri' },
      advance: false,
    })
    expect((await checking).values).toMatchObject({
      hasilNib: 'ditemukan',
      namaPerusahaan: 'PT Diketik Sendiri',
    })
    await leave()
  })

  it('another NIB voids the answer about the first', async () => {
    await toCompany('pemilik')
    await check('9120001234567')
    const changed = await call('visit.saveStep', {
      step: 'perusahaan',
      values: { nib: '9120001234568' },
      advance: false,
    })
    expect(changed.checks.nib).toBeUndefined()
    expect(changed.values.hasilNib).toBeUndefined()
    await leave()
  })
})

describe('akses-non-penyedia', () => {
  const brought = ['ktp', 'hp', 'email', 'sk']

  it('finds the office in spite of typing errors, and becomes Aktif', async () => {
    await identify('akses-non-penyedia', brought, newPerson())
    await save('peran', { perwakilan: 'pemda', peran: 'bendahara', jenisBendahara: 'up' })
    const [office] = await call('reference.search', { list: 'instansi', query: 'palangkraya' })
    expect(office).toEqual({ code: '62.71', name: 'Pemerintah Kota Palangka Raya' })
    const [unit] = await call('reference.search', {
      list: 'satuan-kerja',
      query: 'dinas kesehtan',
      parent: '62.71',
    })
    expect(unit?.name).toBe('Dinas Kesehatan Kota Palangka Raya')
    await save('instansi', {
      instansi: `[${office?.code}] ${office?.name}`,
      satuanKerja: `[${unit?.code}] ${unit?.name}`,
      jabatan: 'Bendahara Pengeluaran',
    })
    expect(await refusal(save('penugasan', { ...assignment, akhirBerlaku: '2026-11-01' }))).toEqual([
      'akhirBerlaku:date.beforeStart',
    ])
    await save('penugasan', assignment)
    await call('visit.keepDocument', { kind: 'surat-tugas', content: pdf('bendahara') })
    await save('dokumen', {})
    await untilState(await finish(), 'aktif')
  })

  it('goes through all three stages in one visit: one receipt, nothing asked twice, Menunggu Profil first', async () => {
    const person = newPerson()
    const visit = await call('visit.start', {
      service: 'akses-non-penyedia',
      language: 'en',
      answers: { profil: 'belum' },
    })
    expect(visit.step).toBe('siapa')
    await save('siapa', { pemohon: 'asn' })
    await save('syarat', { dibawa: ['ktp', 'hp', 'email', 'nip-nrp', 'npwp', 'sk'] })
    await save('persetujuan', { setujuData: true, setujuTandaTangan: true, caraSetuju: 'sendiri' })
    await card(person)
    await save('kepegawaian', { nip: '199008172015011001' })
    await save('kontak', { email: person.email, hp: person.hp })
    await call('visit.deferCodes', {})
    await save('kode', {})
    await face()
    await save('peran', { perwakilan: 'klpd', peran: 'ppk' })
    await save('instansi', { instansi: 'Kementerian Contoh', satuanKerja: 'Biro Umum', jabatan: 'PPK' })
    await save('penugasan', { ...assignment, tteAktif: 'belum' })
    await call('visit.keepDocument', { kind: 'surat-tugas', content: pdf('ppk') })
    await save('dokumen', {})
    const reference = await finish()
    await untilState(reference, 'menunggu-profil')
    const links = (await central.messages()).filter((message) => message.link && message.code)
    for (const message of links.slice(0, 2)) {
      const form = new URLSearchParams({ kode: message.code ?? '' })
      await fetch(message.link ?? '', { method: 'POST', body: form })
    }
    await untilState(reference, 'aktif')
  })

  it('is refused by the VAI with the letter named', async () => {
    await identify('akses-non-penyedia', brought, newPerson())
    await save('peran', { perwakilan: 'klpd', peran: 'pp' })
    await save('instansi', { instansi: 'Kementerian Contoh', satuanKerja: 'Biro Umum', jabatan: 'PP' })
    await save('penugasan', { ...assignment, nomorSk: '800/9996' })
    await call('visit.keepDocument', { kind: 'surat-tugas', content: pdf('ditolak') })
    await save('dokumen', {})
    await untilState(await finish(), 'ditolak')
  })
})

describe('requests about what exists', () => {
  it('nonaktif-akses needs the statement about open work', async () => {
    await identify('nonaktif-akses', ['ktp', 'hp', 'email'], newPerson())
    await face()
    await save('peran', { perwakilan: 'pemda', peran: 'pp' })
    await save('instansi', { instansi: 'Dinas Contoh', satuanKerja: 'Sekretariat', jabatan: 'PP' })
    expect(await refusal(save('penghentian', { alasanBerhenti: 'pensiun' }))).toEqual([
      'pekerjaanSelesai:field.tick',
    ])
    await save('penghentian', { alasanBerhenti: 'pensiun', pekerjaanSelesai: true })
    await untilState(await finish(), 'terverifikasi')
  })

  it('reaktivasi-akses becomes Aktif', async () => {
    await identify('reaktivasi-akses', ['ktp', 'hp', 'email', 'sk'], newPerson())
    await face()
    await save('peran', { perwakilan: 'pemda', peran: 'vai' })
    await save('instansi', { instansi: 'Dinas Contoh', satuanKerja: 'Sekretariat', jabatan: 'VAI' })
    await save('penugasan', assignment)
    await call('visit.keepDocument', { kind: 'surat-tugas', content: pdf('aktif lagi') })
    await save('dokumen', {})
    await untilState(await finish(), 'aktif')
  })

  it('admin-wna and admin-cabang are granted', async () => {
    await identify('admin-wna', ['ktp', 'hp', 'email', 'nib', 'surat-pengajuan', 'surat-kuasa'], newPerson())
    await face()
    await save('perusahaan-wna', {
      nib: '9120001233333',
      namaPerusahaan: 'PT Contoh Asing',
      jabatan: 'Manajer',
      semuaPengurusWna: true,
    })
    for (const kind of ['surat-pengajuan', 'surat-kuasa'])
      await call('visit.keepDocument', { kind, content: pdf(`wna ${kind}`) })
    await save('dokumen', {})
    await untilState(await finish(), 'terverifikasi')

    await identify('admin-cabang', ['ktp', 'hp', 'email', 'nib', 'formulir-cabang'], newPerson())
    await face()
    await save('cabang', { nib: '9120001234567', namaPerusahaan: 'PT Contoh', namaCabang: 'Cabang Sampit' })
    await save('penerima-tugas', {
      namaPetugasCabang: 'CONTOH CABANG',
      nikPetugasCabang: testPerson(999).nik,
      emailPetugasCabang: 'cabang.contoh@gmail.com',
      petugasCabangBerprofil: true,
    })
    await call('visit.keepDocument', { kind: 'formulir-cabang', content: pdf('cabang') })
    await save('dokumen', {})
    await untilState(await finish(), 'terverifikasi')
  })
})

describe('the steps of the SOPs', () => {
  it('were each passed through in one of these visits, or stand in the list of deviations', async () => {
    const person = newPerson()
    await call('visit.start', { service: 'profil', language: 'id' })
    await save('siapa', { pemohon: 'polri' })
    await save('syarat', { dibawa: ['ktp', 'hp', 'email', 'nip-nrp', 'npwp'] })
    await save('persetujuan', { setujuData: true, setujuTandaTangan: true, caraSetuju: 'sendiri' })
    await card(person)
    await save('kepegawaian', { nrp: '24565' })
    await save('kontak', { email: person.email, hp: person.hp })
    await typeCodes(person)
    await face()
    await untilState(await finish(), 'terverifikasi')

    const covered = new Set(
      [...passed].flatMap(([service, ids]) =>
        getForm(service)
          .steps.filter((step) => ids.has(step.id))
          .flatMap((step) => step.sop.map(({ document, step: number }) => `${document}/${number}`)),
      ),
    )
    const steps = Object.entries(SOP_STEPS).flatMap(([document, numbers]) =>
      Object.keys(numbers).map((number) => `${document}/${number}`),
    )
    const uncovered = steps.filter((step) => !covered.has(step))
    expect(uncovered).toEqual(steps.filter((step) => step in DEVIATIONS))
    // A step that is covered now must not stand in the list any more, and the forms name no step that is not there.
    expect([...covered].filter((step) => !steps.includes(step))).toEqual([])
  })
})
