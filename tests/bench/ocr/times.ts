import type { Outcome } from './score.ts'

/** How long readings took, milliseconds; taken on a machine that does nothing else. */
export type Times = {
  readonly frames: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly stages: Readonly<Record<string, { readonly p50Ms: number; readonly p95Ms: number }>>
}

/** The middle (or another share) of a list of numbers. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

/** Sums the times of some readings up. */
export const sumTimes = (outcomes: readonly Outcome[]): Times => {
  const readings = outcomes.flatMap(({ reading }) => (reading.kind === 'read' ? [reading.ms] : []))
  const names = [...new Set(readings.flatMap((ms) => Object.keys(ms)))]
  const both = (values: readonly number[]) => ({
    p50Ms: percentile(values, 0.5),
    p95Ms: percentile(values, 0.95),
  })
  return {
    frames: outcomes.length,
    ...both(outcomes.map((outcome) => outcome.ms)),
    stages: Object.fromEntries(names.map((name) => [name, both(readings.map((ms) => ms[name] ?? 0))])),
  }
}
