import type { Language } from '#shared/contract/views.ts'
import type { ViewState } from '../../src/renderer/app/state/index.ts'
import { type Answers, ok } from './core.ts'
import { OFFICE_SCREENS } from './office-screens.ts'
import type { Press } from './press.ts'
import { photographed, receiptIn, shift, type VisitOptions, visitAt, visitAtDocuments } from './visits.ts'

/** How to show one screen: what the page knows, what the core answers, what is pressed. */
export type ScreenSpec = {
  readonly view: Partial<ViewState>
  readonly answers?: Answers
  readonly press?: readonly Press[]
}

type Show = (language: Language) => ScreenSpec

/** A visit at a step, and perhaps a press or two. */
const at =
  (step: string, press: readonly Press[] = [], options: VisitOptions = {}, answers: Answers = {}): Show =>
  (language) => ({ view: visitAt(step, language, options), press, answers })

/** A page outside a visit. */
const page =
  (view: Partial<ViewState>, press: readonly Press[] = [], answers: Answers = {}): Show =>
  () => ({ view: { status: shift(), ...view }, press, answers })

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

/** Screens S1–S13, their errors and offline variants, the overlays (interface specification §1), and the office's. */
export const SCREENS: Readonly<Record<string, Show | undefined>> = {
  pin: page({ status: { ...shift(), staff: null } }, [], { 'staff.choices': staff }),
  'pin-short': page({ status: { ...shift(), staff: null } }, ['pin.open'], { 'staff.choices': staff }),
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
  'foto-ktp-tanpa-kamera': at('foto-ktp'),
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
  'cocokkan-lainnya': at('cocokkan', [{ selector: 'main section > button' }]),
  nik: at('nik'),
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
  'kepegawaian-nrp': at('kepegawaian', [], { values: { pemohon: 'tni', nrp: '24565' } }),
  kontak: at('kontak'),
  'kontak-kosong': at('kontak', ['btn.Lanjutkan']),
  'kontak-kantor': at('kontak', [], { values: { email: 'megawati@dinkes.go.id', hp: '+6281234567890' } }),
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
  'kode-diterima': at('kode', [], {
    visit: { checks: { 'phone-code': 'passed', 'email-code': 'spent' } },
  }),
  swafoto: at('swafoto', [], { values: { tanpaKacamataMasker: false } }),
  tinjau: at('tinjau'),
  'tinjau-kosong': at('tinjau', ['btn.Kirim pendaftaran']),
  'tinjau-offline': at('tinjau', [], {
    offline: true,
    visit: { checks: { 'phone-code': 'deferred', 'email-code': 'deferred' } },
  }),
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
  'dokumen-foto-tanpa-kamera': (language) => ({
    view: visitAtDocuments(language, {}),
    press: ['btn.Foto dokumen'],
  }),
  'dokumen-satu-halaman': (language) => ({
    view: visitAtDocuments(language, { 'surat-tugas': photographed(1) }),
    press: ['btn.Lihat halaman'],
  }),
  'dokumen-halaman': (language) => ({
    view: visitAtDocuments(language, { 'surat-tugas': photographed(3) }),
    press: ['btn.Lihat halaman', { selector: 'ol li:nth-child(2) button' }],
  }),
  'dokumen-banyak-halaman': (language) => ({
    view: visitAtDocuments(language, { 'surat-tugas': photographed(20) }),
    press: ['btn.Lihat halaman'],
  }),
  'cek-status': page({ page: 'status-check' }),
  terkunci: page({ status: { ...shift(), visit: 'locked' } }),
  terputus: page({ page: 'drafts', status: { ...shift(), drafts: 1 } }, [], { 'draft.list': ok([draft]) }),
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
  ...OFFICE_SCREENS,
}
