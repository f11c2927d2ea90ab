import { z } from 'zod'

/** A value of a form field as it is stored and sent. Empty fields are left out. */
export const FieldValue = z.union([z.string().max(2_000), z.boolean(), z.array(z.string().max(200)).max(50)])
export type FieldValue = z.infer<typeof FieldValue>

/** Values of a form by field id. */
export const FormValues = z.record(z.string().max(60), FieldValue)
export type FormValues = z.infer<typeof FormValues>

/** Online checks a visit may make; offline they are deferred to the central, never skipped silently. */
export const CHECKS = [
  'email-registered',
  'username-free',
  'phone-code',
  'email-code',
  'nib',
  'accesses',
] as const
export const CheckId = z.enum(CHECKS)
export type CheckId = z.infer<typeof CheckId>

/**
 * How an online check stands.
 * `spent`: five wrong codes; the contact stays unlocked and flagged, and the check follows (004).
 */
export const CheckState = z.enum(['pending', 'passed', 'failed', 'deferred', 'spent'])
export type CheckState = z.infer<typeof CheckState>

/** A consent as it was given: which text, which version, when, how (UU 27/2022 art. 21–22). */
export const ConsentRecord = z.object({
  id: z.string(),
  textVersion: z.string(),
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
  language: z.enum(['id', 'en']),
  mode: z.enum(['sendiri', 'dibacakan']),
  at: z.iso.datetime(),
})
export type ConsentRecord = z.infer<typeof ConsentRecord>

/** How long a step took and who did it: no personal data (LPSE standard 5). */
export const StepTiming = z.object({
  step: z.string(),
  seconds: z.number().nonnegative(),
  mode: z.enum(['sendiri', 'dibantu']),
})
export type StepTiming = z.infer<typeof StepTiming>

/** A picture inside the packet. */
export const PacketPhoto = z.object({
  purpose: z.enum(['ktp', 'ktp-frame', 'swafoto']),
  file: z.string().regex(/^[a-z0-9-]+\.jpg$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  width: z.int().positive(),
  height: z.int().positive(),
  takenAt: z.iso.datetime(),
})
export type PacketPhoto = z.infer<typeof PacketPhoto>

/** What a document may be; the content decides, not the name of the file. */
export const DocumentMedia = z.enum(['application/pdf', 'image/jpeg', 'image/png'])
export type DocumentMedia = z.infer<typeof DocumentMedia>

/** A document inside the packet; `kind` is the id of the form's document request. */
export const PacketDocument = z.object({
  kind: z.string().max(40),
  file: z.string().regex(/^dokumen-[a-z0-9-]+\.(pdf|jpg|png)$/),
  media: DocumentMedia,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
})
export type PacketDocument = z.infer<typeof PacketDocument>

/** A photo that the live checks refused and that the petugas kept all the same, with the PIN. */
export const PhotoOverride = z.object({
  purpose: z.enum(['ktp', 'ktp-frame', 'swafoto']),
  /** What the checks found last (`dark`, `turn`, …). */
  finding: z.string(),
  reason: z.string(),
  petugas: z.object({ id: z.string(), name: z.string() }),
  at: z.iso.datetime(),
})
export type PhotoOverride = z.infer<typeof PhotoOverride>

/**
 * `submission.json` inside the sealed packet: everything one visit hands over.
 * The packet is a POSIX ustar archive of `submission.json` and the pictures, encrypted with age
 * (https://age-encryption.org/v1) to the central's public keys.
 */
export const SubmissionPayload = z.object({
  schema: z.literal(1),
  /** UUIDv7 minted at the kiosk; the idempotency key everywhere (RFC 9562). */
  id: z.uuid(),
  /** What the registrant holds in hand: KT-XXXX-XXXX. */
  reference: z.string().regex(/^KT-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/),
  service: z.string(),
  formVersion: z.int().positive(),
  language: z.enum(['id', 'en']),
  office: z.object({ code: z.string(), name: z.string() }),
  petugas: z.object({ id: z.string(), name: z.string() }),
  startedAt: z.iso.datetime(),
  submittedAt: z.iso.datetime(),
  values: FormValues,
  consents: z.array(ConsentRecord),
  checks: z.partialRecord(CheckId, CheckState),
  deferred: z.array(CheckId),
  timings: z.array(StepTiming),
  photos: z.array(PacketPhoto),
  documents: z.array(PacketDocument).optional(),
  /** Photos kept against the checks' advice; left out when there are none. */
  photoOverrides: z.array(PhotoOverride).optional(),
  /** Id of the submission that this one corrects: rejected, or never taken by the central. */
  corrects: z.uuid().optional(),
})
export type SubmissionPayload = z.infer<typeof SubmissionPayload>
