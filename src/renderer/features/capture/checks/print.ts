import type { Luma } from './pixels.ts'
import { depthIn, type Rectangle } from './shape.ts'
import { contrastRange } from './sharpness.ts'
import { CARD_LIMITS } from './thresholds.ts'

/**
 * Share of a card's middle that is printed on, 0..1: of squares about as high as its letters, those with light and dark in them.
 * A KTP is full of lines; a bank card has a number and a name.
 * @param longSide of the card, in pixels of `patch`
 */
export function printedShare(patch: Luma, longSide: number): number {
  const { perCard, ofRange, least } = CARD_LIMITS.print
  const side = Math.max(2, Math.round(longSide / perCard))
  const enough = Math.max(least, ofRange * contrastRange(patch))
  // Four pixels together: noise is in single ones.
  return shareOfSquares(patch, side, (left, top) => spreadIn(patch, left, top, side, 2) > enough)
}

/** The same of what lies inside a rectangle of the small frame, where letters are a pixel or two high. */
export function printedInside(small: Luma, rectangle: Rectangle): number {
  const { side, rim, least } = CARD_LIMITS.print.small
  const depth = depthIn(rectangle)
  const inside = (left: number, top: number) => depth(left + side / 2, top + side / 2) > rim
  return shareOfSquares(small, side, (left, top) =>
    inside(left, top) ? spreadIn(small, left, top, side, 1) > least : undefined,
  )
}

/** Share of the squares that are told true, of those that are told anything. */
function shareOfSquares(
  { width, height }: Luma,
  side: number,
  tell: (left: number, top: number) => boolean | undefined,
): number {
  let [told, yes] = [0, 0]
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      const answer = tell(left, top)
      if (answer === undefined) continue
      told += 1
      if (answer) yes += 1
    }
  }
  return yes / Math.max(1, told)
}

/** From the darkest to the brightest place of a square; `block`: pixels across that are one place. */
function spreadIn(luma: Luma, left: number, top: number, side: number, block: number): number {
  let [darkest, brightest] = [255, 0]
  for (let y = top; y + block <= top + side; y += block) {
    for (let x = left; x + block <= left + side; x += block) {
      const value = meanOf(luma, x, y, block)
      if (value < darkest) darkest = value
      if (value > brightest) brightest = value
    }
  }
  return brightest - darkest
}

function meanOf({ data, width }: Luma, left: number, top: number, block: number): number {
  let sum = 0
  for (let y = top; y < top + block; y += 1)
    for (let i = y * width + left; i < y * width + left + block; i += 1) sum += data[i] ?? 0
  return sum / (block * block)
}
