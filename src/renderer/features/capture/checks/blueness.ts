import { colourAt, type Pixels } from './pixels.ts'
import type { Thing } from './shape.ts'
import { CARD_LIMITS } from './thresholds.ts'

/** Whether enough of a thing is bluish, as a KTP is and paper is not. */
export function isBluish(small: Pixels, thing: Thing): boolean {
  const { overRed, minShare } = CARD_LIMITS.bluish.faint
  return shareBluer(small, thing, overRed) >= minShare
}

/** The same for a thing whose shape tells nothing: in bluish light paper is a little blue too, but has no portrait on it. */
export function isBlueAsKtp(small: Pixels, thing: Thing): boolean {
  const { clear, hardly, portrait } = CARD_LIMITS.bluish
  if (shareBluer(small, thing, clear.overRed) >= clear.minShare) return true
  const colourful = thing.pixels.filter((i) => {
    const [r, g, b] = colourAt(small.data, i)
    return Math.max(r, g, b) - Math.min(r, g, b) > portrait.colour * Math.max(r, g, b)
  })
  const share = colourful.length / thing.pixels.length
  return (
    (share >= portrait.minShare && isBluish(small, thing)) ||
    (share >= portrait.minShareHardly && shareBluer(small, thing, hardly.overRed) >= hardly.minShare)
  )
}

function shareBluer({ data }: Pixels, { pixels }: Thing, overRed: number): number {
  return pixels.filter((i) => isBluer(data, i, overRed)).length / Math.max(1, pixels.length)
}

/** Whether a pixel is bluer than red, and no green. */
export function isBluer(data: Uint8ClampedArray, index: number, overRed: number): boolean {
  const [r, g, b] = colourAt(data, index)
  return b - r > overRed * g && b > CARD_LIMITS.bluish.overGreen * g
}
