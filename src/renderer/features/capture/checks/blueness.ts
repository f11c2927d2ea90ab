import { colourAt, type Pixels } from './pixels.ts'
import { middle, type Thing } from './shape.ts'
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

/** Every so manieth pixel tells the colour of a thing. */
const STEP = 7

/** Whether a thing may be a KTP by its colour, whatever the lamp: pale, never golden, green, red or purple as other cards are. */
export function isPaleAsKtp({ data }: Pixels, { pixels }: Thing): boolean {
  const { overBlue, offGreen } = CARD_LIMITS.pale
  const tints = Array.from(
    pixels.filter((_, n) => n % STEP === 0),
    (i) => {
      const [r, g, b] = colourAt(data, i)
      const sum = Math.max(1, r + g + b)
      return { overBlue: (r - b) / sum, green: (2 * g - r - b) / sum }
    },
  )
  return (
    middle(tints.map((tint) => tint.overBlue)) <= overBlue &&
    Math.abs(middle(tints.map((tint) => tint.green))) <= offGreen
  )
}

function shareBluer({ data }: Pixels, { pixels }: Thing, overRed: number): number {
  let count = 0
  for (const i of pixels) if (isBluer(data, i, overRed)) count += 1
  return count / Math.max(1, pixels.length)
}

/** Whether a pixel is bluer than red, and no green. */
export function isBluer(data: Uint8ClampedArray, index: number, overRed: number): boolean {
  const [r, g, b] = colourAt(data, index)
  return b - r > overRed * g && b > CARD_LIMITS.bluish.overGreen * g
}
