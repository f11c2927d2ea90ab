import type { VisitSnapshot } from '#shared/contract/views.ts'
import type { FormDefinition } from '#shared/domain/forms/index.ts'

/** Kinds of data of a registrant, in the order in which they are given. */
export const STORED = ['consents', 'ktp-photo', 'ktp', 'job', 'contact', 'face'] as const
export type Stored = (typeof STORED)[number]

const KIND_OF_SCREEN = {
  consent: 'consents',
  'ktp-confirm': 'ktp',
  fields: 'job',
  contact: 'contact',
} as const satisfies Partial<Record<FormDefinition['steps'][number]['screen'], Stored>>

/** Which kinds of data a visit holds just now; a proposal that nobody has confirmed counts as held. */
export function storedOf(form: FormDefinition, visit: VisitSnapshot): readonly Stored[] {
  const held = new Set<Stored>()
  for (const step of form.steps) {
    const kind = KIND_OF_SCREEN[step.screen as keyof typeof KIND_OF_SCREEN]
    const filled = step.fields.some(({ id }) => visit.values[id] !== undefined && visit.values[id] !== false)
    if (kind && filled) held.add(kind)
  }
  if (visit.photos['ktp-frame'] ?? visit.photos.ktp) held.add('ktp-photo')
  if (visit.photos.swafoto) held.add('face')
  return STORED.filter((kind) => held.has(kind))
}
