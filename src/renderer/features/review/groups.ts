import type { FormDefinition, PhotoPurpose, StepDefinition } from '#shared/domain/forms/index.ts'
import { visibleDocuments, visibleFields } from '#shared/domain/forms/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'

/** One block of the review: what one step asked for, with its own Ubah. */
export type ReviewGroup = {
  /** The step that Ubah leads to. */
  readonly step: string
  readonly screen: StepDefinition['screen']
  readonly fields: readonly string[]
  readonly photos: readonly PhotoPurpose[]
  /** Ids of the documents asked for. */
  readonly documents: readonly string[]
}

/** Steps whose answers the registrant looks at again; ticks and confirmations are not data. */
const SHOWN: readonly StepDefinition['screen'][] = [
  'choice',
  'ktp-confirm',
  'fields',
  'contact',
  'company',
  'documents',
  'ktp-photo',
  'face-photo',
]

/** The blocks of the review, in the order of the visit, photos last; empty fields are left out. */
export function reviewGroups(
  form: FormDefinition,
  steps: readonly string[],
  values: FormValues,
): readonly ReviewGroup[] {
  const groups = form.steps
    .filter((step) => steps.includes(step.id) && SHOWN.includes(step.screen))
    .map((step) => ({
      step: step.id,
      screen: step.screen,
      photos: step.photos ?? [],
      documents: visibleDocuments(step, values).map((document) => document.id),
      fields: visibleFields(step, values)
        .filter((field) => field.type !== 'list' && field.type !== 'tick' && field.setBy === undefined)
        .map((field) => field.id)
        .filter((id) => values[id] !== undefined),
    }))
  const withPhotos = groups.filter((group) => group.photos.length > 0)
  return [...groups.filter((group) => group.photos.length === 0), ...withPhotos]
}

/** The step that a finding of the final check belongs to: by its field, its picture or its check. */
export function stepOfIssue(form: FormDefinition, field: string): StepDefinition | undefined {
  return form.steps.find(
    (step) =>
      step.fields.some((each) => each.id === field) ||
      (step.photos ?? []).some((purpose) => purpose === field) ||
      (step.documents ?? []).some((document) => document.id === field) ||
      (step.checks ?? []).some((check) => check === field),
  )
}
