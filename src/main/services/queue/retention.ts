import {
  DEFAULT_KEEP_DAYS,
  eraseAt,
  MIN_SENT_DAYS,
  type RetentionDays,
} from '#shared/domain/submission/retention.ts'
import type { Audit } from '../audit/index.ts'
import type { KioskTime } from '../kiosk-time/index.ts'
import type { Store, SubmissionRecord } from '../store/index.ts'
import type { Packets } from '../vault/index.ts'
import { SubmissionSummary } from './submission-data.ts'

const DAY_MS = 24 * 60 * 60 * 1000

type Deps = {
  readonly store: Store
  readonly packets: Packets
  readonly time: KioskTime
  readonly audit: Audit
  readonly days: () => RetentionDays
}

/** Erases working copies, notes about cancellations and audit entries whose time is over, by the kiosk's own time. */
export function createRetention({ store, packets, time, audit, days }: Deps) {
  /** Only what has a receipt is ever due, or what was voided before it was sent: nobody else will ever hold that. */
  function isOver(record: SubmissionRecord, now: number): boolean {
    if (record.receipt === null) return record.state === 'dibatalkan'
    const promised = SubmissionSummary.parse(JSON.parse(record.summary)).keepDays ?? DEFAULT_KEEP_DAYS
    const due = eraseAt(record, promised)
    return due !== null && due.getTime() < now
  }

  return {
    /** Erases what is due; answers the ids of the submissions. */
    sweep(): string[] {
      if (!time.mayErase()) return []
      const now = time.now().getTime()
      const due = store.submissions
        .listErasable(new Date(now - MIN_SENT_DAYS * DAY_MS).toISOString())
        .filter((record) => isOver(record, now))
      // Before the rows: a power cut in between leaves a row that the next sweep finds again.
      for (const { id, receipt } of due) if (receipt === null) packets.remove(id)
      const others = store.transaction(() => {
        for (const { id } of due) {
          store.submissions.eraseData(id)
          store.submissionPhotos.dropAll(id)
          store.submissionDocuments.dropAll(id)
          audit.record('submission.erased', { subject: id })
        }
        const { verified, audit: trail } = days()
        // Free text may name somebody; it explains a cancellation to colleagues, no longer than an outcome is kept.
        const notes = store.cancellations.eraseNotesBefore(new Date(now - verified * DAY_MS).toISOString())
        return notes + store.audit.dropBefore(new Date(now - trail * DAY_MS).toISOString())
      })
      if (due.length + others > 0) store.truncateLog()
      return due.map(({ id }) => id)
    },
  }
}
export type Retention = ReturnType<typeof createRetention>
