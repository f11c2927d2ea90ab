import type { AppStatus } from '#shared/contract/views.ts'
import { KTP_FIELDS, type KtpField } from '#shared/domain/ktp/fields.ts'
import { DEFAULT_KEEP_DAYS } from '#shared/domain/submission/retention.ts'
import type { ViewState } from '../../src/renderer/app/state/index.ts'
import { type Answers, ok } from './core.ts'
import type { Press } from './press.ts'
import { detailOf, MANY_ROWS, ROWS } from './submissions.ts'
import { receiptIn, shift } from './visits.ts'

type Show = () => {
  readonly view: Partial<ViewState>
  readonly answers: Answers
  readonly press: readonly Press[]
}

const admin: AppStatus['staff'] = { id: 'p2', name: 'Budi Contoh', role: 'admin' }
const ADMIN: Partial<AppStatus> = { staff: admin }
const calm: AppStatus = {
  ...shift(),
  queue: {
    ...shift().queue,
    waiting: 2,
    unsent: 2,
    oldestAt: new Date(Date.now() - 7_800_000).toISOString(),
  },
  today: { done: 11, medianMinutes: 14 },
}
const troubled: AppStatus = {
  ...calm,
  ...ADMIN,
  network: {
    online: false,
    since: '2026-11-23T03:12:00.000Z',
    cause: 'offline',
    reports: { cause: null, unread: 0 },
  },
  queue: { ...calm.queue, waiting: 74, unsent: 75, needsAttention: 1, rejected: 2, warning: 'count' },
  today: { done: 11, medianMinutes: 23 },
  clock: { state: 'off', skewSeconds: 7_500 },
  disk: { freeBytes: 4_300_000_000, state: 'low' },
  drafts: 1,
}

const page =
  (view: Partial<ViewState>, press: readonly Press[] = [], answers: Answers = {}): Show =>
  () => ({ view: { status: calm, page: 'console', ...view }, press, answers })

/** Waits for the registration that was opened. */
const SUMMARY: Press = { selector: 'main section h2' }
/** Waits for what is filled in. */
const FORM: Press = { selector: 'main h2:not(li h2), main input[type=text]' }
/** Waits for the rows. */
const LISTED: Press = { selector: 'tbody th' }
const list: Answers = { 'submission.list': ok(ROWS) }

/** One registration: the n-th row opened, and what is pressed there. */
const one = (n: number, press: readonly Press[] = [], more: Parameters<typeof detailOf>[1] = {}): Show =>
  page({}, [{ selector: 'tbody tr button:last-child' }, SUMMARY, ...press], {
    ...list,
    'submission.detail': ok(detailOf(n, more)),
    'submission.receipt': ok(receiptIn('ditolak')),
  })

const people = ok([
  { id: 'p1', name: 'Rina Contoh', role: 'petugas', lockedUntil: null },
  { id: 'p2', name: 'Budi Contoh', role: 'admin', lockedUntil: null },
  { id: 'p3', name: 'Sri Contoh', role: 'petugas', lockedUntil: '2026-11-23T03:25:00.000Z' },
])
/** A line through the office's proxy, with a certificate of its own. */
const LINE: Answers = {
  'app.connection': ok({
    proxy: { mode: 'manual', url: 'http://meja@proksi.kantor.go.id:3128/' },
    ca: 'CN=Kantor Contoh',
  }),
}
const office = (press: readonly Press[] = [], answers: Answers = {}): Show =>
  page({ page: 'office', status: { ...calm, ...ADMIN } }, press, { ...LINE, ...answers })

/** Corrections by hand that a desk may have counted. */
const CORRECTED: Partial<Record<KtpField, number>> = {
  alamat: 23,
  nama: 9,
  rtRw: 7,
  golonganDarah: 5,
  kelDesa: 2,
}

const larger: readonly Press[] = Array(12).fill({ selector: 'main [class*=steps] > :last-child' })

const PROMISED = {
  promised: DEFAULT_KEEP_DAYS,
  recipients: { id: 'LKPP, Privy, Dukcapil', en: 'LKPP, Privy, Dukcapil' },
}
const held = receiptIn('menunggu-verifikasi', {
  stored: {
    data: true,
    photos: ['ktp-frame', 'ktp', 'swafoto'],
    documents: 0,
    eraseAt: null,
    ...PROMISED,
    consents: [
      { id: 'data', textVersion: '2026-11', at: '2026-11-23T02:03:00.000Z' },
      { id: 'tanda-tangan', textVersion: '2026-11', at: '2026-11-23T02:03:00.000Z' },
    ],
  },
})

