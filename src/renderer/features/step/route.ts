import { RAIL, type RailStation, type ScreenKind, type StepDefinition } from '#shared/domain/forms/index.ts'
import type { RailState } from '../../ui/index.ts'

/** The step before `current` among those that apply to this registrant; undefined at the first. */
export function previousStep(steps: readonly string[], current: string): string | undefined {
  const index = steps.indexOf(current)
  return index > 0 ? steps[index - 1] : undefined
}

/**
 * The progress rail. A station carries its tick when its last step lies before the furthest step
 * reached: going back to correct something does not take ticks away.
 */
export function railState(
  definitions: readonly StepDefinition[],
  steps: readonly string[],
  current: string,
  furthest: string,
): RailState {
  const stationOf = (id: string): RailStation | undefined =>
    definitions.find((definition) => definition.id === id)?.rail
  const reached = steps.indexOf(furthest)
  const own = (station: RailStation) => steps.filter((id) => stationOf(id) === station)
  const stations = RAIL.filter((station) => own(station).length > 0)
  const done = stations.filter((station) => own(station).every((id) => steps.indexOf(id) < reached))
  return { stations, current: stationOf(current) ?? 'data', done }
}

/** Steps that only make sense together with the one before: they follow it also after "Ubah". */
const FOLLOW_UPS: readonly ScreenKind[] = ['checklist', 'ktp-confirm', 'nik-confirm', 'codes']

/** After a correction from the review: whether the next step can be passed over, straight back to the review. */
export const mayReturnToReview = (next: ScreenKind): boolean => !FOLLOW_UPS.includes(next)
