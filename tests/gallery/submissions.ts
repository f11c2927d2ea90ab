import type { SubmissionDetail, SubmissionRow } from '#shared/contract/views.ts'
import { DEFAULT_KEEP_DAYS } from '#shared/domain/submission/retention.ts'
import type { SubmissionState } from '#shared/domain/submission/states.ts'

const MINUTE_MS = 60_000
/** Ages are told from now: a row of the gallery is always as old as it says. */
const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE_MS).toISOString()

const REFERENCES = [
  'KT-7F3K-92QD',
  'KT-M4WX-8RTA',
  'KT-2HNP-6C5V',
  'KT-9KLE-QW3Z',
  'KT-B7TY-4DFG',
  'KT-X5RC-73MN',
  'KT-6PAJ-UV8H',
  'KT-D3GS-WK29',
  'KT-T8QZ-5BXE',
  'KT-4YVL-NH6R',
]
const NAMES = ['M*** S*** H***', 'B*** S***', 'D*** L***', 'A*** C***', 'S***']

/** The n-th row of the list, in a state, so many minutes old. */
function row(
  n: number,
  state: SubmissionState,
  minutes: number,
  more: Partial<SubmissionRow> = {},
): SubmissionRow {
  return {
    id: `0191e000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    reference: REFERENCES[n] ?? '',
    service: 'profil',
    maskedName: NAMES[n % NAMES.length] ?? '',
    state,
    submittedAt: ago(minutes),
    updatedAt: ago(minutes / 2),
    petugas: n % 3 === 0 ? 'Rina Contoh' : 'Budi Contoh',
    attempts: 0,
    nextAttemptAt: null,
    reason: null,
    centralReason: null,
    named: { fields: [], photos: [] },
    dueBy: null,
    corrects: null,
    correctedBy: null,
    calledOff: null,
    may: { correct: 'no', retry: false, cancel: 'no', unmask: true, goOn: false },
    ...more,
  }
}

const may = (change: Partial<SubmissionRow['may']>): SubmissionRow['may'] => ({
  correct: 'no',
  retry: false,
  cancel: 'withdraw',
  unmask: true,
  goOn: false,
  ...change,
})

/** One of every state that the list can hold, as `need` sorts it. */
export const ROWS: readonly SubmissionRow[] = [
  row(0, 'ditolak', 26 * 60, {
    centralReason: { id: 'Foto wajah kurang jelas.', en: 'The face photo is not clear enough.' },
    named: { fields: [], photos: ['swafoto'] },
    may: may({ correct: 'yes' }),
  }),
  row(1, 'perlu-tindakan', 190, { reason: 'conflict', may: may({ retry: true }) }),
  row(2, 'ditolak', 16 * 24 * 60, {
    service: 'akses-penyedia',
    centralReason: {
      id: 'NIK tidak sesuai data Dukcapil.',
      en: 'The NIK does not match the civil registry.',
    },
    named: { fields: ['nik'], photos: [] },
    may: may({ correct: 'anew', unmask: false }),
  }),
  row(3, 'antre', 130, {
    attempts: 3,
    nextAttemptAt: ago(-4),
    reason: 'offline',
    may: may({ cancel: 'void' }),
  }),
  row(4, 'sedang-dikirim', 12, { may: may({}) }),
  row(5, 'menunggu-verifikasi', 300, { dueBy: ago(-800), may: may({}) }),
  row(6, 'menunggu-verifikasi', 2 * 24 * 60, {
    calledOff: { reason: 'consent', at: ago(20), told: false, problem: null },
  }),
  row(7, 'terverifikasi', 40, { corrects: 'KT-T8QZ-5BXE', may: may({ goOn: true }) }),
  row(8, 'ditolak', 1500, {
    correctedBy: 'KT-D3GS-WK29',
    centralReason: { id: 'Foto KTP tidak terbaca.', en: 'The photo of the KTP cannot be read.' },
  }),
  row(9, 'dibatalkan', 3000, {
    calledOff: { reason: 'duplicate', at: ago(2900), told: true, problem: null },
    may: may({ cancel: 'no', unmask: false }),
  }),
]

/** A page with another behind it. */
export const MANY_ROWS: readonly SubmissionRow[] = Array.from({ length: 21 }, (_, n) => ({
  ...row(n % REFERENCES.length, 'antre', 60 + n * 7, { may: may({ cancel: 'void' }) }),
  id: `0191e000-0000-7000-8000-${String(100 + n).padStart(12, '0')}`,
}))

/** How long a visit took, step by step. */
const TIMES: SubmissionDetail['times'] = [
  { step: 'siapa', seconds: 14, standardMinutes: 2 },
  { step: 'syarat', seconds: 41, standardMinutes: null },
  { step: 'persetujuan', seconds: 65, standardMinutes: 1 },
  { step: 'foto-ktp', seconds: 32, standardMinutes: 5 },
  { step: 'cocokkan', seconds: 94, standardMinutes: 1 },
  { step: 'nik', seconds: 12, standardMinutes: 1 },
  { step: 'kepegawaian', seconds: 38, standardMinutes: null },
  { step: 'kontak', seconds: 121, standardMinutes: 6 },
  { step: 'kode', seconds: 83, standardMinutes: 2 },
  { step: 'swafoto', seconds: 44, standardMinutes: 5 },
  { step: 'tinjau', seconds: 58, standardMinutes: 2 },
]

const event = (
  minutes: number,
  name: string,
  from: SubmissionState,
  to: SubmissionState,
  detail: string | null = null,
): SubmissionDetail['events'][number] => ({ at: ago(minutes), event: name, from, to, detail })

/** The n-th row, looked into; it was sent on the second try. */
export function detailOf(n: number, more: Partial<SubmissionDetail> = {}): SubmissionDetail {
  const of = ROWS[n] ?? row(n, 'antre', 10)
  return {
    ...of,
    maskedNik: '1611 **** **** 0033',
    maskedEmail: 'm***@gmail.com',
    note: null,
    stored: {
      data: of.may.unmask,
      photos: of.may.unmask ? ['ktp-frame', 'ktp', 'swafoto'] : [],
      documents: 0,
      eraseAt: of.state === 'ditolak' && of.may.unmask ? ago(-13 * 24 * 60) : null,
      promised: DEFAULT_KEEP_DAYS,
      recipients: null,
      consents: [],
    },
    times: TIMES,
    events: [
      event(1560, 'submit', 'draf', 'antre'),
      event(1559, 'start-sending', 'antre', 'sedang-dikirim'),
      event(1558, 'send-later', 'sedang-dikirim', 'antre', 'offline'),
      event(1500, 'start-sending', 'antre', 'sedang-dikirim'),
      event(1499, 'sent', 'sedang-dikirim', 'terkirim'),
      event(1490, 'central-status', 'terkirim', 'menunggu-verifikasi'),
      ...(of.state === 'ditolak' ? [event(1480, 'central-status', 'menunggu-verifikasi', 'ditolak')] : []),
    ],
    ...more,
  }
}
