import type { Store } from '../store/index.ts'
import type { Packets } from '../vault/index.ts'
import type { SubmissionLog } from './submission-log.ts'

/**
 * The central holds the packet: keeps its verified receipt, ends the job and removes the packet. Only this may.
 * A receipt may also come while the submission waits or needs attention (by stick), so the steps in between are taken.
 * @returns false when the submission is not ours to settle (unknown, or settled before)
 */
export function createSettle(deps: {
  readonly store: Store
  readonly submissions: SubmissionLog
  readonly packets: Packets
}) {
  const { store, submissions, packets } = deps
  return function settle(id: string, receipt: string): boolean {
    const settled = store.transaction(() => {
      const state = store.submissions.find(id)?.state
      if (state === 'perlu-tindakan') submissions.apply(id, { type: 'retry' })
      if (state === 'perlu-tindakan' || state === 'antre') submissions.apply(id, { type: 'start-sending' })
      return submissions.apply(id, { type: 'sent' }, null, () => {
        store.submissions.setReceipt(id, receipt)
        store.jobs.drop(id)
      }).ok
    })
    const record = store.submissions.find(id)
    if (!settled || !record) return false
    // After the receipt is stored: a crash here leaves a packet that the next start sweeps away.
    packets.retire({
      id,
      reference: record.reference,
      service: record.service,
      submittedAt: record.submittedAt,
      petugasId: record.petugasId,
      nikKey: Buffer.from(record.nikKey).toString('base64'),
      summary: record.summary,
      corrects: record.corrects,
      sha256: record.packetSha256,
      bytes: record.packetBytes,
      receipt,
    })
    return true
  }
}
export type Settle = ReturnType<typeof createSettle>
