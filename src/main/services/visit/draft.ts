import { z } from 'zod'
import { KTP_FIELDS } from '#shared/domain/ktp/fields.ts'
import { FieldReading } from '#shared/domain/ktp/reading.ts'
import { HeldAccess } from '#shared/domain/services/index.ts'
import { Correction } from '#shared/domain/submission/corrections.ts'
import {
  CheckId,
  CheckState,
  ConsentRecord,
  FormValues,
  PhotoOverride,
  StepTiming,
} from '#shared/domain/submission/payload.ts'
import { DEFAULT_KEEP_DAYS, KeepDays } from '#shared/domain/submission/retention.ts'

/** The reading of the KTP photo as kept in a draft: without the pictures, which are stored apart. */
export const StoredReading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('read'), fields: z.record(z.enum(KTP_FIELDS), FieldReading) }),
  z.object({ kind: z.literal('no-card') }),
  z.object({ kind: z.literal('unreadable') }),
  z.object({ kind: z.literal('bad-picture') }),
  z.object({ kind: z.literal('failed') }),
])
export type StoredReading = z.infer<typeof StoredReading>

/** A visit before it is submitted: the JSON in the `draft` table. Its id becomes the submission's id. */
export const Draft = z.object({
  id: z.uuid(),
  service: z.string(),
  formVersion: z.int(),
  language: z.enum(['id', 'en']),
  petugas: z.object({ id: z.string(), name: z.string() }),
  startedAt: z.iso.datetime(),
  step: z.string(),
  furthest: z.string(),
  /** Where to go on after the person showed to be the right one (interrupted visits resume at the NIK). */
  resumeAt: z.string().nullable(),
  stepSince: z.iso.datetime(),
  values: FormValues,
  reading: StoredReading,
  checks: z.partialRecord(CheckId, CheckState),
  /** Codes sent and not yet answered, by channel. */
  codes: z.partialRecord(
    z.enum(['phone', 'email']),
    z.object({ codeId: z.string(), destination: z.string() }),
  ),
  /** Accesses that the central told of the person; null while it was not asked or told nothing. */
  accesses: z.array(HeldAccess).nullable().default(null),
  /** What the consent screen of this visit promises; fixed when it starts. */
  keepDays: KeepDays.default(DEFAULT_KEEP_DAYS),
  consents: z.array(ConsentRecord),
  timings: z.array(StepTiming),
  /** Photos kept against the checks' advice; drafts older than the checks have none. */
  photoOverrides: z.array(PhotoOverride).default([]),
  /** Set when this visit corrects an earlier submission. */
  correction: Correction.nullable().default(null),
})
export type Draft = z.infer<typeof Draft>
