import type { ReadingReportView } from '#shared/contract/views.ts'
import { KTP_FIELDS, type KtpField } from '#shared/domain/ktp/fields.ts'
import type { AuditRepository } from '../store/index.ts'

/** The audit entry of a visit whose KTP was read: its detail names the fields that a person changed, never their values. */
export const KTP_CHECKED = 'visit.ktp-checked'

/** How often a field was corrected by hand, of how many cards that were read. */
export type FieldCorrections = {
  readonly field: KtpField
  readonly corrected: number
  readonly cards: number
}

/** Corrections by field from a time (ISO 8601) on: which print the reader gets wrong at this desk. */
export function countCorrections(audit: AuditRepository, since: string): FieldCorrections[] {
  const corrected = new Map<string, number>()
  let cards = 0
  for (const { detail, times } of audit.countDetails(KTP_CHECKED, since)) {
    cards += times
    for (const field of (detail ?? '').split(',')) corrected.set(field, (corrected.get(field) ?? 0) + times)
  }
  return KTP_FIELDS.map((field) => ({ field, corrected: corrected.get(field) ?? 0, cards }))
}

/** Days that the admin's report looks back: long enough for a small office to have read some cards. */
const REPORT_DAYS = 30

/** The admin's report as of a moment. */
export function makeReadingReport(audit: AuditRepository, now: Date): ReadingReportView {
  const since = new Date(now.getTime() - REPORT_DAYS * 86_400_000).toISOString()
  const rows = countCorrections(audit, since)
  return {
    days: REPORT_DAYS,
    cards: rows[0]?.cards ?? 0,
    fields: rows.map(({ field, corrected }) => ({ field, corrected })),
  }
}
