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
  /** Most resident memory of the reading process, MB. */
  readonly memoryMb: number
  /** Exact fields of the first SMOKE_FRAMES frames: what continuous integration compares with. */
  readonly smokeExact: number
  readonly naiveFrames: number
  readonly naiveFieldsExact: number
  readonly naiveNikExact: number
  readonly exactByField: Readonly<Record<KtpField, number>>
  readonly characterErrorByField: Readonly<Record<KtpField, number>>
  /** Of all fields: those that are wrong, by how. */
  readonly mistakes: Readonly<Record<Mistake, number>>
  /** How many fields had a confidence of each band, and how many of them were right. */
  readonly bands: readonly Band[]
}

/** Fields whose confidence was at least `from` and below the band above. */
export type Band = { readonly from: number; readonly fields: number; readonly right: number }

const BANDS = [SURE_CONFIDENCE, 0.9, 0.8, 0.6, 0.3, 0]

/** How a value can be wrong. */
export const MISTAKES = ['nothing read', 'a space or sign', 'one letter or digit', 'more than that'] as const
export type Mistake = (typeof MISTAKES)[number]

/** Frames of every cell that continuous integration reads again. */
export const SMOKE_FRAMES = 5

/** One frame's outcome. */
export type Outcome = {
  readonly truth: KtpTruth
  readonly reading: KtpReading
  /** How long the reading took, milliseconds. */
  readonly ms: number
  /** Most resident memory of the reading process meanwhile, MB. */
  readonly memoryMb: number
  /** The naive baseline's reading; it reads only some of the frames. */
  readonly naive?: Partial<Record<KtpField, string>>
}

const NOTHING: FieldReading = { value: '', confidence: 0, alternatives: [], box: null }

const fieldOf = (reading: KtpReading, field: KtpField): FieldReading =>
  reading.kind === 'read' ? reading.fields[field] : NOTHING

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10

/** Exact match after case and white space, as in shared/facts.md. */
export const isExact = (value: string, truth: string): boolean => squash(value) === squash(truth)

const squash = (text: string): string => text.toUpperCase().replace(/\s+/g, ' ').trim()

const withoutSigns = (text: string): string => squash(text).replace(/[^A-Z0-9]/g, '')

/** How a value is wrong; undefined when it is exact. */
export const mistakeOf = (value: string, truth: string): Mistake | undefined => {
  if (isExact(value, truth)) return undefined
  if (squash(value) === '') return 'nothing read'
  if (withoutSigns(value) === withoutSigns(truth)) return 'a space or sign'
  return editDistance(squash(value), squash(truth)) === 1 ? 'one letter or digit' : 'more than that'
}

/** Scores a set of outcomes. */
export const scoreOutcomes = (outcomes: readonly Outcome[]): Score => {
  const count = (test: (o: Outcome, field: KtpField) => boolean): number =>
    outcomes.reduce((sum, o) => sum + KTP_FIELDS.filter((field) => test(o, field)).length, 0)
  const exact = (o: Outcome, field: KtpField): boolean =>
    isExact(fieldOf(o.reading, field).value, o.truth[field])
  const withNaive = outcomes.filter((o) => o.naive !== undefined)
  const naiveExact = (o: Outcome, field: KtpField): boolean =>
    o.naive !== undefined && isExact(o.naive[field] ?? '', o.truth[field])
  const sure = (o: Outcome, field: KtpField): boolean =>
    fieldOf(o.reading, field).confidence >= SURE_CONFIDENCE
  const all = outcomes.length * KTP_FIELDS.length
  const byField = (value: (field: KtpField) => number): Record<KtpField, number> =>
    Object.fromEntries(KTP_FIELDS.map((field) => [field, value(field)])) as Record<KtpField, number>
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
    memoryMb: Math.max(0, ...outcomes.map((o) => o.memoryMb)),
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
    mistakes: Object.fromEntries(
      MISTAKES.map((mistake) => [
        mistake,
        percent(
          count((o, field) => mistakeOf(fieldOf(o.reading, field).value, o.truth[field]) === mistake),
          all,
        ),
      ]),
    ) as Record<Mistake, number>,
    bands: BANDS.map((from, i): Band => {
      const below = BANDS[i - 1] ?? Number.POSITIVE_INFINITY
      const within = (o: Outcome, field: KtpField): boolean => {
        const { confidence } = fieldOf(o.reading, field)
        return confidence >= from && confidence < below
      }
      return {
        from,
        fields: count(within),
        right: count((o, field) => within(o, field) && exact(o, field)),
      }
    }),
  }
}
