import type { ReceiptView } from '#shared/contract/views.ts'
import type { Outcome } from '#shared/domain/forms/index.ts'
import { findForm } from '#shared/domain/services/index.ts'
import type { SubmissionState } from '#shared/domain/submission/states.ts'
import { hasMessage, type MessageKey } from '../../i18n/index.ts'

export type Stage = { readonly key: MessageKey; readonly state: 'done' | 'now' | 'next' | 'stopped' }

/** The points of the progress line, by what the service ends in. The check that is waited for stands last but one. */
const STAGES: Readonly<Record<Outcome, readonly MessageKey[]>> = {
  account: ['progress.prepared', 'progress.sent', 'progress.checked', 'progress.verified'],
  profile: ['progress.prepared', 'progress.sent', 'progress.profile', 'progress.verified'],
  access: ['progress.prepared', 'progress.sent', 'progress.profile', 'progress.access', 'progress.active'],
  reactivation: ['progress.prepared', 'progress.sent', 'progress.access', 'progress.active'],
  ending: ['progress.prepared', 'progress.sent', 'progress.request', 'progress.granted'],
  'company-admin': ['progress.prepared', 'progress.sent', 'progress.request', 'progress.granted'],
}

/** What a service ends in; a service that this version does not know is shown like a profile. */
export const outcomeOf = (service: string): Outcome => findForm(service)?.outcome ?? 'profile'

const PROFILE_CHECK = 2

/** Where the point "now" stands: what has been reached and is still going on. */
function reached(state: SubmissionState, refusedAt: ReceiptView['refusedAt'], points: number): number {
  switch (state) {
    case 'terkirim':
      return 1
    case 'menunggu-profil':
      return PROFILE_CHECK
    case 'ditolak':
      return refusedAt === 'profile' ? PROFILE_CHECK : points - 2
    case 'menunggu-verifikasi':
      return points - 2
    case 'terverifikasi':
    case 'aktif':
    case 'kedaluwarsa':
      return points
    default:
      return 0
  }
}

const STOPPED: readonly SubmissionState[] = ['ditolak', 'perlu-tindakan', 'dibatalkan', 'kedaluwarsa']

/** The honest progress line of a case (domain: "Stage-honest words"). */
export function stagesOf(
  service: string,
  state: SubmissionState,
  refusedAt: ReceiptView['refusedAt'] = null,
): readonly Stage[] {
  const keys = STAGES[outcomeOf(service)]
  const at = reached(state, refusedAt, keys.length)
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

/** What the state of a case is called: a request that was granted is not *Terverifikasi*. */
export function stateKey({ service, state }: Pick<ReceiptView, 'service' | 'state'>): MessageKey {
  const own = `state.${state}.${outcomeOf(service)}`
  return hasMessage(own) ? own : `state.${state}`
}

/**
 * The words of the receipt for a case: title, what it means, who owes the next step. Where a service has words of its own
 * for a heading they are taken; the rest speaks of a registration.
 */
export function receiptKey(
  { service, state }: Pick<ReceiptView, 'service' | 'state'>,
  part: 'title' | 'sub' | 'next',
): MessageKey {
  const heading = headingOf(state)
  const own = `receipt.${heading}.${part}.${outcomeOf(service)}`
  return hasMessage(own) ? own : `receipt.${heading}.${part}`
}
