import { isBluish } from './blueness.ts'
import { isFourSided, ownShape } from './card-shape.ts'
import { isDarkThing, isEverywhere, isWorthAHint, type Lying, lyingThing, reachesOut } from './lying.ts'
import { type Pixels, toLuma } from './pixels.ts'
import { printedInside } from './print.ts'
import { areaOf, cornersOf } from './shape.ts'
import { type CardSighting, isCard, type SightedCard } from './sighting.ts'
import { surfacesOf } from './surfaces.ts'
import { CARD_LIMITS } from './thresholds.ts'

/** The card among the surfaces of a frame, whatever lies around it; undefined where none of them is one as a whole. */
export function cardAmongSurfaces(small: Pixels): CardSighting | undefined {
  const surfaces = surfacesOf(small).map((masks) =>
    masks.flatMap((mask) => lyingThing(small, mask, CARD_LIMITS.minCardShare) ?? []),
  )
  const whole = wholeCard(small, surfaces)
  if (whole) return whole.skin ? { kind: 'finger', rectangle: whole.rectangle } : whole
  for (const each of surfaces.flat()) {
    const printed = printedSurface(small, each)
    if (printed) return printed
  }
  return undefined
}

/** A surface with a card's own shape, wherever it lies: a bluish one that lies straight, a bluish one, or else any; the largest. */
function wholeCard(small: Pixels, surfaces: readonly (readonly Lying[])[]): SightedCard | undefined {
  const cards = surfaces.map((things) =>
    things
      .filter(({ thing }) => !reachesOut(small, thing))
      .map((found) => ownShape(small, found))
      .filter(isCard)
      .filter((each) => each.whole)
      .sort((a, b) => b.rectangle.longSide - a.rectangle.longSide),
  )
  const first = (wanted: (card: SightedCard) => boolean) =>
    cards.flatMap((each) => each.find(wanted) ?? [])[0]
  const worthAHint = ({ rectangle }: SightedCard) =>
    isWorthAHint(small, rectangle.longSide * rectangle.shortSide)
  const found =
    first((each) => each.bluish && !each.tilted) ??
    first((each) => each.bluish) ??
    first((each) => !each.tilted && worthAHint(each))
  // Where more that is bluish lies, something so small is only a part of a card.
  const far = found && !worthAHint(found)
  return far && surfaces.flat().some((each) => isLargeAndBluish(small, each)) ? undefined : found
}

const isLargeAndBluish = (small: Pixels, { thing }: Lying): boolean =>
  isWorthAHint(small, thing.filledArea) && !reachesOut(small, thing) && isBluish(small, thing)

/**
 * A bluish surface with straight sides and print all over it: a card that is cut off where it leaves the picture, and one that
 * is seen from its side where it is shorter than any other.
 */
function printedSurface(small: Pixels, found: Lying): CardSighting | undefined {
  const { thing, rectangle } = found
  const { cut, aslant, print } = CARD_LIMITS
  const area = rectangle.longSide * rectangle.shortSide
  const out = reachesOut(small, thing)
  const shaped = out
    ? thing.filledArea >= cut.ofOneSurface * area
    : rectangle.longSide < aslant.minAspect * rectangle.shortSide &&
      thing.filledArea >= aslant.fromSideFill * area &&
      isFourSided(thing.filledArea / areaOf(cornersOf(thing.pixels, small.width, rectangle)))
  const printed =
    shaped &&
    isWorthAHint(small, thing.filledArea) &&
    !isEverywhere(small, thing) &&
    isBluish(small, thing) &&
    !isDarkThing(small, thing) &&
    printedInside(toLuma(small), rectangle) >= print.small.minShare
  if (!printed) return undefined
  return out
    ? { kind: 'cut', area: thing.filledArea }
    : {
        kind: 'card',
        rectangle,
        bluish: true,
        fill: thing.filledArea / area,
        whole: true,
        tilted: true,
        skin: false,
      }
}
