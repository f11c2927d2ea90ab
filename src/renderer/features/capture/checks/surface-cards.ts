import type { Mask } from './background.ts'
import { isBluish } from './blueness.ts'
import { isFourSided, ownShape } from './card-shape.ts'
import { isDarkThing, isEverywhere, isWorthAHint, type Lying, lyingThings, reachesOut } from './lying.ts'
import { type Pixels, toLuma } from './pixels.ts'
import { printedInside } from './print.ts'
import { areaOf, cornersOf, depthIn } from './shape.ts'
import { type CardSighting, isCard, type SightedCard } from './sighting.ts'
import { surfacesOf } from './surfaces.ts'
import { CARD_LIMITS } from './thresholds.ts'

/** Of one tint: a card may lie beside something larger that looks like it. */
const THINGS = 3

/** The card among the surfaces of a frame, whatever lies around it; undefined where none of them is one as a whole. */
export function cardAmongSurfaces(small: Pixels): CardSighting | undefined {
  const { alone, joined } = surfacesOf(small)
  const thingsIn = (masks: readonly Mask[]) =>
    masks.flatMap((mask) => lyingThings(small, mask, THINGS, CARD_LIMITS.minCardShare))
  const single = thingsIn(alone)
  const singleCards = wholeCards(small, single)
  // Nearly always there is one, and what tints make up together need not be asked.
  const usual = singleCards.find((each) => isStraightKtp(each) && isLarge(small, each))
  if (usual) return withFinger(usual)
  const pairs = thingsIn(joined())
  const things = [...single, ...pairs]
  const whole = bestWhole(small, [...singleCards, ...wholeCards(small, pairs)], things)
  if (whole) return withFinger(whole)
  for (const each of things) {
    const printed = printedSurface(small, each)
    if (printed) return printed
  }
  return undefined
}

const withFinger = (card: SightedCard): CardSighting =>
  card.skin ? { kind: 'finger', rectangle: card.rectangle } : card

/** Surfaces with a card's own shape, wherever they lie; the largest first. */
const wholeCards = (small: Pixels, things: readonly Lying[]): SightedCard[] =>
  things
    .filter(({ thing }) => !reachesOut(small, thing))
    .map((found) => ownShape(small, found))
    .filter(isCard)
    .filter((each) => each.whole)
    .sort((a, b) => b.rectangle.longSide - a.rectangle.longSide)

const isStraightKtp = ({ bluish, tilted }: SightedCard): boolean => bluish && !tilted

const isLarge = (small: Pixels, { rectangle }: SightedCard): boolean =>
  isWorthAHint(small, rectangle.longSide * rectangle.shortSide)

/** A bluish one that lies straight, a bluish one, or else any. */
function bestWhole(
  small: Pixels,
  cards: readonly SightedCard[],
  things: readonly Lying[],
): SightedCard | undefined {
  const best =
    cards.find(isStraightKtp) ??
    cards.find(({ bluish }) => bluish) ??
    cards.find((each) => !each.tilted && isLarge(small, each))
  if (!best || isLarge(small, best)) return best
  // Within more that is bluish, something so small is only a part of a card.
  const { x, y } = best.rectangle.centre
  const partOf = (each: Lying) => isLargeAndBluish(small, each) && depthIn(each.rectangle)(x, y) > 0
  return things.some(partOf) ? undefined : best
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
