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
