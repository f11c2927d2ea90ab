import type { FieldIssue } from '#shared/domain/errors.ts'
import {
  type PhotoPurpose,
  type StepDefinition,
  visibleDocuments,
  visibleFields,
} from '#shared/domain/forms/index.ts'
import { consentTexts, OFFICE_EMAIL_FIELD } from '#shared/domain/services/index.ts'
import { COMPANY_STOPS } from './company-check.ts'
import { isConsentedTo } from './consents.ts'
import type { Draft } from './draft.ts'
import { unsureFields } from './ktp-values.ts'
import { hasOfficeEmail } from './office-email.ts'

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

const contactGate: Gate = (_step, draft) => {
  const issues: FieldIssue[] = []
  // 004: a personal address is asked for; the petugas may override with the PIN and a reason.
  if (hasOfficeEmail(draft.values) && !draft.values[OFFICE_EMAIL_FIELD])
    issues.push({ field: 'email', code: 'email.office' })
  if (draft.checks['username-free'] === 'failed') issues.push({ field: 'username', code: 'username.taken' })
  return issues
}

const codesGate: Gate = (step, draft) =>
  (step.checks ?? [])
    .filter((check) => !['passed', 'deferred', 'spent'].includes(draft.checks[check] ?? 'pending'))
    .map((check) => ({ field: check, code: 'code.open' }))

const consentGate: Gate = (step, draft) => {
  const asked = new Set(visibleFields(step, draft.values).map((field) => field.id))
  // No consent counts without its record of text, version, time and way (UU 27/2022 art. 24).
  return consentTexts(draft)
    .filter((text) => asked.has(text.field) && !isConsentedTo(text, draft.consents))
    .map((text) => ({ field: text.field, code: 'consent.missing' }))
}

const companyGate: Gate = (_step, draft) => {
  const result = draft.values.hasilNib
  return typeof result === 'string' && COMPANY_STOPS.includes(result)
    ? [{ field: 'nib', code: `nib.${result}` }]
    : []
}

const gates: Partial<Record<StepDefinition['screen'], Gate>> = {
  consent: consentGate,
  'ktp-photo': photoGate,
  'face-photo': photoGate,
  'ktp-confirm': unsureGate,
  contact: contactGate,
  codes: codesGate,
  company: companyGate,
}

/** A village that today's area data do not know was not chosen from them. */
const areaIssues = (step: StepDefinition, draft: Draft, isArea: (code: string) => boolean): FieldIssue[] =>
  visibleFields(step, draft.values)
    .filter(({ type, id }) => {
      const value = draft.values[id]
      return type === 'wilayah' && typeof value === 'string' && !isArea(value)
    })
    .map(({ id }) => ({ field: id, code: 'wilayah.choose' }))

/** Documents that are asked for and not there yet. */
function missingDocuments(
  step: StepDefinition,
  draft: Draft,
  documentsOf: (draftId: string) => readonly string[],
): FieldIssue[] {
  const required = visibleDocuments(step, draft.values).filter((document) => document.required)
  if (required.length === 0) return []
  const given = documentsOf(draft.id)
  return required
    .filter((document) => !given.includes(document.id))
    .map((document) => ({ field: document.id, code: 'document.missing' }))
}

/**
 * What still stands between the registrant and the next step, beyond the fields themselves.
 * @param isArea whether a code names a village
 * @param documentsOf the documents that a draft has
 */
export function createGates(
  isArea: (code: string) => boolean,
  documentsOf: (draftId: string) => readonly string[],
) {
  return (step: StepDefinition, draft: Draft, photos: readonly PhotoPurpose[]): FieldIssue[] => [
    ...areaIssues(step, draft, isArea),
    ...missingDocuments(step, draft, documentsOf),
    ...(gates[step.screen]?.(step, draft, photos) ?? []),
  ]
}
export type GateIssues = ReturnType<typeof createGates>
