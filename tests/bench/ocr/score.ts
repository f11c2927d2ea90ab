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
  readonly naiveFieldsExact: number
  readonly naiveNikExact: number
  readonly exactByField: Readonly<Record<KtpField, number>>
  readonly characterErrorByField: Readonly<Record<KtpField, number>>
  readonly p50Ms: number
  readonly p95Ms: number
  readonly stageP50Ms: Readonly<Record<string, number>>
  readonly naiveP50Ms: number
}

/** One frame's outcome. */
export type Outcome = {
  readonly truth: KtpTruth
  readonly reading: KtpReading
  readonly ms: number
  readonly naive: Partial<Record<KtpField, string>>
  readonly naiveMs: number
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
  const naiveExact = (o: Outcome, field: KtpField): boolean => isExact(o.naive[field] ?? '', o.truth[field])
  const sure = (o: Outcome, field: KtpField): boolean =>
    fieldOf(o.reading, field).confidence >= SURE_CONFIDENCE
  const all = outcomes.length * KTP_FIELDS.length
  const byField = (value: (field: KtpField) => number): Record<KtpField, number> =>
    Object.fromEntries(KTP_FIELDS.map((field) => [field, value(field)])) as Record<KtpField, number>
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
    naiveFieldsExact: percent(count(naiveExact), all),
    naiveNikExact: percent(outcomes.filter((o) => naiveExact(o, 'nik')).length, outcomes.length),
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
    stageP50Ms: Object.fromEntries(
      [...stages].map((stage) => [
        stage,
        percentile(
          outcomes.flatMap((o) => (o.reading.kind === 'read' ? [o.reading.ms[stage] ?? 0] : [])),
          0.5,
        ),
      ]),
    ),
    naiveP50Ms: percentile(
      outcomes.map((o) => o.naiveMs),
      0.5,
    ),
  }
}
