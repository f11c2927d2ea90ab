import type { Luma } from './pixels.ts'
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
  let [printed, squares] = [0, 0]
  for (let top = 0; top + side <= patch.height; top += side) {
    for (let left = 0; left + side <= patch.width; left += side) {
      squares += 1
      if (spreadIn(patch, left, top, side) > enough) printed += 1
    }
  }
  return printed / Math.max(1, squares)
}

/** From the darkest to the brightest place of a square; four pixels together, because noise is in single ones. */
function spreadIn({ data, width }: Luma, left: number, top: number, side: number): number {
  let [darkest, brightest] = [255, 0]
  for (let y = top; y < top + side - 1; y += 2) {
    for (let i = y * width + left; i < y * width + left + side - 1; i += 2) {
      const below = i + width
      const value = ((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[below] ?? 0) + (data[below + 1] ?? 0)) / 4
      if (value < darkest) darkest = value
      if (value > brightest) brightest = value
    }
  }
  return brightest - darkest
}
