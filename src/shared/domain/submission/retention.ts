import { z } from 'zod'
import type { SubmissionState } from './states.ts'

/**
 * Days the kiosk keeps its working copy after the outcome (UU 27/2022 art. 16(2)g). A visit keeps the numbers that its
 * consent screen showed: what was promised is what the retention sweep does, also when the office changes them later.
 */
export const KeepDays = z.strictObject({
  verified: z.int().min(1).max(30),
  rejected: z.int().min(1).max(90),
})
export type KeepDays = z.infer<typeof KeepDays>

/** What an office may set: the working copies, and how long the audit trail stays, never under 90 days. */
export const RetentionDays = KeepDays.extend({ audit: z.int().min(90).max(3_650) })
export type RetentionDays = z.infer<typeof RetentionDays>

export const DEFAULT_RETENTION: RetentionDays = { verified: 1, rejected: 14, audit: 90 }
/** Visits from before the numbers could be set. */
export const DEFAULT_KEEP_DAYS: KeepDays = { verified: 1, rejected: 14 }

/** Which period begins with which state; in every other one the registration is still under way. */
const PERIODS: Partial<Record<SubmissionState, keyof KeepDays>> = {
  terverifikasi: 'verified',
  aktif: 'verified',
  ditolak: 'rejected',
  kedaluwarsa: 'verified',
  dibatalkan: 'verified',
}

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * When the working copy of a submission is erased; null while the outcome is open.
 * @param since when it came into its state
 * @param promised what its consent screen showed
 */
export function eraseAt(state: SubmissionState, since: Date, promised: KeepDays): Date | null {
  const period = PERIODS[state]
  return period === undefined ? null : new Date(since.getTime() + promised[period] * DAY_MS)
}
