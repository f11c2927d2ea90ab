import { afterAll, describe, expect, it } from 'vitest'
import { testPerson } from '../../helpers/register.ts'
import { assignment, openCatalogueDesk, pdf } from './catalogue-desk.ts'
import { DEVIATIONS, inventedSteps, uncoveredSteps } from './sop.ts'

const desk = await openCatalogueDesk()
const { call, central, save, card, face, typeCodes, identify, newPerson, finish, untilState, refusal } = desk
afterAll(() => desk.close())

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

  it('lets go of a satuan kerja that was chosen under another instansi, never of a typed one', async () => {
    await identify('akses-non-penyedia', brought, newPerson())
    await save('peran', { perwakilan: 'pemda', peran: 'pp' })
    const type = (values: Record<string, string>) =>
      call('visit.saveStep', { step: 'instansi', values, advance: false })
    await type({ instansi: '[62.71] Pemerintah Kota Palangka Raya', jabatan: 'PP' })
    await type({ satuanKerja: '[62.71-03] Dinas Kesehatan Kota Palangka Raya' })
    const other = { instansi: '[62.08] Pemerintah Kabupaten Sukamara' }
    expect((await type(other)).values).toEqual(
      expect.not.objectContaining({ satuanKerja: expect.anything() }),
    )
    expect(await refusal(save('instansi', {}))).toEqual(['satuanKerja:field.required'])
    await type({ satuanKerja: 'Bagian Umum' })
    expect((await type({ instansi: 'Kementerian Contoh' })).values.satuanKerja).toBe('Bagian Umum')
    await call('visit.end', { reason: 'withdrawn' })
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

    const visits = desk.passed()
    // A step that is covered now must not stand in the list any more, and the forms name no step that is not there.
    expect(uncoveredSteps(visits)).toEqual(Object.keys(DEVIATIONS))
    expect(inventedSteps(visits)).toEqual([])
  })
})
