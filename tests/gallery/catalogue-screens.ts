import { valuesOfAccess } from '#shared/domain/services/index.ts'
import { HELD_ACCESSES } from './access.ts'
import { ok } from './core.ts'
import { at, page, type Show } from './show.ts'
import { receiptIn } from './visits.ts'

const on = (service: string) => ({ service })
const withProfile = { profil: 'sudah' }
const addedAt = '2026-11-23T02:06:00.000Z'
const given = (...kinds: string[]) =>
  Object.fromEntries(
    kinds.map((kind) => [kind, { media: 'application/pdf' as const, size: 412_000, addedAt, pages: [] }]),
  )
const warning = (field: string, code: string, n?: number) => ({
  field,
  code,
  ...(n === undefined ? {} : { params: { n } }),
})

/** Choosing a service, and every step that `profil` does not have, with its findings (domain: service catalogue). */
export const CATALOGUE_SCREENS: Readonly<Record<string, Show | undefined>> = {
  'pilih-siapa': page({ page: 'choosing' }),
  'pilih-tahap': page({ page: 'choosing' }, [{ selector: 'main input' }, 'btn.Lanjutkan']),
  'pilih-layanan': page({ page: 'choosing' }, [
    { selector: 'main input' },
    'btn.Lanjutkan',
    { selector: 'main label:last-child input' },
    'btn.Lanjutkan',
  ]),
  'profil-ada': at('profil-ada', [], on('akses-penyedia')),
  'syarat-usaha': at('syarat', [], { ...on('akses-penyedia'), values: withProfile }),
  'syarat-usaha-cetak': at('syarat', ['btn.Belum, cetak daftar'], {
    ...on('akses-penyedia'),
    values: withProfile,
  }),
  'persetujuan-akun': at('persetujuan', [], on('akun')),
  'persetujuan-usaha': at('persetujuan', [], { ...on('akses-penyedia'), values: { profil: 'belum' } }),
  'persetujuan-nonaktif': at('persetujuan', [], on('nonaktif-akses')),
  'persetujuan-cabang': at('persetujuan', ['btn.Baca lengkap'], on('admin-cabang')),
  pemilik: at('pemilik', [], on('akun')),
  'kontak-akun': at('kontak-akun', [], { ...on('akses-penyedia'), values: withProfile }),
  'tipe-penyedia': at('tipe-penyedia', [], { ...on('akses-penyedia'), values: withProfile }),
  perusahaan: at('perusahaan', [], { ...on('akses-penyedia'), values: withProfile }),
  'perusahaan-hijau': at('perusahaan', [], {
    ...on('akses-penyedia'),
    values: { ...withProfile, nib: '9120001234567', hasilNib: 'ditemukan', namaPerusahaan: 'PT Contoh 4567' },
    visit: { checks: { nib: 'passed' } },
  }),
  'perusahaan-merah': at('perusahaan', [], {
    ...on('akses-penyedia'),
    values: { ...withProfile, nib: '9120001230000', hasilNib: 'tidak-ditemukan' },
    visit: { checks: { nib: 'failed' } },
  }),
  'perusahaan-terdaftar': at('perusahaan', [], {
    ...on('akses-penyedia'),
    values: { ...withProfile, nib: '9120001231111', hasilNib: 'terdaftar', namaPerusahaan: 'PT Contoh 1111' },
    visit: { checks: { nib: 'passed' } },
  }),
  'perusahaan-wna-saja': at('perusahaan', [], {
    ...on('akses-penyedia'),
    values: { ...withProfile, nib: '9120001233333', hasilNib: 'semua-wna', namaPerusahaan: 'PT Contoh 3333' },
    visit: { checks: { nib: 'passed' } },
  }),
  'perusahaan-offline': at('perusahaan', [], {
    ...on('akses-penyedia'),
    offline: true,
    values: withProfile,
  }),
  'perusahaan-kosong': at('perusahaan', ['btn.Cek NIB'], { ...on('akses-penyedia'), values: withProfile }),
  usaha: at('usaha', [], { ...on('akses-penyedia'), values: withProfile }),
  'usaha-salah': at('usaha', ['btn.Lanjutkan'], {
    ...on('akses-penyedia'),
    values: { ...withProfile, npwpUsaha: '12345' },
  }),
  'alamat-usaha': at('alamat-usaha', [], { ...on('akses-penyedia'), values: withProfile }),
  'alamat-usaha-isi': at('alamat-usaha', [], {
    ...on('akses-penyedia'),
    values: {
      ...withProfile,
      wilayahUsaha: '62.71.01.1001',
      jalanUsaha: 'Jl. Contoh No. 12',
      titikUsaha: '-2.208300, 113.913800',
      alamatKirim: 'lain',
    },
  }),
  'alamat-kirim': at('alamat-kirim', [], {
    ...on('akses-penyedia'),
    values: { ...withProfile, alamatKirim: 'lain' },
  }),
  'dokumen-usaha': at('dokumen', [], { ...on('akses-penyedia'), values: withProfile }),
  'dokumen-usaha-sebagian': at('dokumen', [], {
    ...on('akses-penyedia'),
    values: withProfile,
    visit: { documents: given('nib', 'pernyataan-non-pkp') },
  }),
  'tinjau-usaha': at('tinjau', [], {
    ...on('akses-penyedia'),
    values: withProfile,
    visit: { documents: given('nib', 'pernyataan-non-pkp', 'pemilik-atau-akta', 'foto-npwp') },
  }),
  peran: at('peran', [], { ...on('akses-non-penyedia'), values: withProfile }),
  'peran-bendahara': at('peran', [], {
    ...on('akses-non-penyedia'),
    values: { ...withProfile, perwakilan: 'pemda', peran: 'bendahara' },
  }),
  'akses-dipegang': at('peran', [], { ...on('reaktivasi-akses'), visit: { accesses: [...HELD_ACCESSES] } }),
  'akses-dipegang-pilih': at('peran', [], {
    ...on('reaktivasi-akses'),
    values: HELD_ACCESSES[0] ? valuesOfAccess(HELD_ACCESSES[0]) : {},
    visit: { accesses: [...HELD_ACCESSES] },
  }),
  'akses-dipegang-lain': at(
    'peran',
    [{ selector: 'main label:last-child input' }, 'btn.Lanjutkan'],
    {
      ...on('nonaktif-akses'),
      visit: { accesses: [...HELD_ACCESSES] },
    },
    { 'visit.chooseAccess': (visit) => ok(visit) },
  ),
  'akses-tidak-ada': at('peran', [], { ...on('nonaktif-akses'), visit: { accesses: [] } }),
  'akses-offline': at('peran', [], { ...on('reaktivasi-akses'), offline: true }),
  'akses-belum-terbukti': at('peran', [], {
    ...on('nonaktif-akses'),
    visit: { checks: { 'phone-code': 'passed', 'email-code': 'deferred' } },
  }),
  'akses-tidak-tampil': at('peran', [], on('nonaktif-akses')),
  instansi: at('instansi', [], { ...on('akses-non-penyedia'), values: withProfile }),
  'instansi-bebas': at('instansi', [], {
    ...on('akses-non-penyedia'),
    values: { ...withProfile, instansi: 'Dinas Contoh', satuanKerja: 'Sekretariat' },
  }),
  penugasan: at('penugasan', [], { ...on('akses-non-penyedia'), values: withProfile }),
  'penugasan-peringatan': at('penugasan', [], {
    ...on('akses-non-penyedia'),
    values: {
      ...withProfile,
      nomorSk: '800/12/CONTOH/2026',
      tanggalSk: '2026-11-02',
      skBerlakuSampai: '2026-12-01',
      mulaiBerlaku: '2026-11-02',
      akhirBerlaku: '2026-12-20',
      tteAktif: 'belum',
    },
    visit: {
      warnings: [
        warning('akhirBerlaku', 'period.endsSoon.soft', 27),
        warning('akhirBerlaku', 'period.beyondLetter.soft'),
        warning('tteAktif', 'bsre.hint'),
      ],
    },
  }),
  penghentian: at('penghentian', [], on('nonaktif-akses')),
  'penghentian-kosong': at('penghentian', ['btn.Lanjutkan'], on('nonaktif-akses')),
  'tinjau-nonaktif': at('tinjau', [], on('nonaktif-akses')),
  'perusahaan-wna': at('perusahaan-wna', [], on('admin-wna')),
  'dokumen-wna': at('dokumen', [], on('admin-wna')),
  cabang: at('cabang', [], on('admin-cabang')),
  'penerima-tugas': at('penerima-tugas', [], on('admin-cabang')),
  'tinjau-cabang': at('tinjau', [], {
    ...on('admin-cabang'),
    visit: { documents: given('formulir-cabang') },
  }),
  'tinjau-data-saya': (language) => ({
    view: {
      ...at('tinjau', [], {
        ...on('akses-penyedia'),
        values: withProfile,
        visit: { documents: given('nib') },
      })(language).view,
      helpOpen: true,
    },
    press: ['help.stored'],
    answers: { 'draft.list': ok([]) },
  }),
  'tanda-terima-akun': page({ receipt: receiptIn('terkirim', { service: 'akun', maskedNik: '' }) }),
  'tanda-terima-akses': page({
    receipt: receiptIn('menunggu-profil', { service: 'akses-non-penyedia', hints: ['bsre'] }),
  }),
  'tanda-terima-akses-ditolak': page({
    receipt: receiptIn('ditolak', {
      service: 'akses-non-penyedia',
      refusedAt: 'access',
      reason: {
        id: 'Surat Tugas tidak sesuai dengan satuan kerja.',
        en: 'The letter of assignment does not fit the work unit.',
      },
    }),
  }),
  'tanda-terima-nonaktif': page({ receipt: receiptIn('terkirim', { service: 'nonaktif-akses' }) }),
  'tanda-terima-nonaktif-selesai': page({
    receipt: receiptIn('terverifikasi', { service: 'nonaktif-akses' }),
  }),
  'tanda-terima-reaktivasi': page({
    receipt: receiptIn('antre', {
      service: 'reaktivasi-akses',
      hints: ['vai-by-direktorat'],
      deferred: ['phone-code', 'email-code'],
    }),
  }),
  'tanda-terima-admin': page({ receipt: receiptIn('terkirim', { service: 'admin-cabang' }) }),
}
