import type { FormValues } from '../submission/payload.ts'
import type {
  Condition,
  Conditions,
  DocumentRequest,
  FieldDefinition,
  FormDefinition,
  StepDefinition,
} from './form-definition.ts'

const holdsOne = (condition: Condition, values: FormValues): boolean => {
  const value = values[condition.field]
  return typeof value === 'string' && condition.oneOf.includes(value)
}

const holds = (conditions: Conditions | undefined, values: FormValues): boolean => {
  if (!conditions) return true
  return Array.isArray(conditions)
    ? conditions.every((each) => holdsOne(each, values))
    : holdsOne(conditions, values)
}

/** A step whose every field and document is for others asks this registrant for nothing. */
const asksForSomething = (step: StepDefinition, values: FormValues): boolean =>
  (step.photos ?? []).length + (step.checks ?? []).length > 0 ||
  step.fields.length + (step.documents ?? []).length === 0 ||
  visibleFields(step, values).length + visibleDocuments(step, values).length > 0

/** Steps that apply to this registrant, in order. */
export function visibleSteps(form: FormDefinition, values: FormValues): StepDefinition[] {
  return form.steps.filter((step) => holds(step.visibleWhen, values) && asksForSomething(step, values))
}

/** Fields of a step that apply to this registrant. */
export function visibleFields(step: StepDefinition, values: FormValues): FieldDefinition[] {
  return step.fields.filter((field) => holds(field.visibleWhen, values))
}

/** Options of a field that apply to this registrant. */
export function visibleOptions(field: FieldDefinition, values: FormValues): string[] {
  return (field.options ?? []).filter((option) => holds(field.optionConditions?.[option], values))
}

/** Documents of a step that this registrant must or may give. */
export function visibleDocuments(step: StepDefinition, values: FormValues): DocumentRequest[] {
  return (step.documents ?? []).filter((document) => holds(document.visibleWhen, values))
}

/** The step with this id; throws when the form has none. */
export function getStep(form: FormDefinition, id: string): StepDefinition {
  const step = form.steps.find((candidate) => candidate.id === id)
  if (!step) throw new Error(`form ${form.service} has no step ${id}`)
  return step
}
