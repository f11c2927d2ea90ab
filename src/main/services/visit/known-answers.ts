import {
  checkField,
  type FormDefinition,
  type StepDefinition,
  visibleFields,
  visibleSteps,
} from '#shared/domain/forms/index.ts'
import { ok } from '#shared/domain/result.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import { type Answer, formError } from './desk.ts'

/**
 * Answers that are known before the first step (the three questions that choose a service). Only choices of the form
 * count: everything else is typed, ticked or photographed in the visit itself.
 */
export function knownAnswers(
  form: FormDefinition,
  answers: Readonly<Record<string, string>>,
): Answer<FormValues> {
  const choices = form.steps.flatMap((step) => step.fields).filter((field) => field.type === 'choice')
  for (const [id, value] of Object.entries(answers)) {
    const field = choices.find((each) => each.id === id && each.setBy === undefined)
    if (!field || !checkField(field, value, answers).ok)
      return formError([{ field: id, code: 'field.choose' }])
  }
  return ok({ ...answers })
}

/** The first step that still asks something. */
export function firstOpenStep(form: FormDefinition, known: FormValues): StepDefinition {
  const steps = visibleSteps(form, known)
  const isAnswered = (step: StepDefinition) =>
    step.screen === 'choice' && visibleFields(step, known).every((field) => known[field.id] !== undefined)
  const first = steps.find((step) => !isAnswered(step)) ?? steps[0]
  if (!first) throw new Error(`form ${form.service} shows no step`)
  return first
}