/** The petugas' console and the office's settings (interface specification §5), and what is kept of a registrant. */
export const OFFICE_SCREENS: Readonly<Record<string, Show | undefined>> = {
  konsol: page({}, [LISTED], list),
  'konsol-gangguan': page({ status: troubled }, [LISTED], list),
  'konsol-admin': page({ status: { ...calm, ...ADMIN } }, [LISTED], { 'submission.list': ok(MANY_ROWS) }),
  'konsol-kosong': page({}, [], { 'submission.list': ok([]) }),
  'konsol-tanpa-hasil': page({}, [{ selector: '[role=group] button:last-child' }], {
    'submission.list': (_, input) => ok((input as { group?: string }).group === undefined ? ROWS : []),
  }),
  'pendaftaran-ditolak': one(0),
  'pendaftaran-perlu-tindakan': one(1),
  'pendaftaran-sudah-dihapus': one(2),
  'pendaftaran-antre': one(3),
  'pendaftaran-menunggu': one(5),
  'pendaftaran-dibatalkan': one(6, [], { note: 'Datang lagi dengan keluarga.' }),
  'pendaftaran-perbaikan': one(7),
  'pendaftaran-diperbaiki': one(8),
  'perbaiki-pin': one(0, ['correct.button']),
  'lanjut-akses-pin': one(7, ['goOn.button']),
  'batalkan-di-kios': one(3, ['cancel.button']),
  'batalkan-di-pusat': one(5, ['cancel.button']),
  'batalkan-tanpa-alasan': one(5, ['cancel.button', 'cancel.goOn']),
  'lihat-nik': one(0, ['detail.unmask']),
  'cetak-ulang': one(0, ['console.receipt']),
  kurir: page({ page: 'courier' }),
  'kurir-kosong': page({ page: 'courier' }, ['courier.export']),
  kantor: office(),
  'kantor-batas': office([{ selector: 'main li:nth-child(2) button' }]),
  'kantor-simpan': office([{ selector: 'main li:nth-child(3) button' }]),
  'kantor-sambungan': office([{ selector: 'main li:nth-child(5) button' }, FORM]),
  'kantor-bacaan': office([{ selector: 'main li:nth-child(7) button' }, { selector: 'tbody th' }], {
    'app.readingReport': ok({
      days: 30,
      cards: 214,
      fields: KTP_FIELDS.map((field) => ({ field, corrected: CORRECTED[field] ?? 0 })),
    }),
  }),
  'kantor-bacaan-kosong': office([{ selector: 'main li:nth-child(7) button' }], {
    'app.readingReport': ok({
      days: 30,
      cards: 0,
      fields: KTP_FIELDS.map((field) => ({ field, corrected: 0 })),
    }),
  }),
  'kantor-layar': office([{ selector: 'main li:nth-child(8) button' }]),
  'kantor-layar-kecil': office([{ selector: 'main li:nth-child(8) button' }, ...larger]),
  'kantor-pemulihan': office([{ selector: 'main li:nth-child(6) button' }]),
  'kantor-kunci-baru': office([{ selector: 'main li:nth-child(6) button' }, 'office.recovery.new'], {
    'app.setRecoveryKey': ok({
      recipient: 'age1contohcontohcontohcontohcontohcontohcontohcontohcontohcontoh',
      secret: 'AGE-SECRET-KEY-1CONTOHCONTOHCONTOHCONTOHCONTOHCONTOHCONTOHCONTOHCONT',
    }),
  }),
  'petugas-pin-baru': page(
    { page: 'staff', status: { ...calm, ...ADMIN } },
    [{ selector: 'main li button' }],
    { 'staff.choices': people },
  ),
  petugas: page({ page: 'staff', status: { ...calm, ...ADMIN } }, [{ selector: 'main li' }], {
    'staff.choices': people,
  }),
  'petugas-baru': page({ page: 'staff', status: { ...calm, ...ADMIN } }, ['staff.add'], {
    'staff.choices': people,
  }),
  hubungkan: page({ page: 'connect', status: { ...calm, ...ADMIN } }, [FORM], LINE),
  'hubungkan-jalur': page({ page: 'connect', status: { ...calm, ...ADMIN } }, ['setUp.central.line'], LINE),
  'data-saya': page({ page: 'start', receipt: held }, ['kept.button']),
  'data-saya-dicabut': page(
    {
      page: 'start',
      receipt: {
        ...held,
        calledOff: { reason: 'consent', at: '2026-11-23T04:03:00.000Z', told: false, problem: null },
        stored: {
          ...PROMISED,
          data: false,
          photos: [],
          documents: 0,
          eraseAt: null,
          recipients: null,
          consents: [],
        },
      },
    },
    ['kept.button'],
  ),
}
