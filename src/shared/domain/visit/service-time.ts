import { z } from 'zod'
import type { FormDefinition } from '../forms/index.ts'
import type { StepTiming } from '../submission/payload.ts'

/** How long one step took at the desk beside the SOP's standard time; nothing about a person (LPSE standard 5). */
export const StepTime = z.object({
  step: z.string(),
  seconds: z.number().nonnegative(),
  /** The SOP's standard time (mutu baku waktu), minutes; null where it names none. */
  standardMinutes: z.number().positive().nullable(),
})
export type StepTime = z.infer<typeof StepTime>

/** The times of a visit by step, in the form's order; a step that was entered more than once is added up. */
export function stepTimes(form: FormDefinition, timings: readonly StepTiming[]): StepTime[] {
  return form.steps.flatMap(({ id, standardMinutes }) => {
    const own = timings.filter((timing) => timing.step === id)
    if (own.length === 0) return []
    const seconds = own.reduce((sum, timing) => sum + timing.seconds, 0)
    return [{ step: id, seconds, standardMinutes: standardMinutes > 0 ? standardMinutes : null }]
  })
}

/** A whole visit: everything, and the part for which the SOPs name a time. Minutes, not rounded. */
export type VisitTime = { readonly all: number; readonly timed: number; readonly standard: number }

/** Adds the steps of a visit up. */
export function visitTime(times: readonly StepTime[]): VisitTime {
  const minutes = (steps: readonly StepTime[]) => steps.reduce((sum, { seconds }) => sum + seconds, 0) / 60
  const timed = times.filter(({ standardMinutes }) => standardMinutes !== null)
  return {
    all: minutes(times),
    timed: minutes(timed),
    standard: timed.reduce((sum, { standardMinutes }) => sum + (standardMinutes ?? 0), 0),
  }
}
