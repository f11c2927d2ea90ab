import type { Mask } from './background.ts'
import { type Pixels, percentile, toLuma } from './pixels.ts'
import { largestThings, type Rectangle, type Thing, tightestRectangle } from './shape.ts'
import { CARD_LIMITS } from './thresholds.ts'

/** A thing and the rectangle around it. */
export type Lying = { readonly thing: Thing; readonly rectangle: Rectangle }

/** The largest thing of a mask; undefined where it is not worth a hint. */
export const lyingThing = (small: Pixels, mask: Mask): Lying | undefined =>
  lyingThings(small, mask, 1, CARD_LIMITS.minAreaShare)[0]

/** The largest things of a mask, so many at the most, that cover this share of the frame. */
export function lyingThings(
  { width, height }: Pixels,
  mask: Mask,
  most: number,
  leastShare: number,
): readonly Lying[] {
  return largestThings(mask, most).flatMap((thing) => {
    if (thing.filledArea < leastShare * width * height) return []
    const rectangle = tightestRectangle(thing.outline)
    return rectangle ? [{ thing, rectangle }] : []
  })
}

export const isWorthAHint = ({ width, height }: Pixels, area: number): boolean =>
  area >= CARD_LIMITS.minAreaShare * width * height

export const reachesOut = ({ width, height }: Pixels, { edge }: Thing): boolean =>
  edge.length > CARD_LIMITS.maxEdgeContact * 2 * (width + height)

/** So large that it is the desk itself. */
export const isEverywhere = ({ width, height }: Pixels, { filledArea }: Thing): boolean =>
  filledArea > CARD_LIMITS.maxAreaShare * width * height

/** So much darker than what lies around it that it is no KTP: a phone. */
export function isDarkThing(small: Pixels, { pixels }: Thing): boolean {
  const { data } = toLuma(small)
  const own = percentile(
    Float32Array.from(pixels, (i) => data[i] ?? 0),
    0.5,
  )
  return percentile(data, 0.9) > CARD_LIMITS.cut.darker * own
}
