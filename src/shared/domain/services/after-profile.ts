import {
  checkField,
  type FormDefinition,
  type ScreenKind,
  visibleFields,
  visibleSteps,
} from '../forms/index.ts'
import type { FormValues } from '../submission/payload.ts'
import { type Chosen, serviceFor } from './choosing.ts'

/** Screens whose fields say who somebody is and how to reach them; the rest belongs to the visit that asked. */
const ABOUT_THE_PERSON: readonly ScreenKind[] = ['ktp-confirm', 'fields', 'contact']

/** The request for access that follows a verified profile (the third stage of 004), with what is known before it. */
export const accessAfterProfile = (values: FormValues): Chosen =>
  serviceFor(values.pemohon === 'penyedia' ? 'usaha' : 'pemerintah', 'akses')

/**
 * What a new visit of this form may take over of the same person's earlier answers.
 * @param known what is known of the new visit already: it says which steps it has
 */
export function aboutThePerson(form: FormDefinition, known: FormValues, earlier: FormValues): FormValues {
  const fields = visibleSteps(form, known)
    .filter((step) => ABOUT_THE_PERSON.includes(step.screen))
    .flatMap((step) => visibleFields(step, known))
    // What the central answered, what a petugas let pass, and what was ticked, holds for one visit.
    .filter(({ setBy, byPetugas }) => setBy === undefined && byPetugas === undefined)
    .filter(({ type }) => !['tick', 'ticks', 'list'].includes(type))
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = earlier[field.id]
      return value !== undefined && checkField(field, value, earlier).ok ? [[field.id, value]] : []
    }),
  )
}
