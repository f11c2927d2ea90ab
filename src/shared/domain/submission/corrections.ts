import { z } from 'zod'
import type { Conditions, FieldDefinition, FormDefinition, StepDefinition } from '../forms/form-definition.ts'
import { PhotoPurpose } from '../forms/form-definition.ts'
import type { CheckId } from './payload.ts'
import type { AttentionReason } from './retry-policy.ts'
import type { SubmissionState } from './states.ts'

/** What a correction asks for again, and of which submission it is one. */
export const Correction = z.object({
  /** Id and number of the submission that is corrected. */
  of: z.uuid(),
  reference: z.string(),
  /** Field ids and pictures that were named; both empty: nothing was named, everything may be changed. */
  fields: z.array(z.string()),
  photos: z.array(PhotoPurpose),
  /** Required fields and documents that were never given, and that another answer to a named field may make necessary. */
  following: z.array(z.string()).default([]),
  /** The consents are asked anew because their text is another one than the registrant agreed to. */
  consent: z.boolean(),
})
export type Correction = z.infer<typeof Correction>

/** What the central named: field ids and purposes of pictures, in its own words. */
export type NamedParts = { readonly fields: readonly string[]; readonly photos: readonly string[] }

/** The field that an online check is about: a changed contact has to prove itself again. */
export const CHECKED_FIELD = {
  'email-registered': 'email',
  'username-free': 'username',
  'phone-code': 'hp',
  'email-code': 'email',
  nib: 'nib',
  accesses: 'peran',
} as const satisfies Record<CheckId, string>

/** The kiosk takes one frame and cuts the card out of it: whoever means the card means the frame. */
export const takenAs = (purpose: PhotoPurpose): PhotoPurpose => (purpose === 'ktp' ? 'ktp-frame' : purpose)

const isPurpose = (name: string): name is PhotoPurpose => PhotoPurpose.safeParse(name).success

/** The named parts that this form can ask for; names it does not know are left out. */
export function knownParts(
  form: FormDefinition,
  named: NamedParts,
): { fields: string[]; photos: PhotoPurpose[] } {
  // A document is named like a field: by the id under which it is asked for.
  const fields = new Set(
    form.steps.flatMap((step) => [...step.fields, ...(step.documents ?? [])].map(({ id }) => id)),
  )
  const photos = new Set(form.steps.flatMap((step) => step.photos ?? []))
  return {
    fields: [...new Set(named.fields)].filter((id) => fields.has(id)),
    photos: [...new Set(named.photos.filter(isPurpose).map(takenAs))].filter((purpose) =>
      photos.has(purpose),
    ),
  }
}

const fieldsIn = (conditions: Conditions | undefined): string[] =>
  [conditions ?? []].flat().map((condition) => condition.field)

/**
 * What may have to be given for the first time when the answers to these fields change: fields and documents that depend on
 * them, and what depends on those.
 * @param given ids of the fields that have a value, and of the documents that are there
 */
export function followingParts(
  form: FormDefinition,
  named: readonly string[],
  given: { readonly fields: readonly string[]; readonly documents: readonly string[] },
): string[] {
  const following = new Set<string>()
  const mayChange = (id: string): boolean => named.includes(id) || following.has(id)
  let before: number
  do {
    before = following.size
    for (const step of form.steps) {
      const stepDepends = fieldsIn(step.visibleWhen).some(mayChange)
      for (const field of step.fields) {
        const isAnswer = field.setBy !== undefined && mayChange(CHECKED_FIELD[field.setBy])
        if (isAnswer || stepDepends || fieldsIn(field.visibleWhen).some(mayChange)) following.add(field.id)
      }
      for (const { id, visibleWhen } of step.documents ?? [])
        if (stepDepends || fieldsIn(visibleWhen).some(mayChange)) following.add(id)
    }
  } while (following.size > before)
  // What may be left out is not asked for a second time either.
  const missing = ({ id, required }: { id: string; required: boolean }, there: readonly string[]): boolean =>
    required && following.has(id) && !there.includes(id)
  return form.steps.flatMap((step) =>
    [
      ...step.fields.filter((field) => missing(field, given.fields)),
      ...(step.documents ?? []).filter((document) => missing(document, given.documents)),
    ].map(({ id }) => id),
  )
}

/**
 * The form of a correction: of every step what was named, and what every visit needs: the registrant confirms the NIK
 * (003#2-3) and reviews the whole (003#15). Nothing named: the whole form, without what is bookkeeping of a first visit.
 */
export function correctionForm(form: FormDefinition, correction: Correction): FormDefinition {
  const { fields, photos, consent } = correction
  const open = fields.length === 0 && photos.length === 0
  const steps = form.steps.flatMap((step): StepDefinition[] => {
    if (step.screen === 'consent') return consent ? [step] : []
    if (step.screen === 'nik-confirm' || step.screen === 'review') return [step]
    if (step.screen === 'checklist') return []
    return open ? [step] : partOf(step, correction)
  })
  return { ...form, steps }
}

function partOf(step: StepDefinition, { fields, photos, following }: Correction): StepDefinition[] {
  const ownPhotos = (step.photos ?? []).filter((purpose) => photos.includes(purpose))
  const named = step.fields.filter((field) => fields.includes(field.id))
  const checks = (step.checks ?? []).filter((check) => fields.includes(CHECKED_FIELD[check]))
  const isAsked = ({ id }: { id: string }): boolean => fields.includes(id) || following.includes(id)
  const documents = (step.documents ?? []).filter(isAsked)
  const isNamed = ownPhotos.length + named.length + checks.length > 0
  const follows = step.fields.filter((field) => following.includes(field.id))
  if (!isNamed && documents.length + follows.length === 0) return []
  const kept = (field: FieldDefinition): boolean => {
    if (isAsked(field)) return true
    // A step that is there for what may follow alone must be empty, and so not be seen, while nothing does.
    if (!isNamed && !documents.some(({ id }) => fields.includes(id))) return false
    if (field.setBy !== undefined) return checks.includes(field.setBy)
    return field.goesWith === undefined ? isBookkeeping(field) : fields.includes(field.goesWith)
  }
  return [
    {
      ...step,
      fields: step.fields.filter(kept),
      ...(step.photos ? { photos: ownPhotos } : {}),
      ...(step.documents ? { documents } : {}),
      ...(step.checks ? { checks } : {}),
    },
  ]
}

/** Ticks and lists that a step keeps about itself: they come with whatever the step asks for. */
const isBookkeeping = (field: FieldDefinition): boolean => field.type === 'tick' || field.type === 'list'

/**
 * Whether a correction can mend a submission: it was rejected, or the central did not take its contents (422) or its
 * size (413), or its packet is gone from this disk while the working copy is there (not when a stick may carry it). Whatever else needs attention is not about what the registrant gave.
 * @param reason why it needs attention, if it does
 * @param exported whether it was put on a stick
 */
export function isMendable(state: SubmissionState, reason: string | null, exported: boolean): boolean {
  if (state === 'ditolak') return true
  const mended: readonly string[] = ['content', 'too-large'] satisfies AttentionReason[]
  if (state === 'perlu-tindakan' && reason === ('packet' satisfies AttentionReason)) return !exported
  return state === 'perlu-tindakan' && reason !== null && mended.includes(reason)
}
