import { z } from 'zod'
import { CheckId } from '../submission/payload.ts'

/**
 * A step of one of the source documents (domain.md, "000".."004") and its number there. Document 002 has three numbered
 * lists: ending and taking up an access, company admins where all directors are foreign, admins of branches.
 */
export const SopStep = z.object({
  document: z.enum(['000', '001', '002-akses', '002-wna', '002-cabang', '003', '004']),
  step: z.int().positive(),
})
export type SopStep = z.infer<typeof SopStep>

/** Shown (and allowed) only when another field of the same form holds one of these values. */
export const Condition = z.object({ field: z.string(), oneOf: z.array(z.string()).min(1) })
export type Condition = z.infer<typeof Condition>

/** One condition, or several that must all hold. */
export const Conditions = z.union([Condition, z.array(Condition).min(1)])
export type Conditions = z.infer<typeof Conditions>

/**
 * How a field is typed, checked and stored. The identifiers' rules live in `domain/identity`.
 * - `choice`: one of `options`; `ticks`: every one of `options` (a checklist); `tick`: must be true.
 * - `list`: one or more of any strings from `options` (bookkeeping, not typed by a person).
 * - `instansi`, `satuan-kerja`: an entry of the synced reference list, `[KODE] Nama`, or a name of its own without a code.
 * - `wilayah`: a village of today's area data, by its code (Kepmendagri, as in idn-area-data).
 * - `coordinates`: decimal degrees, `-2.208300, 113.913800` (WGS 84).
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
  'instansi',
  'satuan-kerja',
  'wilayah',
  'coordinates',
])
export type FieldType = z.infer<typeof FieldType>

/** One field of a form. Its label and hint are messages `field.<id>.label` and `field.<id>.hint`. */
export const FieldDefinition = z.object({
  id: z.string().max(60),
  type: FieldType,
  required: z.boolean(),
  options: z.array(z.string()).optional(),
  /** Options of a `ticks` field that hold only under a condition (NIP for ASN, …). */
  optionConditions: z.record(z.string(), Conditions).optional(),
  maxLength: z.int().positive().optional(),
  /** Says something about another field of the step, and is asked for together with it alone. */
  goesWith: z.string().optional(),
  visibleWhen: Conditions.optional(),
  /** A date field of the same form that this one must not precede (end of a period). */
  notBefore: z.string().optional(),
  /** Set by the core from this check's answer and never taken from a caller: an answer of the central decides the way. */
  setBy: CheckId.optional(),
  /** Set by a call that asks for the petugas' PIN, never with the step. */
  byPetugas: z.literal(true).optional(),
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
  'company',
  'documents',
  'review',
])
export type ScreenKind = z.infer<typeof ScreenKind>

/** The stations of the progress rail, in order (interface.md §1); a form shows those its steps name. */
export const RAIL = ['data', 'ktp', 'kontak', 'wajah', 'akses', 'dokumen', 'kirim'] as const
export const RailStation = z.enum(RAIL)
export type RailStation = z.infer<typeof RailStation>

export const PhotoPurpose = z.enum(['ktp', 'ktp-frame', 'swafoto'])
export type PhotoPurpose = z.infer<typeof PhotoPurpose>

/** A document that a step asks for. Its name is the message `document.<id>`. */
export const DocumentRequest = z.object({
  id: z.string().max(40),
  required: z.boolean(),
  visibleWhen: Conditions.optional(),
  sop: z.array(SopStep).optional(),
})
export type DocumentRequest = z.infer<typeof DocumentRequest>

/** The limit of one document: "semua dokumen berukuran kurang dari 2 MB" (001 step 4). */
export const MAX_DOCUMENT_BYTES = 2 * 1024 * 1024 - 1

/** Most pages of one photographed document: more do not fit below the limit and stay legible. */
export const MAX_DOCUMENT_PAGES = 20

/**
 * Pixels along the long side of a page below which small print may not be read: along A4 (297 mm) they make 128 dots per inch,
 * where a small letter of 10-point print is about 9 pixels high and can still be read without effort.
 */
export const LEGIBLE_LONG_SIDE = 1500

/** Degrees clockwise that a photographed page is shown turned. */
export const PageTurn = z.literal([0, 90, 180, 270])
export type PageTurn = z.infer<typeof PageTurn>

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
  /** Documents asked for, each below `MAX_DOCUMENT_BYTES`. */
  documents: z.array(DocumentRequest).optional(),
  /** Online checks of this step; offline they are deferred. */
  checks: z.array(CheckId).optional(),
  visibleWhen: Conditions.optional(),
  sop: z.array(SopStep),
  /** The SOP's standard time (mutu baku waktu) for the steps covered, minutes; 0 where it names none. */
  standardMinutes: z.number().nonnegative(),
  /** Seconds without a touch before "Masih di sini?" appears. */
  idleSeconds: z.int().positive(),
})
export type StepDefinition = z.infer<typeof StepDefinition>

/**
 * What a service ends in, and with that who looks at it (domain: stage-honest words): an account or a profile (Privy and
 * Dukcapil), an access or its reactivation (the VAI of the instansi), the end of an access or a company admin (on request).
 */
export const Outcome = z.enum(['account', 'profile', 'access', 'reactivation', 'ending', 'company-admin'])
export type Outcome = z.infer<typeof Outcome>

/** A service of the catalogue as data. A draft keeps the version it was started with. */
export const FormDefinition = z.object({
  service: z.string(),
  version: z.int().positive(),
  outcome: Outcome,
  steps: z.array(StepDefinition).min(1),
  /** Stages of the three (004) that this service may carry with it in one visit, when `profil` is still to be made. */
  includes: z.array(z.string()).optional(),
})
export type FormDefinition = z.infer<typeof FormDefinition>
