import type { SubmissionState } from '#shared/domain/submission/states.ts'
import type { MessageKey } from '../../i18n/index.ts'

export type Stage = { readonly key: MessageKey; readonly state: 'done' | 'now' | 'next' | 'stopped' }

const PROFILE_STAGES = [
  'progress.prepared',
  'progress.sent',
  'progress.profile',
  'progress.verified',
] as const satisfies readonly MessageKey[]

const ACCESS_STAGES = [
  'progress.prepared',
  'progress.sent',
  'progress.profile',
  'progress.access',
  'progress.active',
] as const satisfies readonly MessageKey[]

/** Where the point "now" stands: what has been reached and is still going on. */
function reached(state: SubmissionState, access: boolean): number {
  switch (state) {
    case 'terkirim':
      return 1
    case 'menunggu-profil':
      return 2
    case 'menunggu-verifikasi':
    case 'ditolak':
      return access ? 3 : 2
    case 'terverifikasi':
    case 'aktif':
    case 'kedaluwarsa':
      return access ? 5 : 4
    default:
      return 0
  }
}

const STOPPED: readonly SubmissionState[] = ['ditolak', 'perlu-tindakan', 'dibatalkan', 'kedaluwarsa']

/**
 * The honest progress line of a case (domain: "Stage-honest words"). A profile's line ends at its
 * verification: the access stages belong to a submission of their own.
 */
export function stagesOf(service: string, state: SubmissionState): readonly Stage[] {
  const access = service.startsWith('akses')
  const keys: readonly MessageKey[] = access ? ACCESS_STAGES : PROFILE_STAGES
  const at = Math.min(reached(state, access), keys.length)
  const stopped = STOPPED.includes(state)
  return keys.map((key, index) => ({
    key,
    state: index < at ? 'done' : index === at ? (stopped ? 'stopped' : 'now') : 'next',
  }))
}

/** Which words head the receipt for a state. */
export function headingOf(
  state: SubmissionState,
): 'saved' | 'sent' | 'verified' | 'rejected' | 'attention' | 'closed' {
  switch (state) {
    case 'draf':
    case 'antre':
    case 'sedang-dikirim':
      return 'saved'
    case 'terkirim':
    case 'menunggu-profil':
    case 'menunggu-verifikasi':
      return 'sent'
    case 'terverifikasi':
    case 'aktif':
      return 'verified'
    case 'ditolak':
      return 'rejected'
    case 'perlu-tindakan':
      return 'attention'
    case 'kedaluwarsa':
    case 'dibatalkan':
      return 'closed'
  }
}
