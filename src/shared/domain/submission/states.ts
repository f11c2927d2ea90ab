import { z } from 'zod'
import { err, ok, type Result } from '../result.ts'

/** The states of a submission (domain.md, Status words), from the desk to the end. */
export const SUBMISSION_STATES = [
  'draf',
  'antre',
  'sedang-dikirim',
  'terkirim',
  'menunggu-profil',
  'menunggu-verifikasi',
  'terverifikasi',
  'aktif',
  'ditolak',
  'kedaluwarsa',
  'perlu-tindakan',
  'dibatalkan',
] as const
export const SubmissionState = z.enum(SUBMISSION_STATES)
export type SubmissionState = z.infer<typeof SubmissionState>

/** The states that the central may report. */
export const CENTRAL_STATES = [
  'menunggu-profil',
  'menunggu-verifikasi',
  'terverifikasi',
  'aktif',
  'ditolak',
  'kedaluwarsa',
  'dibatalkan',
] as const satisfies readonly SubmissionState[]
export type ReportedState = (typeof CENTRAL_STATES)[number]

/** What can happen to a submission. */
export type SubmissionEvent =
  /** The registrant pressed *Kirim pendaftaran* or *Simpan, kirim nanti*; packet and job are on disk. */
  | { readonly type: 'submit' }
  /** The queue took its job. */
  | { readonly type: 'start-sending' }
  /** The central's receipt arrived and its signature is valid. */
  | { readonly type: 'sent' }
  /** Not now: no network, or the central asked for patience. */
  | { readonly type: 'send-later' }
  /** Found half sent at boot: the machine stopped in the middle. The id makes sending again harmless. */
  | { readonly type: 'interrupted' }
  /** A person must look: refused, unreadable answer, packet damaged on disk. */
  | { readonly type: 'needs-attention' }
  /** The petugas pressed *Coba lagi*. */
  | { readonly type: 'retry' }
  | { readonly type: 'central-status'; readonly state: ReportedState }
  /** A petugas withdrew it, with a reason. */
  | { readonly type: 'void'; readonly reason: string }
  /** The central confirmed that it was withdrawn: it holds nothing of it any more, whatever it held before. */
  | { readonly type: 'withdrawn' }
  /** The end date of an access passed (002). */
  | { readonly type: 'expire' }

/** Why a transition was refused; never carries a reason typed by a person. */
export type IllegalTransition = {
  readonly code: 'illegal-transition'
  readonly state: SubmissionState
  readonly event: SubmissionEvent['type']
  /** With `central-status`: the state that was reported. */
  readonly reported?: ReportedState
}

type LocalEventType = Exclude<SubmissionEvent['type'], 'central-status'>

/**
 * What the kiosk itself may do. A submission that is being sent cannot be voided: the central may hold it already, so it
 * is withdrawn there (`cancelWay`). After the receipt only the central changes a submission, except that the kiosk knows
 * an access's end date.
 */
const LOCAL = {
  draf: { submit: 'antre', void: 'dibatalkan' },
  antre: {
    'start-sending': 'sedang-dikirim',
    'needs-attention': 'perlu-tindakan',
    void: 'dibatalkan',
    withdrawn: 'dibatalkan',
  },
  'sedang-dikirim': {
    sent: 'terkirim',
    'send-later': 'antre',
    interrupted: 'antre',
    'needs-attention': 'perlu-tindakan',
    withdrawn: 'dibatalkan',
  },
  terkirim: { withdrawn: 'dibatalkan' },
  'menunggu-profil': { withdrawn: 'dibatalkan' },
  'menunggu-verifikasi': { withdrawn: 'dibatalkan' },
  terverifikasi: { withdrawn: 'dibatalkan' },
  aktif: { expire: 'kedaluwarsa', withdrawn: 'dibatalkan' },
  ditolak: { withdrawn: 'dibatalkan' },
  kedaluwarsa: { withdrawn: 'dibatalkan' },
  'perlu-tindakan': { retry: 'antre', void: 'dibatalkan', withdrawn: 'dibatalkan' },
  dibatalkan: {},
} as const satisfies Record<SubmissionState, Partial<Record<LocalEventType, SubmissionState>>>

/**
 * What the central may report, from each state.
 *
 * - The feed may be read late, so steps may be missing: *Terkirim* → *Aktif* is fine.
 * - The feed is delivered at least once: the present state again is legal and changes nothing (its reason or due
 *   date may).
 * - Backwards is not legal, so an old report that comes again is refused and harmless. Documented ways back:
 *   *Ditolak* → *Menunggu Verifikasi* / *Terverifikasi* / *Aktif*, when Pusat Bantuan corrects a mistaken rejection
 *   (004, verification of the profile); *Kedaluwarsa* → *Aktif*, a reactivation by the VAI (002).
 * - Before the receipt nothing is legal: whoever reads the feed keeps the report and applies it after `sent`
 *   (`isHeldByKiosk`), else the packet would be left behind without its receipt.
 * - *Dibatalkan* is the end.
 */
const REPORTED = {
  draf: [],
  antre: [],
  'sedang-dikirim': [],
  terkirim: CENTRAL_STATES,
  'menunggu-profil': CENTRAL_STATES,
  'menunggu-verifikasi': [
    'menunggu-verifikasi',
    'terverifikasi',
    'aktif',
    'ditolak',
    'kedaluwarsa',
    'dibatalkan',
  ],
  terverifikasi: ['terverifikasi', 'aktif', 'kedaluwarsa', 'dibatalkan'],
  aktif: ['aktif', 'kedaluwarsa', 'dibatalkan'],
  ditolak: ['ditolak', 'menunggu-verifikasi', 'terverifikasi', 'aktif', 'dibatalkan'],
  kedaluwarsa: ['kedaluwarsa', 'aktif', 'dibatalkan'],
  'perlu-tindakan': [],
  dibatalkan: ['dibatalkan'],
} as const satisfies Record<SubmissionState, readonly ReportedState[]>

/**
 * The state after an event. Pure; the caller writes the state and an event row in one transaction.
 * @returns the new state (the same one when the central repeats itself), or why the event does not fit
 */
export function transition(
  state: SubmissionState,
  event: SubmissionEvent,
): Result<SubmissionState, IllegalTransition> {
  if (event.type === 'central-status') {
    const reportable: readonly SubmissionState[] = REPORTED[state]
    if (reportable.includes(event.state)) return ok(event.state)
    return err({ code: 'illegal-transition', state, event: event.type, reported: event.state })
  }
  const moves: Partial<Record<LocalEventType, SubmissionState>> = LOCAL[state]
  const next = moves[event.type]
  return next ? ok(next) : err({ code: 'illegal-transition', state, event: event.type })
}

/** True while the kiosk has the only certain copy: submitted, but without a receipt. Never erase these. */
export function isHeldByKiosk(state: SubmissionState): boolean {
  return state === 'antre' || state === 'sedang-dikirim' || state === 'perlu-tindakan'
}
