import { isBluish, isPaleAsKtp } from './blueness.ts'
import { darkOnRim, skinOnRim } from './finger.ts'
import { isEverywhere, type Lying } from './lying.ts'
import type { Pixels } from './pixels.ts'
import { areaOf, cornersOf, keystone } from './shape.ts'
import { type CardSighting, NOTHING } from './sighting.ts'
import { CARD_LIMITS } from './thresholds.ts'

/** A card, where a thing has about the shape of one, or that of one seen aslant. */
export function cardIn(small: Pixels, { thing, rectangle }: Lying): CardSighting {
  const { minAspect, maxAspect, minFill, aslant, maxAngle } = CARD_LIMITS
  if (!isPaleAsKtp(small, thing)) return NOTHING
  const corners = cornersOf(thing.pixels, small.width, rectangle)
  const aspect = rectangle.longSide / rectangle.shortSide
  const fill = thing.filledArea / (rectangle.longSide * rectangle.shortSide)
  const bluish = isBluish(small, thing)
  const ofCorners = thing.filledArea / areaOf(corners)
  const cornered = ofCorners <= aslant.maxFill
  const stretched = keystone(corners)
  const turned = Math.abs(rectangle.angle) > maxAngle
  if (aspect >= minAspect && aspect <= maxAspect && fill >= minFill) {
    const fromAside = stretched > aslant.maxKeystone
    const tilted = turned || fromAside
    const whole = (cornered && fill >= CARD_LIMITS.part.wholeFill) || (fromAside && isFourSided(ofCorners))
    const skin = cornered
      ? !tilted && ((whole && darkOnRim(small, rectangle, corners)) || skinOnRim(small, rectangle, corners))
      : !turned && fill < CARD_LIMITS.part.wholeFill && skinOnRim(small, rectangle)
    return { kind: 'card', rectangle, bluish, fill, whole, tilted, skin }
  }
  // Seen aslant a card is a four-cornered thing of another shape; from far off its opposite sides differ little.
  const bluishThing = bluish && !isEverywhere(small, thing)
  const fourCornered =
    cornered && ofCorners >= aslant.minFill && (stretched > aslant.maxKeystone || bluishThing)
  return fourCornered && aspect >= aslant.minAspect && aspect <= aslant.maxAspect
    ? { kind: 'card', rectangle, bluish, fill, whole: false, tilted: true, skin: false }
    : NOTHING
}

/** A card, where a thing has a card's own shape. */
export function ownShape(small: Pixels, found: Lying): CardSighting {
  const { longSide, shortSide } = found.rectangle
  const shape = longSide / shortSide
  const own = shape >= CARD_LIMITS.part.minAspect && shape <= CARD_LIMITS.part.maxAspect
  return own ? cardIn(small, found) : NOTHING
}

/** Whether a thing is just as large as the quadrilateral of its corners. @param ofCorners its area as a share of that */
export const isFourSided = (ofCorners: number): boolean =>
  ofCorners >= CARD_LIMITS.aslant.wholeFill && ofCorners <= CARD_LIMITS.aslant.maxFill
