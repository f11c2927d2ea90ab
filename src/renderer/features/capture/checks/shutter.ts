import { CAPTURE_TIMES } from './thresholds.ts'

/** What the live view remembers between two looks. Times are milliseconds of one monotonic clock. */
export type ShutterState<V extends string> = {
  /** The hint on the screen, and since when. */
  readonly shown: V
  readonly shownSince: number
  /** When a look last said what is shown. */
  readonly saidAt: number
  /** What the last looks said, and how many in a row. */
  readonly last: V
  readonly inARow: number
  /** Since when the picture has been good without a break; null when it is not. */
  readonly goodSince: number | null
  /** Since when no card has been seen; null while one is. */
  readonly missingSince: number | null
}

/** The state before the first look. */
export function beforeFirstLook<V extends string>(shown: V, now: number): ShutterState<V> {
  return { shown, shownSince: now, saidAt: now, last: shown, inARow: 0, goodSince: null, missingSince: now }
}

/**
 * Takes in one look. The hint changes slowly enough to be read and never on one odd frame; the clock of the automatic
 * shutter follows the looks themselves.
 */
export function afterLook<V extends string>(
  state: ShutterState<V>,
  verdict: V,
  now: number,
): ShutterState<V> {
  const good = verdict === 'good'
  const inARow = verdict === state.last ? state.inARow + 1 : 1
  const readLongEnough = now - state.shownSince >= CAPTURE_TIMES.hintAtLeast || good || state.shown === 'good'
  const agreed = inARow >= CAPTURE_TIMES.looksToChange || now - state.saidAt >= CAPTURE_TIMES.hintUnsaid
  const changes = verdict !== state.shown && agreed && readLongEnough
  return {
    last: verdict,
    inARow,
    shown: changes ? verdict : state.shown,
    shownSince: changes ? now : state.shownSince,
    saidAt: changes || verdict === state.shown ? now : state.saidAt,
    goodSince: good ? (state.goodSince ?? now) : null,
    missingSince: verdict === 'none' ? (state.missingSince ?? now) : null,
  }
}

/** Good for long enough, and said for long enough that nobody is taken unawares where looks are slow: take the picture. */
export const shutterDue = (state: ShutterState<string>, now: number): boolean =>
  state.goodSince !== null &&
  now - state.goodSince >= CAPTURE_TIMES.goodFor &&
  state.shown === 'good' &&
  now - state.shownSince >= CAPTURE_TIMES.goodSaidFor

/** Nothing found for so long that the other ways must be named. */
export const missingTooLong = (state: ShutterState<string>, now: number): boolean =>
  state.missingSince !== null && now - state.missingSince >= CAPTURE_TIMES.notFoundAfter
