import { type Cue, maskForeground } from './background.ts'
import { type Luma, type Pixels, percentile, shareAtLeast } from './pixels.ts'
import { largestThing, type Rectangle, tightestRectangle } from './shape.ts'
import { contrastRange, edgeSteepness } from './sharpness.ts'
import { CARD_LIMITS } from './thresholds.ts'

/** What the live view says about the card; each but `good` is one hint (interface.md S5). */
export type CardVerdict = 'none' | 'cut' | 'small' | 'blur' | 'dark' | 'bright' | 'good'

/** What lies under the camera, from the small frame. Lengths are pixels of the small frame. */
export type CardSighting =
  | { readonly kind: 'none' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'card'; readonly rectangle: Rectangle }

/**
 * Looks for a card-shaped thing on the desk in a downscaled frame (about 320 × 180). Two cues look
 * apart; the larger card wins, because one cue may see only the portrait printed on it. Where neither
 * sees a whole card, blueness decides: white paper reaching into the picture is not a cut KTP.
 */
export function sightCard(small: Pixels): CardSighting {
  const byColour = sightBy(small, 'colour')
  const byBlueness = sightBy(small, 'blueness')
  if (byColour.kind !== 'card') return byBlueness
  if (byBlueness.kind !== 'card') return byColour
  return byBlueness.rectangle.longSide > byColour.rectangle.longSide ? byBlueness : byColour
}

function sightBy(small: Pixels, cue: Cue): CardSighting {
  const thing = largestThing(maskForeground(small, cue, CARD_LIMITS.contrast[cue]))
  if (!thing || thing.filledArea < CARD_LIMITS.minAreaShare * small.width * small.height)
    return { kind: 'none' }
  const frameEdge = 2 * (small.width + small.height)
  if (thing.edgePixels > CARD_LIMITS.maxEdgeContact * frameEdge) return { kind: 'cut' }
  const rectangle = tightestRectangle(thing.outline)
  if (!rectangle) return { kind: 'none' }
  const aspect = rectangle.longSide / rectangle.shortSide
  const fill = thing.filledArea / (rectangle.longSide * rectangle.shortSide)
  const looksLikeCard =
    aspect >= CARD_LIMITS.minAspect && aspect <= CARD_LIMITS.maxAspect && fill >= CARD_LIMITS.minFill
  return looksLikeCard ? { kind: 'card', rectangle } : { kind: 'none' }
}

/**
 * Judges a sighted card.
 * @param longSidePx its long side in pixels of the camera's own frame
 * @param patch its middle, in the camera's own pixels
 */
export function judgeCard(longSidePx: number, patch: Luma): CardVerdict {
  if (percentile(patch.data, 0.5) < CARD_LIMITS.minBrightness) return 'dark'
  if (shareAtLeast(patch.data, CARD_LIMITS.burntAt) > CARD_LIMITS.maxBurntShare) return 'bright'
  // Nothing printed on it: a sheet of paper, the back of a phone.
  if (contrastRange(patch) < CARD_LIMITS.minPrintContrast) return 'none'
  if (longSidePx < CARD_LIMITS.minLongSidePx) return 'small'
  return edgeSteepness(patch) < CARD_LIMITS.minSteepness ? 'blur' : 'good'
}

/** When no card is seen, the light may be why. */
export function judgeEmptyFrame(frame: Luma): CardVerdict {
  if (percentile(frame.data, 0.9) < CARD_LIMITS.minBrightness) return 'dark'
  return shareAtLeast(frame.data, CARD_LIMITS.burntAt) > 0.7 ? 'bright' : 'none'
}

/** The middle of a card in the camera's own pixels: large enough to hold print, small enough to be quick. */
export function patchOf(
  rectangle: Rectangle,
  scale: number,
): { x: number; y: number; width: number; height: number } {
  const width = Math.round(Math.min(560, rectangle.longSide * scale * 0.6))
  const height = Math.round(Math.min(360, rectangle.shortSide * scale * 0.6))
  return {
    x: Math.round(rectangle.centre.x * scale - width / 2),
    y: Math.round(rectangle.centre.y * scale - height / 2),
    width: Math.max(8, width),
    height: Math.max(8, height),
  }
}
