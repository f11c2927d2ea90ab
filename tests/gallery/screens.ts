import type { CallOutput } from '#shared/contract/contract.ts'
import { CAMERA_SCREENS, scanner } from './camera-screens.ts'
import { CATALOGUE_SCREENS } from './catalogue-screens.ts'
import { type Answers, ok } from './core.ts'
import { OFFICE_SCREENS } from './office-screens.ts'
import { OTHER_SCREENS } from './other-screens.ts'
import type { Press } from './press.ts'
import { at, page, type Show } from './show.ts'
import { photographed, receiptIn, shift, visitAt, visitAtDocuments } from './visits.ts'

const staff = ok([
  { id: 'p1', name: 'Rina Contoh', role: 'petugas' },
  { id: 'p2', name: 'Budi Contoh', role: 'admin' },
])
const sent = {
  kind: 'sent',
  maskedDestination: '0812-****-7890',
  length: 6,
  expiresAt: '2026-11-23T02:20:00.000Z',
  resendAfterSeconds: 60,
}
const draft = {
  id: '0191e000-0000-7000-8000-000000000002',
  service: 'profil',
  maskedName: 'B*** S***',
  step: 'swafoto',
  state: 'open',
  touchedAt: '2026-11-23T02:42:00.000Z',
  wipeAt: '2026-11-23T04:42:00.000Z',
}
const duplicate = { visit: { duplicate: 'KT-7F3K-92QD' } }
const typed = { selector: 'main input' }
const wrongPin: readonly Press[] = [
  { selector: '[role=radio], input[type=radio]' },
  { focus: 'input[type=password]' },
  { type: '111222' },
  'pin.open',
]
const office = { values: { email: 'megawati@dinkes.go.id', hp: '+6281234567890' } }
const CODE_FIELD: Press = { focus: 'main form input' }
const code: readonly Press[] = ['btn.Minta kode', CODE_FIELD, { type: '111111' }, 'btn.Validasi kode']
const answered = (answer: CallOutput<'visit.verifyCode'>): Answers => ({
  'visit.requestCode': ok(sent),
  'visit.verifyCode': ok(answer),
})

