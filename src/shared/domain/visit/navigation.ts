import type { FormDefinition, StepDefinition } from '../forms/index.ts'
import { visibleSteps } from '../forms/index.ts'
import type { FormValues } from '../submission/payload.ts'

/** The step after `current` for this registrant; `current` itself when it is the last. */
export function stepAfter(form: FormDefinition, values: FormValues, current: string): StepDefinition {
  const steps = visibleSteps(form, values)
  const index = steps.findIndex((step) => step.id === current)
  const next = steps[Math.min(index + 1, steps.length - 1)]
  if (!next) throw new Error(`form ${form.service} shows no step`)
  return next
}

/** Whether a registrant who has reached `furthest` may go to `target`: back always, forward never past it. */
export function mayGoTo(form: FormDefinition, values: FormValues, furthest: string, target: string): boolean {
  const ids = visibleSteps(form, values).map((step) => step.id)
  const targetIndex = ids.indexOf(target)
  return targetIndex >= 0 && targetIndex <= ids.indexOf(furthest)
}

/** The later of two steps in the form's order. */
export function laterStep(form: FormDefinition, a: string, b: string): string {
  const ids = form.steps.map((step) => step.id)
  return ids.indexOf(a) >= ids.indexOf(b) ? a : b
}
