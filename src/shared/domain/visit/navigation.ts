import type { FormDefinition, StepDefinition } from '../forms/index.ts'
import { visibleSteps } from '../forms/index.ts'
import type { FormValues } from '../submission/payload.ts'

const positionOf = (form: FormDefinition, id: string): number =>
  form.steps.findIndex((step) => step.id === id)

/**
 * The step after `current` for this registrant; the last one when there is none after it. `current` itself may have
 * stopped to apply (a changed answer hides it): positions are those of the whole form.
 */
export function stepAfter(form: FormDefinition, values: FormValues, current: string): StepDefinition {
  const steps = visibleSteps(form, values)
  const position = positionOf(form, current)
  const next = steps.find((step) => positionOf(form, step.id) > position) ?? steps.at(-1)
  if (!next) throw new Error(`form ${form.service} shows no step`)
  return next
}

/** Whether a registrant who has reached `furthest` may go to `target`: back always, forward never past it. */
export function mayGoTo(form: FormDefinition, values: FormValues, furthest: string, target: string): boolean {
  const shown = visibleSteps(form, values).some((step) => step.id === target)
  return shown && positionOf(form, target) <= positionOf(form, furthest)
}

/** The later of two steps in the form's order. */
export function laterStep(form: FormDefinition, a: string, b: string): string {
  return positionOf(form, a) >= positionOf(form, b) ? a : b
}
