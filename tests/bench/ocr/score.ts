import { editDistance } from '../../../src/shared/domain/ktp/closest.ts'
import { KTP_FIELDS, type KtpField } from '../../../src/shared/domain/ktp/fields.ts'
import {
  type FieldReading,
  type KtpReading,
  SURE_CONFIDENCE,
} from '../../../src/shared/domain/ktp/reading.ts'
import type { KtpTruth } from '../ktp/index.ts'

/** Sums over a set of frames; shares are percent. */
export type Score = {
  readonly frames: number
  readonly fieldsExact: number
  readonly nikExact: number
  readonly wholeCards: number
  /** Of all fields: those at or above SURE_CONFIDENCE that are wrong. */
  readonly confidentButWrong: number
  /** Of all fields: those at or above SURE_CONFIDENCE. */
  readonly sure: number
  readonly notRead: number
  /** Exact fields of the first SMOKE_FRAMES frames: what continuous integration compares with. */
  readonly smokeExact: number
  readonly naiveFrames: number
  readonly naiveFieldsExact: number
  readonly naiveNikExact: number
  readonly exactByField: Readonly<Record<KtpField, number>>
  readonly characterErrorByField: Readonly<Record<KtpField, number>>
  readonly p50Ms: number
  readonly p95Ms: number
  readonly stageP50Ms: Readonly<Record<string, number>>
  readonly stageP95Ms: Readonly<Record<string, number>>
  readonly naiveP50Ms: number
}

/** Frames of every cell that continuous integration reads again. */
export const SMOKE_FRAMES = 5

/** One frame's outcome. */
export type Outcome = {
  readonly truth: KtpTruth
  readonly reading: KtpReading
  readonly ms: number
  /** The naive baseline's reading; it reads only some of the frames. */
  readonly naive?: { readonly fields: Partial<Record<KtpField, string>>; readonly ms: number }
}

const NOTHING: FieldReading = { value: '', confidence: 0, alternatives: [], box: null }

const fieldOf = (reading: KtpReading, field: KtpField): FieldReading =>
  reading.kind === 'read' ? reading.fields[field] : NOTHING

/** The middle (or another share) of a list of numbers. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10

/** Exact match after case and white space, as in shared/facts.md. */
export const isExact = (value: string, truth: string): boolean => squash(value) === squash(truth)

const squash = (text: string): string => text.toUpperCase().replace(/\s+/g, ' ').trim()

/** Scores a set of outcomes. */
export const scoreOutcomes = (outcomes: readonly Outcome[]): Score => {
  const count = (test: (o: Outcome, field: KtpField) => boolean): number =>
    outcomes.reduce((sum, o) => sum + KTP_FIELDS.filter((field) => test(o, field)).length, 0)
  const exact = (o: Outcome, field: KtpField): boolean =>
    isExact(fieldOf(o.reading, field).value, o.truth[field])
  const withNaive = outcomes.filter((o) => o.naive !== undefined)
  const naiveExact = (o: Outcome, field: KtpField): boolean =>
    o.naive !== undefined && isExact(o.naive.fields[field] ?? '', o.truth[field])
  const sure = (o: Outcome, field: KtpField): boolean =>
    fieldOf(o.reading, field).confidence >= SURE_CONFIDENCE
  const all = outcomes.length * KTP_FIELDS.length
  const byField = (value: (field: KtpField) => number): Record<KtpField, number> =>
    Object.fromEntries(KTP_FIELDS.map((field) => [field, value(field)])) as Record<KtpField, number>
  const stage = (share: number): Record<string, number> =>
    Object.fromEntries(
      [...stages].map((name) => [
        name,
        percentile(
          outcomes.flatMap((o) => (o.reading.kind === 'read' ? [o.reading.ms[name] ?? 0] : [])),
          share,
        ),
      ]),
    )
  const stages = new Set(
    outcomes.flatMap((o) => (o.reading.kind === 'read' ? Object.keys(o.reading.ms) : [])),
  )
  return {
    frames: outcomes.length,
    fieldsExact: percent(count(exact), all),
    nikExact: percent(outcomes.filter((o) => exact(o, 'nik')).length, outcomes.length),
    wholeCards: percent(
      outcomes.filter((o) => KTP_FIELDS.every((field) => exact(o, field))).length,
      outcomes.length,
    ),
    confidentButWrong:
      Math.round((10000 * count((o, field) => sure(o, field) && !exact(o, field))) / Math.max(1, all)) / 100,
    sure: percent(count(sure), all),
    notRead: outcomes.filter((o) => o.reading.kind !== 'read').length,
    smokeExact: outcomes
      .slice(0, SMOKE_FRAMES)
      .reduce((sum, o) => sum + KTP_FIELDS.filter((field) => exact(o, field)).length, 0),
    naiveFrames: withNaive.length,
    naiveFieldsExact: percent(count(naiveExact), withNaive.length * KTP_FIELDS.length),
    naiveNikExact: percent(withNaive.filter((o) => naiveExact(o, 'nik')).length, withNaive.length),
    exactByField: byField((field) =>
      percent(outcomes.filter((o) => exact(o, field)).length, outcomes.length),
    ),
    characterErrorByField: byField((field) =>
      percent(
        outcomes.reduce(
          (sum, o) => sum + editDistance(squash(fieldOf(o.reading, field).value), squash(o.truth[field])),
          0,
        ),
        outcomes.reduce((sum, o) => sum + o.truth[field].length, 0),
      ),
    ),
    p50Ms: percentile(
      outcomes.map((o) => o.ms),
      0.5,
    ),
    p95Ms: percentile(
      outcomes.map((o) => o.ms),
      0.95,
    ),
    stageP50Ms: stage(0.5),
    stageP95Ms: stage(0.95),
    naiveP50Ms: percentile(
      withNaive.map((o) => o.naive?.ms ?? 0),
      0.5,
    ),
  }
}
