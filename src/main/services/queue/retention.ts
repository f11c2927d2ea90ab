import { RETENTION_DAYS } from '#shared/domain/submission/retention.ts'
import type { Audit } from '../audit/index.ts'
import type { KioskTime } from '../kiosk-time/index.ts'
import type { Store } from '../store/index.ts'

const DAY_MS = 24 * 60 * 60 * 1000

type Deps = { readonly store: Store; readonly time: KioskTime; readonly audit: Audit }

/** Erases working copies whose time is over, by the kiosk's own time. Only what has a receipt is ever touched. */
export function createRetention({ store, time, audit }: Deps) {
  const rules = [
    { state: 'terverifikasi', days: RETENTION_DAYS.verified },
    { state: 'aktif', days: RETENTION_DAYS.verified },
    { state: 'ditolak', days: RETENTION_DAYS.rejected },
    { state: 'kedaluwarsa', days: RETENTION_DAYS.verified },
    { state: 'dibatalkan', days: RETENTION_DAYS.verified },
  ] as const
  return {
    /** Erases what is due; answers the ids. */
    sweep(): string[] {
      if (!time.mayErase()) return []
      const now = time.now().getTime()
      const due = rules.flatMap(({ state, days }) =>
        store.submissions.listWithData(state, new Date(now - days * DAY_MS).toISOString()),
      )
      if (due.length === 0) return []
      store.transaction(() => {
        for (const record of due) {
          store.submissions.eraseData(record.id)
          store.submissionPhotos.dropAll(record.id)
          audit.record('submission.erased', { subject: record.id })
        }
      })
      store.truncateLog()
      return due.map((record) => record.id)
    },
  }
}
export type Retention = ReturnType<typeof createRetention>
