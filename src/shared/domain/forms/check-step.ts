import type { FieldIssue } from '../errors.ts'
import type { FieldValue, FormValues } from '../submission/payload.ts'
import { checkField } from './check-field.ts'
import type { FieldDefinition, FormDefinition, StepDefinition } from './form-definition.ts'
import { visibleFields, visibleSteps } from './visibility.ts'

/** The outcome of checking values: `values` in stored form, and what is wrong. */
export type CheckedValues = { readonly values: FormValues; readonly issues: readonly FieldIssue[] }

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)

/** Message for a missing value: the screens' own words where interface.md gives them. */
const MISSING: Readonly<Record<string, string>> = {
  pemohon: 'who.none',
  dibawa: 'req.missing',
  setujuData: 'consent.missing',
  setujuTandaTangan: 'consent.missing',
  sudahDitinjau: 'review.tick',
}

const missingCode = (field: FieldDefinition): string =>
  MISSING[field.id] ?? (field.type === 'tick' ? 'field.tick' : 'field.required')

/** Values sent for fields that the step does not have, or that are hidden from this registrant. */
function strangers(step: StepDefinition, sent: FormValues, all: FormValues): FieldIssue[] {
  const shown = new Set(visibleFields(step, all).map((field) => field.id))
  return Object.keys(sent)
    .filter((id) => !shown.has(id))
    .map((field) => ({ field, code: 'field.hidden' }))
}

/** Whether a date lies before the one it must follow; both in stored form (ISO 8601), so their order is that of the text. */
function precedes(field: FieldDefinition, value: FieldValue, stored: FormValues): boolean {
  const start = field.notBefore === undefined ? undefined : stored[field.notBefore]
  return typeof value === 'string' && typeof start === 'string' && value < start
}

/**
 * Checks a whole step as it is left: required fields, every rule, nothing hidden.
 * @param before values of the other steps, for conditions
 * @param sent values of this step's fields
 */
export function checkStep(step: StepDefinition, before: FormValues, sent: FormValues): CheckedValues {
  const all: FormValues = { ...before, ...sent }
  const issues = strangers(step, sent, all)
  const values: Record<string, FieldValue> = {}
  for (const field of visibleFields(step, all)) {
    const value = sent[field.id]
    const missing = { field: field.id, code: missingCode(field) }
    if (isEmpty(value) || value === undefined) {
      if (field.required) issues.push(missing)
      continue
    }
    const checked = checkField(field, value, all)
    if (!checked.ok) issues.push({ field: field.id, ...checked.error })
    else if (precedes(field, checked.value, { ...before, ...values }))
      issues.push({ field: field.id, code: 'date.beforeStart' })
    else if (!isEmpty(checked.value)) values[field.id] = checked.value
    // Nothing but spaces is nothing.
    else if (field.required) issues.push(missing)
  }
  return { values, issues }
}

/**
 * Checks values that are only put aside while somebody is still typing: nothing is required and
 * unfinished text is kept as typed, but foreign and hidden fields are refused.
 */
export function checkDraftValues(step: StepDefinition, before: FormValues, sent: FormValues): CheckedValues {
  const issues = strangers(step, sent, { ...before, ...sent })
  const values = Object.fromEntries(Object.entries(sent).filter(([, value]) => !isEmpty(value)))
  return { values, issues }
}

/** Checks every visible step of a form: the gate before submission. */
export function checkForm(form: FormDefinition, values: FormValues): CheckedValues {
  const checked: Record<string, FieldValue> = {}
  const issues: FieldIssue[] = []
  for (const step of visibleSteps(form, values)) {
    const own = Object.fromEntries(
      visibleFields(step, values).flatMap((field) => {
        const value = values[field.id]
        return value === undefined ? [] : [[field.id, value] as const]
      }),
    )
    const result = checkStep(step, values, own)
    Object.assign(checked, result.values)
    issues.push(...result.issues)
  }
  return { values: checked, issues }
}
