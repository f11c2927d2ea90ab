import { z } from 'zod'
import type { SubmissionState } from './states.ts'

/** Shortest and usual longest stay after the receipt, days. */
export const MIN_SENT_DAYS = 14
const DEFAULT_SENT_DAYS = 90

/**
 * Days the kiosk keeps its working copy after the outcome, and after the receipt at the longest (UU 27/2022 art. 16(2)g).
 * A visit keeps the numbers that its consent screen showed: what was promised is what the retention sweep does, also when
 * the office changes them later.
 */
export const KeepDays = z.strictObject({
  verified: z.int().min(1).max(30),
  rejected: z.int().min(1).max(90),
  /** After the receipt, whatever became of it since: an outcome may never reach this kiosk. */
  sent: z.int().min(MIN_SENT_DAYS).max(365).default(DEFAULT_SENT_DAYS),
})
export type KeepDays = z.infer<typeof KeepDays>

/** What an office may set: the working copies, and how long the audit trail stays, never under 90 days. */
export const RetentionDays = KeepDays.extend({ audit: z.int().min(90).max(3_650) })
export type RetentionDays = z.infer<typeof RetentionDays>

export const DEFAULT_RETENTION: RetentionDays = {
  verified: 1,
  rejected: 14,
  sent: DEFAULT_SENT_DAYS,
  audit: 90,
}
/** Visits from before the numbers could be set. */
export const DEFAULT_KEEP_DAYS: KeepDays = { verified: 1, rejected: 14, sent: DEFAULT_SENT_DAYS }

/** What a visit that begins now promises. */
export const keepDaysOf = ({ verified, rejected, sent }: RetentionDays): KeepDays => ({
  verified,
  rejected,
  sent,
})

/** Which period begins with which state; in every other one the registration is still under way. */
const PERIODS: Partial<Record<SubmissionState, 'verified' | 'rejected'>> = {
  terverifikasi: 'verified',
  aktif: 'verified',
  ditolak: 'rejected',
  kedaluwarsa: 'verified',
  dibatalkan: 'verified',
}

const DAY_MS = 24 * 60 * 60 * 1000

const daysAfter = (at: string, days: number): number => new Date(at).getTime() + days * DAY_MS

/**
 * When the working copy of a submission is erased; null while nothing but this kiosk has it.
 * @param submission since when it is in its state, and since when the central has it (kiosk time, ISO 8601)
 * @param promised what its consent screen showed
 */
export function eraseAt(
  { state, stateSince, sentAt }: { state: SubmissionState; stateSince: string; sentAt: string | null },
  promised: KeepDays,
): Date | null {
  const period = PERIODS[state]
  const ends = [
    ...(period === undefined ? [] : [daysAfter(stateSince, promised[period])]),
    ...(sentAt === null ? [] : [daysAfter(sentAt, promised.sent)]),
  ]
  return ends.length === 0 ? null : new Date(Math.min(...ends))
}

/** Whether an outcome decides when it is erased; before one, only the receipt does. */
export const hasOutcome = (state: SubmissionState): boolean => PERIODS[state] !== undefined
