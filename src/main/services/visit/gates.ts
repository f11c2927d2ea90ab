import type { FieldIssue } from '#shared/domain/errors.ts'
import type { PhotoPurpose, StepDefinition } from '#shared/domain/forms/index.ts'
import { emailWarnings } from '#shared/domain/identity/index.ts'
import { CONSENTS } from '#shared/domain/services/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import type { Draft } from './draft.ts'
import { unsureFields } from './ktp-values.ts'

/** What a step demands beyond its fields' own rules before it may be left. */
type Gate = (step: StepDefinition, draft: Draft, photos: readonly PhotoPurpose[]) => FieldIssue[]

const photoGate: Gate = (step, draft, photos) => {
  // "Ketik sendiri" goes on without a readable photo; the review asks for the photo again.
  if (step.id === 'foto-ktp' && draft.values.ketikSendiri === true) return []
  return missingPhotos(step, photos)
}

/** Pictures of a step that are not there yet. */
export const missingPhotos = (step: StepDefinition, photos: readonly PhotoPurpose[]): FieldIssue[] =>
  (step.photos ?? [])
    .filter((purpose) => !photos.includes(purpose))
    .map((purpose) => ({ field: purpose, code: 'photo.missing' }))

const unsureGate: Gate = (step, draft) => {
  const unsure = unsureFields(step, draft)
  return unsure.map((field) => ({ field, code: 'ocr.unsureLeft', params: { n: unsure.length } }))
}

const hasOfficeEmail = (values: FormValues): boolean =>
  typeof values.email === 'string' &&
  emailWarnings(values.email).some((warning) => warning.code === 'email.office')

const contactGate: Gate = (_step, draft) => {
  const issues: FieldIssue[] = []
  // 004: a personal address is asked for; the petugas may override with a reason.
  if (hasOfficeEmail(draft.values) && !draft.values.alasanEmailKantor)
    issues.push({ field: 'email', code: 'email.office' })
  if (draft.checks['username-free'] === 'failed') issues.push({ field: 'username', code: 'username.taken' })
  return issues
}

const codesGate: Gate = (step, draft) =>
  (step.checks ?? [])
    .filter((check) => !['passed', 'deferred', 'spent'].includes(draft.checks[check] ?? 'pending'))
    .map((check) => ({ field: check, code: 'code.open' }))

const consentGate: Gate = (_step, draft) =>
  // No consent counts without its record of text, version, time and way (UU 27/2022 art. 24).
  CONSENTS.filter((text) => !draft.consents.some((record) => record.id === text.id)).map((text) => ({
    field: text.field,
    code: 'consent.missing',
  }))

const gates: Partial<Record<StepDefinition['screen'], Gate>> = {
  consent: consentGate,
  'ktp-photo': photoGate,
  'face-photo': photoGate,
  'ktp-confirm': unsureGate,
  contact: contactGate,
  codes: codesGate,
}

/** What still stands between the registrant and the next step, beyond the fields themselves. */
export function gateIssues(
  step: StepDefinition,
  draft: Draft,
  photos: readonly PhotoPurpose[],
): FieldIssue[] {
  return gates[step.screen]?.(step, draft, photos) ?? []
}
