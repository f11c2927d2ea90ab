import type { Store } from '../store/index.ts'
import type { Packets } from '../vault/index.ts'
import type { SubmissionLog } from './submission-log.ts'

/**
 * Ends, within a transaction, a submission that the central surely does not hold: voided, its job and its working copy
 * gone. Afterwards `removeTraces`.
 * @param reason why, for its history (message key suffix)
 */
export function endVoid(store: Store, submissions: SubmissionLog, id: string, reason: string): void {
  submissions.apply(id, { type: 'void', reason }, reason, () => {
    store.jobs.drop(id)
    eraseCopy(store, id)
  })
}

/** Erases the working copy of a submission. */
export function eraseCopy(store: Store, id: string): void {
  store.submissions.eraseData(id)
  store.submissionPhotos.dropAll(id)
  store.submissionDocuments.dropAll(id)
}

/** After the transaction that erased it: nothing of it may linger on the disk. */
export function removeTraces(store: Store, packets: Packets, id: string): void {
  packets.remove(id)
  store.truncateLog()
}
