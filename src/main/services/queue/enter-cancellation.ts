import type { CancellationRow, Store } from '../store/index.ts'
import { endVoid, eraseCopy } from './end-void.ts'
import type { SubmissionLog } from './submission-log.ts'

/** A cancellation that happened, whatever this database remembers of it. */
export type KnownCancellation = Pick<
  CancellationRow,
  'submissionId' | 'way' | 'reason' | 'note' | 'staffId' | 'at'
>

/**
 * Enters, within a transaction, a cancellation that this database does not know: it was brought back from a backup, or
 * another kiosk took the registration over. Nothing of it is sent from now on, and what the central may hold is
 * withdrawn there.
 * @returns false when there was nothing to do
 */
export function enterCancellation(
  store: Store,
  submissions: SubmissionLog,
  known: KnownCancellation,
  now: string,
): boolean {
  const { submissionId: id, reason } = known
  const record = store.submissions.find(id)
  if (!record || record.state === 'dibatalkan' || store.cancellations.find(id)) return false
  // Only what surely never left can end here.
  const isVoid = known.way === 'void' && ['antre', 'perlu-tindakan', 'sedang-dikirim'].includes(record.state)
  if (isVoid && record.state === 'sedang-dikirim') submissions.apply(id, { type: 'interrupted' })
  store.cancellations.add({
    ...known,
    way: isVoid ? 'void' : 'withdraw',
    nextAt: isVoid ? null : now,
    confirmedAt: isVoid ? now : null,
  })
  if (isVoid) {
    if (record.corrects !== null) store.submissions.reopen(record.corrects, id)
    endVoid(store, submissions, id, reason)
    return true
  }
  const { state } = record
  store.submissions.addEvent({
    submissionId: id,
    at: now,
    from: state,
    event: 'withdraw',
    to: state,
    detail: reason,
  })
  store.jobs.drop(id)
  eraseCopy(store, id)
  return true
}
