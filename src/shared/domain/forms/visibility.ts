import type { FormValues } from '../submission/payload.ts'
import type { Condition, FieldDefinition, FormDefinition, StepDefinition } from './form-definition.ts'

const holds = (condition: Condition | undefined, values: FormValues): boolean => {
  if (!condition) return true
  const value = values[condition.field]
  return typeof value === 'string' && condition.oneOf.includes(value)
}

/** Steps that apply to this registrant, in order. */
export function visibleSteps(form: FormDefinition, values: FormValues): StepDefinition[] {
  return form.steps.filter((step) => holds(step.visibleWhen, values))
}

/** Fields of a step that apply to this registrant. */
export function visibleFields(step: StepDefinition, values: FormValues): FieldDefinition[] {
  return step.fields.filter((field) => holds(field.visibleWhen, values))
}

/** Options of a field that apply to this registrant. */
export function visibleOptions(field: FieldDefinition, values: FormValues): string[] {
  return (field.options ?? []).filter((option) => holds(field.optionConditions?.[option], values))
}

/** The step with this id; throws when the form has none. */
export function getStep(form: FormDefinition, id: string): StepDefinition {
  const step = form.steps.find((candidate) => candidate.id === id)
  if (!step) throw new Error(`form ${form.service} has no step ${id}`)
  return step
}
