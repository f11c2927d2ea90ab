import { type CardVerdict, judgeCard, judgeEmptyFrame, patchOf } from './card-check.ts'
import { type Area, type Size, wholeOf } from './face-crop.ts'
import { type Pixels, percentile, shareAtLeast, toLuma } from './pixels.ts'
import { printedShare } from './print.ts'
import { type Rectangle, valuesInside } from './shape.ts'
import { type Steepness, steepestBesideNoise, steepnessByDirection } from './sharpness.ts'
import { sightCard } from './sight-card.ts'
import { CARD_LIMITS } from './thresholds.ts'

/** What the page learns beside the verdict; null while there is no card. */
export type CardFound = {
  /** Pixels along its long side. */
  readonly longSide: number
  /** Median brightness of it, 0..255. */
  readonly brightness: number
  readonly sharpness: Steepness
} | null

/** Draws a part of the frame at a size and answers its pixels; outside the frame it is black. */
export type Draw = (part: Area, width: number, height: number) => Pixels

/** Wide enough to see a card's sides, small enough for eight looks a second on a slow machine. */
const SMALL_WIDTH = 320
/** For reflections: a spot on one line of print still covers some pixels. */
const GLARE_WIDTH = 480

/** One look at a frame, given by its size and a way to draw it: what to say about the card, and what was found. */
export function lookAtCard(frame: Size, draw: Draw): { verdict: CardVerdict; found: CardFound } {
  const small = draw(wholeOf(frame), SMALL_WIDTH, Math.round((SMALL_WIDTH * frame.height) / frame.width))
  const seen = sightCard(small)
  if (seen.kind === 'none') return { verdict: judgeEmptyFrame(toLuma(small)), found: null }
  if (seen.kind === 'cut') return { verdict: 'cut', found: null }
  if (!seen.rectangle) return { verdict: 'finger', found: null }
  const scale = frame.width / SMALL_WIDTH
  const longSide = Math.round(seen.rectangle.longSide * scale)
  const area = patchOf(seen.rectangle, scale)
  const patch = toLuma(draw(area, area.width, area.height))
  const sharpness = steepnessByDirection(patch, steepestBesideNoise)
  if (seen.kind === 'finger') {
    // A red desk shows through the edge of a smeared card.
    const smeared = Math.min(sharpness.across, sharpness.down) < CARD_LIMITS.smeared
    return { verdict: smeared ? 'blur' : 'finger', found: null }
  }
  const light = lightOn(draw, seen.rectangle, scale)
  const printed = printedShare(patch, longSide)
  const verdict = judgeCard({ longSide, tilted: seen.tilted, patch, ...light, sharpness, printed })
  const brightness = percentile(patch.data, 0.5)
  if (verdict === 'dark' && percentile(toLuma(small).data, 0.9) > CARD_LIMITS.darkThing * brightness)
    return { verdict: 'none', found: null }
  // In far too much light only the portrait is left of a card.
  const portraitLeft = verdict === 'small' && judgeEmptyFrame(toLuma(small)) === 'bright'
  return {
    verdict: portraitLeft ? 'bright' : verdict,
    found: { longSide, brightness, sharpness },
  }
}

/** How much of the card is burnt out, and how bright the rest of its paper is. */
function lightOn(draw: Draw, rectangle: Rectangle, scale: number): { burnt: number; dimmest: number } {
  const { left, top, right, bottom } = rectangle
  const area = {
    x: left * scale,
    y: top * scale,
    width: (right - left) * scale,
    height: (bottom - top) * scale,
  }
  const height = Math.max(1, Math.round((GLARE_WIDTH * area.height) / area.width))
  const luma = toLuma(draw(area, GLARE_WIDTH, height))
  const values = valuesInside(luma, rectangle, GLARE_WIDTH / (right - left))
  return { burnt: shareAtLeast(values, CARD_LIMITS.burntAt), dimmest: percentile(values, 0.25) }
}