/** Screens S1–S13, their errors and offline variants, the overlays (interface specification §1), and the office's. */
export const SCREENS: Readonly<Record<string, Show | undefined>> = {
  pin: page({ status: { ...shift(), staff: null } }, [], { 'staff.choices': staff }),
  'pin-short': page({ status: { ...shift(), staff: null } }, ['pin.open'], { 'staff.choices': staff }),
  'pin-salah': page({ status: { ...shift(), staff: null } }, wrongPin, {
    'staff.choices': staff,
    'staff.signIn': { ok: false, error: { code: 'pin-wrong', triesLeft: 3 } },
  }),
  'pin-terkunci': page({ status: { ...shift(), staff: null } }, wrongPin, {
    'staff.choices': staff,
    'staff.signIn': { ok: false, error: { code: 'pin-locked', until: '2026-11-23T02:30:00.000Z' } },
  }),
  awal: page({}),
  'awal-offline': page({ status: shift(true) }),
  'awal-berhenti': page({ status: { ...shift(), intake: { open: false, reason: 'disk-full' } } }),
  'awal-terputus': page({ status: { ...shift(), drafts: 1 } }),
  siapa: at('siapa'),
  'siapa-kosong': at('siapa', ['btn.Lanjutkan']),
  syarat: at('syarat'),
  'syarat-kosong': at('syarat', ['btn.Sudah lengkap']),
  'syarat-offline': at('syarat', [], { offline: true }),
  'syarat-cetak': at('syarat', ['btn.Belum, cetak daftar']),
  persetujuan: at('persetujuan'),
  'persetujuan-kosong': at('persetujuan', ['btn.Saya setuju']),
  'persetujuan-lengkap': at('persetujuan', ['btn.Baca lengkap']),
  'persetujuan-menolak': at('persetujuan', ['btn.Saya tidak setuju']),
  cocokkan: at('cocokkan'),
  'cocokkan-belum': at(
    'cocokkan',
    ['btn.Data sudah benar'],
    {},
    {
      'visit.saveStep': {
        ok: false,
        error: {
          code: 'form',
          issues: [
            { field: 'nik', code: 'ocr.unsureLeft', params: { n: 2 } },
            { field: 'rtRw', code: 'ocr.unsureLeft', params: { n: 2 } },
          ],
        },
      },
    },
  ),
  'cocokkan-ketik': at('cocokkan', [], {
    values: {},
    visit: { reading: { kind: 'none' }, unsure: [], photos: {} },
  }),
  'cocokkan-lainnya': at('cocokkan', [{ selector: 'main section > button' }, 'btn.Lihat berikutnya']),
  nik: at('nik'),
  'nik-tersembunyi': at('nik', [{ skip: 21 }]),
  'nik-perbaikan': at('nik', [], {
    visit: {
      steps: ['nik', 'swafoto', 'tinjau'],
      correction: {
        of: draft.id,
        reference: 'KT-7F3K-92QD',
        fields: [],
        photos: ['swafoto'],
        following: [],
        consent: false,
      },
    },
  }),
  'nik-ganda': at('nik', [], duplicate),
  kepegawaian: at('kepegawaian'),
  'kepegawaian-salah': at('kepegawaian', ['btn.Lanjutkan'], { values: { nip: '1971111319980320' } }),
  'kepegawaian-lunak': at('kepegawaian', [], {
    values: { nip: '197011131998032004' },
    visit: { warnings: [{ field: 'nip', code: 'nip.birthDate.soft' }] },
  }),
  'kepegawaian-nrp': at('kepegawaian', [], { values: { pemohon: 'tni', nrp: '24565' } }),
  kontak: at('kontak'),
  'kontak-kosong': at('kontak', ['btn.Lanjutkan']),
  'kontak-kantor': at('kontak', [], office),
  'kontak-kantor-tahan': at('kontak', ['btn.Lanjutkan'], office, {
    'visit.checkContact': (visit) => ok(visit),
    'visit.saveStep': (visit, input) =>
      (input as { advance: boolean }).advance
        ? { ok: false, error: { code: 'form', issues: [{ field: 'email', code: 'email.office' }] } }
        : ok(visit),
  }),
  'kontak-kantor-alasan': at('kontak', ['contact.override'], office),
  'kontak-kantor-pin': at(
    'kontak',
    [
      'contact.override',
      'choice.alasanEmailKantor.hanya-ini',
      { focus: 'input[type=password]' },
      { type: '111222' },
      'contact.override.confirm',
    ],
    office,
    { 'visit.allowOfficeEmail': { ok: false, error: { code: 'pin-wrong', triesLeft: 3 } } },
  ),
  'kontak-kantor-diizinkan': at('kontak', [], {
    values: { ...office.values, alasanEmailKantor: 'hanya-ini' },
  }),
  'kontak-hp-salah': at('kontak', ['btn.Lanjutkan'], {
    values: { email: 'megawati@gmail.com', hp: '0812' },
  }),
  'kontak-salah-ketik': at('kontak', [], {
    values: { email: 'megawati@gmial.com', hp: '+6281234567890' },
  }),
  'kontak-terdaftar': at(
    'kontak',
    ['btn.Lanjutkan'],
    { values: { email: 'megawati@gmail.com', hp: '+6281234567890' } },
    { 'visit.checkContact': (visit) => ok({ ...visit, checks: { 'email-registered': 'failed' } }) },
  ),
  'kontak-tanpa-email': at('kontak', ['btn.Tidak punya e-mail']),
  kode: at('kode'),
  'kode-offline': at('kode', [], { offline: true }),
  'kode-ketik': at('kode', ['btn.Minta kode'], {}, { 'visit.requestCode': ok(sent) }),
  'kode-kurang': at('kode', ['btn.Minta kode', 'btn.Validasi kode'], {}, { 'visit.requestCode': ok(sent) }),
  'kode-salah': at('kode', code, {}, answered({ kind: 'wrong', triesLeft: 3 })),
  'kode-lewat': at('kode', code, {}, answered({ kind: 'expired' })),
  'kode-habis': at('kode', code, {}, answered({ kind: 'spent' })),
  'kode-lama': at(
    'kode',
    ['btn.Minta kode', CODE_FIELD, { skip: 40 }],
    {},
    { 'visit.requestCode': ok(sent) },
  ),
  'kode-kirim-ulang': at(
    'kode',
    ['btn.Minta kode', CODE_FIELD, { skip: 61 }],
    {},
    { 'visit.requestCode': ok(sent) },
  ),
  'kode-diterima': at('kode', [], {
    visit: { checks: { 'phone-code': 'passed', 'email-code': 'spent' } },
  }),
  tinjau: at('tinjau'),
  'tinjau-kosong': at('tinjau', ['btn.Kirim pendaftaran']),
  'tinjau-offline': at('tinjau', [], {
    offline: true,
    visit: { checks: { 'phone-code': 'deferred', 'email-code': 'deferred' } },
  }),
  'tinjau-kurang': at(
    'tinjau',
    [typed, 'btn.Kirim pendaftaran'],
    {},
    {
      'visit.submit': {
        ok: false,
        error: { code: 'form', issues: [{ field: 'hp', code: 'field.required' }] },
      },
    },
  ),
  'tinjau-penuh': at(
    'tinjau',
    [typed, 'btn.Kirim pendaftaran'],
    {},
    {
      'visit.submit': { ok: false, error: { code: 'store', reason: 'disk-full' } },
    },
  ),
  'tanda-terima': page({ receipt: receiptIn('terkirim') }),
  'tanda-terima-offline': page({
    status: shift(true),
    receipt: receiptIn('antre', { deferred: ['phone-code', 'email-code', 'username-free'] }),
  }),
  'tanda-terima-terverifikasi': page({ receipt: receiptIn('terverifikasi') }),
  'tanda-terima-ditolak': page({
    receipt: receiptIn('ditolak', {
      reason: { id: 'Foto wajah kurang jelas.', en: 'The face photo is not clear.' },
    }),
  }),
  dokumen: (language) => ({ view: visitAtDocuments(language, {}) }),
  'dokumen-ada': (language) => ({ view: visitAtDocuments(language, { 'surat-tugas': photographed(3) }) }),
  'dokumen-ganti': (language) => ({
    view: visitAtDocuments(language, { 'surat-tugas': { ...photographed(2), pages: [] } }),
    press: ['btn.Foto dokumen'],
  }),
  'dokumen-hapus': (language) => ({
    view: visitAtDocuments(language, { 'surat-tugas': photographed(2) }),
    press: ['btn.Hapus'],
  }),
  'dokumen-ditolak': (language) => ({
    view: visitAtDocuments(language, {}),
    press: ['btn.Lanjutkan'],
    answers: {
      'visit.saveStep': {
        ok: false,
        error: { code: 'form', issues: [{ field: 'surat-tugas', code: 'document.pages-too-large' }] },
      },
    },
  }),
  'dokumen-foto': (language) => ({
    view: visitAtDocuments(language, {}),
    camera: { shows: 'card' },
    press: ['btn.Foto dokumen', { selector: '[data-guide=page-sideways] span' }],
  }),
  'dokumen-foto-tanpa-kamera': (language) => ({
    view: visitAtDocuments(language, {}),
    press: ['btn.Foto dokumen'],
  }),
  'dokumen-foto-kamera-dokumen': (language) => ({
    view: visitAtDocuments(language, {}),
    press: ['btn.Foto dokumen', 'btn.Ganti kamera', { selector: '[role=dialog] li button' }],
    answers: {
      'camera.stillDevices': ok([scanner]),
      'camera.takeStill': { ok: false, error: { code: 'camera', reason: 'busy' } },
    },
  }),
  'dokumen-satu-halaman': (language) => ({
    view: visitAtDocuments(language, { 'surat-tugas': photographed(1) }),
    press: ['btn.Lihat halaman'],
  }),
  'dokumen-halaman': (language) => ({
    view: visitAtDocuments(language, { 'surat-tugas': photographed(3) }),
    press: ['btn.Lihat halaman', { selector: 'ol li:nth-child(2) button' }],
  }),
  'dokumen-halaman-hapus': (language) => ({
    view: visitAtDocuments(language, { 'surat-tugas': photographed(3) }),
    press: ['btn.Lihat halaman', 'btn.Hapus halaman'],
  }),
  'dokumen-banyak-halaman': (language) => ({
    view: visitAtDocuments(language, { 'surat-tugas': photographed(20) }),
    press: ['btn.Lihat halaman'],
  }),
  'tanda-terima-menunggu': page({ receipt: receiptIn('menunggu-verifikasi') }),
  'tanda-terima-perlu-tindakan': page({ receipt: receiptIn('perlu-tindakan') }),
  'tanda-terima-ditutup': page({ receipt: receiptIn('dibatalkan') }),
  'tanda-terima-segera-tutup': page({ receipt: receiptIn('terkirim') }, [{ skip: 63 }]),
  'tanda-terima-tak-tercetak': page({ receipt: receiptIn('terkirim') }, ['btn.Cetak'], {
    'app.print': ok({ by: 'failed' }),
  }),
  'cek-status-kosong': page({ page: 'status-check' }, ['status.check']),
  'cek-status': page({ page: 'status-check' }),
  'terkunci-salah': page(
    { status: { ...shift(), visit: 'locked' } },
    [{ focus: 'input[type=password]' }, { type: '111222' }, 'lock.open'],
    {
      'visit.unlock': { ok: false, error: { code: 'pin-wrong', triesLeft: 2 } },
    },
  ),
  terkunci: page({ status: { ...shift(), visit: 'locked' } }),
  'terputus-pin': page({ page: 'drafts', status: { ...shift(), drafts: 1 } }, ['btn.Ya, lanjutkan'], {
    'draft.list': ok([draft]),
  }),
  terputus: page({ page: 'drafts', status: { ...shift(), drafts: 1 } }, [], { 'draft.list': ok([draft]) }),
  'masih-di-sini': at('kontak', [{ skip: 121 }]),
  'masih-di-sini-hapus': at('kontak', [{ skip: 121 }, 'btn.Selesai dan hapus']),
  berhenti: at('kontak', ['visit.stop']),
  bantuan: (language) => ({ view: { ...visitAt('kontak', language), helpOpen: true } }),
  'bantuan-data-saya': (language) => ({
    view: { ...visitAt('swafoto', language), helpOpen: true },
    press: ['help.stored'],
  }),
  sembunyi: (language) => ({ view: { ...visitAt('kontak', language), hidden: true } }),
  'sambungan-hilang': (language) => ({ view: { ...visitAt('kontak', language), connection: 'lost' } }),
  'internet-kembali': (language) => ({ view: { ...visitAt('kontak', language), networkBack: 7 } }),
  'internet-putus': at('kontak', [], { offline: true }),
  ...CAMERA_SCREENS,
  ...OTHER_SCREENS,
  panduan: page({ page: 'guidance' }),
  'panduan-isi': page({ page: 'guidance' }, [{ selector: 'main li button' }]),
  'bantuan-panduan': page({ page: 'status-check', helpOpen: true }),
  ...CATALOGUE_SCREENS,
  ...OFFICE_SCREENS,
}
