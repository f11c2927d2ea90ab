import { z } from 'zod'
import { CheckId } from '../submission/payload.ts'

/** A step of one of the source SOPs: document number and step number (docs: domain.md, "000".."004"). */
export const SopStep = z.object({
  document: z.enum(['000', '001', '002', '003', '004']),
  step: z.int().positive(),
})
export type SopStep = z.infer<typeof SopStep>

/** Shown (and allowed) only when another field of the same form holds one of these values. */
export const Condition = z.object({ field: z.string(), oneOf: z.array(z.string()).min(1) })
export type Condition = z.infer<typeof Condition>

/**
 * How a field is typed, checked and stored. The identifiers' rules live in `domain/identity`.
 * - `choice`: one of `options`; `ticks`: every one of `options` (a checklist); `tick`: must be true.
 * - `list`: one or more of any strings from `options` (bookkeeping, not typed by a person).
 */
export const FieldType = z.enum([
  'choice',
  'ticks',
  'tick',
  'list',
  'text',
  'person-name',
  'date',
  'nik',
  'nip',
  'nrp',
  'npwp',
  'nib',
  'email',
  'phone',
  'username',
])
export type FieldType = z.infer<typeof FieldType>

/** One field of a form. Its label and hint are messages `field.<id>.label` and `field.<id>.hint`. */
export const FieldDefinition = z.object({
  id: z.string().max(60),
  type: FieldType,
  required: z.boolean(),
  options: z.array(z.string()).optional(),
  /** Options of a `ticks` field that hold only under a condition (NIP for ASN, …). */
  optionConditions: z.record(z.string(), Condition).optional(),
  maxLength: z.int().positive().optional(),
  visibleWhen: Condition.optional(),
  sop: z.array(SopStep).optional(),
})
export type FieldDefinition = z.infer<typeof FieldDefinition>

/** What a step looks like. Only what data cannot say has a screen of its own. */
export const ScreenKind = z.enum([
  'choice',
  'checklist',
  'consent',
  'ktp-photo',
  'ktp-confirm',
  'nik-confirm',
  'fields',
  'contact',
  'codes',
  'face-photo',
  'review',
])
export type ScreenKind = z.infer<typeof ScreenKind>

/** The five stations of the progress rail (interface.md §1). */
export const RAIL = ['data', 'ktp', 'kontak', 'wajah', 'kirim'] as const
export const RailStation = z.enum(RAIL)
export type RailStation = z.infer<typeof RailStation>

export const PhotoPurpose = z.enum(['ktp', 'ktp-frame', 'swafoto'])
export type PhotoPurpose = z.infer<typeof PhotoPurpose>

/** One decision of a visit. */
export const StepDefinition = z.object({
  id: z.string().max(40),
  screen: ScreenKind,
  /** Who acts: the registrant touches, or the petugas types. */
  turn: z.enum(['pemohon', 'petugas']),
  rail: RailStation,
  fields: z.array(FieldDefinition),
  /** Pictures that must be there before the step is left. */
  photos: z.array(PhotoPurpose).optional(),
  /** Online checks of this step; offline they are deferred. */
  checks: z.array(CheckId).optional(),
  visibleWhen: Condition.optional(),
  sop: z.array(SopStep),
  /** The SOP's standard time (mutu baku waktu) for the steps covered, minutes; 0 where it names none. */
  standardMinutes: z.number().nonnegative(),
  /** Seconds without a touch before "Masih di sini?" appears. */
  idleSeconds: z.int().positive(),
})
export type StepDefinition = z.infer<typeof StepDefinition>

/** A service of the catalogue as data. A draft keeps the version it was started with. */
export const FormDefinition = z.object({
  service: z.string(),
  version: z.int().positive(),
  steps: z.array(StepDefinition).min(1),
})
export type FormDefinition = z.infer<typeof FormDefinition>
