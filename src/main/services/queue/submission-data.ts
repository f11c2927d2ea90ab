import { z } from 'zod'
import { CheckId } from '#shared/domain/submission/payload.ts'
import { ReceiptHint } from '#shared/domain/submission/receipt-hints.ts'
import { KeepDays } from '#shared/domain/submission/retention.ts'
import { CENTRAL_STATES } from '#shared/domain/submission/states.ts'
import { StepTime } from '#shared/domain/visit/index.ts'

/** What stays of a submission after its data are erased: nothing that identifies anybody to a stranger. */
export const SubmissionSummary = z.object({
  petugas: z.string(),
  office: z.string(),
  maskedName: z.string(),
  maskedNik: z.string(),
  maskedEmail: z.string(),
  /** Keyed hash of the birth date: answers "Cek status" without keeping the date. */
  birthDateKey: z.string(),
  deferred: z.array(CheckId),
  language: z.enum(['id', 'en']),
  /** How long the consent screen said that the working copy stays. */
  keepDays: KeepDays.optional(),
  /** How long the visit took, whole minutes; a correction's is its own. */
  minutes: z.number().optional(),
  /** The same by step, beside the SOP's standard time: stays for the reports. */
  times: z.array(StepTime).optional(),
  hints: z.array(ReceiptHint).optional(),
})
export type SubmissionSummary = z.infer<typeof SubmissionSummary>

/** What the central named when it did not take a packet (422). */
export const StoredParts = z.object({ fields: z.array(z.string()), photos: z.array(z.string()) })

/** The newest report of the central about a submission. */
export const CentralReport = z.object({
  state: z.enum(CENTRAL_STATES),
  reason: z.object({ id: z.string(), en: z.string() }).optional(),
  fields: z.array(z.string()).readonly().optional(),
  photos: z.array(z.string()).readonly().optional(),
  at: z.string(),
  dueBy: z.string().optional(),
})
export type CentralReport = z.infer<typeof CentralReport>
