import type { FormValues } from '../submission/payload.ts'
import type { StepDefinition } from './form-definition.ts'

/** An entry of a reference list as a form keeps it: `[62.71] Pemerintah Kota Palangka Raya`; a free name stands alone. */
const CHOSEN = /^\[([\w.-]{1,40})\] (.+)$/

/** A chosen entry in its stored form. */
export const formatChosen = ({ code, name }: { readonly code: string; readonly name: string }): string =>
  `[${code}] ${name}`

/** The code of a stored entry; undefined for a name that is in no list. */
export const chosenCode = (value: string): string | undefined => CHOSEN.exec(value)?.[1]

/** The name of a stored entry, or the free name. */
export const chosenName = (value: string): string => CHOSEN.exec(value)?.[2] ?? value

/**
 * The values of a step without a satuan kerja that was chosen from the list of another instansi: every unit belongs to the
 * one it was found under. A name that was typed and is in no list stays: nothing typed is lost.
 */
export function withoutForeignUnit(step: StepDefinition, before: FormValues, after: FormValues): FormValues {
  const office = step.fields.find((field) => field.type === 'instansi')
  const unit = step.fields.find((field) => field.type === 'satuan-kerja')
  if (!office || !unit) return after
  const chosen = after[unit.id]
  const isListed = typeof chosen === 'string' && chosenCode(chosen) !== undefined
  if (!isListed || chosen !== before[unit.id] || after[office.id] === before[office.id]) return after
  const { [unit.id]: _, ...values } = after
  return values
}
