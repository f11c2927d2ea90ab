import { checkField, type StepDefinition } from '#shared/domain/forms/index.ts'
import { KTP_FIELDS, type KtpField } from '#shared/domain/ktp/fields.ts'
import { SURE_CONFIDENCE } from '#shared/domain/ktp/reading.ts'
import type { FieldValue, FormValues } from '#shared/domain/submission/payload.ts'
import type { Draft, StoredReading } from './draft.ts'

const checkedFields = (values: FormValues): readonly string[] =>
  Array.isArray(values.sudahDicek) ? values.sudahDicek : []

/**
 * Fills the KTP fields with what was read. What a person already confirmed or typed stays.
 * @param step the form's ktp-confirm step
 */
export function withReading(step: StepDefinition, values: FormValues, reading: StoredReading): FormValues {
  if (reading.kind !== 'read') return values
  const kept = new Set(checkedFields(values))
  const filled: Record<string, FieldValue> = { ...values }
  for (const field of step.fields) {
    const read = reading.fields[field.id as KtpField]
    if (!read || kept.has(field.id)) continue
    delete filled[field.id]
    const checked = checkField(field, read.value, values)
    // A value that breaks its field's rule is shown as read only where free text may hold it.
    if (checked.ok && checked.value !== '') filled[field.id] = checked.value
    else if (read.value !== '' && field.type !== 'choice' && field.type !== 'date')
      filled[field.id] = read.value
  }
  return filled
}

/** KTP fields that were read without certainty and that nobody has looked at yet; the three required ones first. */
export function unsureFields(step: StepDefinition, draft: Pick<Draft, 'values' | 'reading'>): string[] {
  const { reading } = draft
  if (reading.kind !== 'read') return []
  const done = new Set(checkedFields(draft.values))
  const required = new Set(step.fields.filter((field) => field.required).map((field) => field.id))
  return KTP_FIELDS.filter((id) => {
    if (done.has(id)) return false
    const read = reading.fields[id]
    if (read.value === '') return required.has(id)
    return read.confidence < SURE_CONFIDENCE || draft.values[id] === undefined
  }).sort((a, b) => Number(required.has(b)) - Number(required.has(a)))
}

/**
 * Fields of a read card that a person changed, or typed because nothing was read: names only, for the reports.
 * @param step the form's ktp-confirm step
 */
export function correctedFields(step: StepDefinition, draft: Pick<Draft, 'values' | 'reading'>): KtpField[] {
  const { reading, values } = draft
  if (reading.kind !== 'read') return []
  const untouched = withReading(step, { ...values, sudahDicek: [] }, reading)
  const own = new Set(step.fields.map((field) => field.id))
  return KTP_FIELDS.filter(
    (id) => own.has(id) && values[id] !== undefined && values[id] !== '' && values[id] !== untouched[id],
  )
}
