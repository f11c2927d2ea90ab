import { distancesFromDesk, type Mask, maskForeground } from './background.ts'
import { isBlueAsKtp, isBluer, isBluish, isPaleAsKtp } from './blueness.ts'
import { darkOnRim, reachesInAsHand, skinOnRim } from './finger.ts'
import { partsByTint, withoutBridges } from './parts.ts'
import { type Pixels, percentile, toLuma } from './pixels.ts'
import { printedInside } from './print.ts'
import {
  areaOf,
  cornersOf,
  keystone,
  largestThing,
  middle,
  type Rectangle,
  type Thing,
  tightestRectangle,
} from './shape.ts'
import { surfacesOf } from './surfaces.ts'
import { CARD_LIMITS } from './thresholds.ts'

/** What lies under the camera, from the small frame. Lengths are pixels of the small frame. */
export type CardSighting =
  | { readonly kind: 'none' }
  /** `rectangle`: of the card, where that is known. */
  | { readonly kind: 'finger'; readonly rectangle?: Rectangle }
  | { readonly kind: 'cut'; readonly area: number }
  | SightedCard
/** `tilted`: turned, or seen aslant. */
type SightedCard = {
  readonly kind: 'card'
  readonly rectangle: Rectangle
  readonly tilted: boolean
  /** Bluish, as a KTP is and paper is not. */
  readonly bluish: boolean
  /** How much of its rectangle it fills, 0..1. */
  readonly fill: number
  /** Nothing hides a corner or a side of it. */
  readonly whole: boolean
  /** A finger lies over its rim. */
  readonly skin: boolean
}

const NOTHING: CardSighting = { kind: 'none' }

/**
 * Looks for a card-shaped thing in a downscaled frame (about 320 × 180). A card that is all there is a surface of its own shape.
 * Where there is none, several cues say why, each from what differs from the desk: colour sees every card, blueness one on paper.
 */
export function sightCard(frame: Pixels): CardSighting {
  const small = brightened(frame)
  const surfaces = surfacesOf(small).map((masks) =>
    masks.flatMap((mask) => lyingThing(small, mask, CARD_LIMITS.minCardShare) ?? []),
  )
  const whole = wholeCard(small, surfaces)
  if (whole) return whole.skin ? { kind: 'finger', rectangle: whole.rectangle } : whole
  const [printed] = surfaces
    .flat()
    .map((each) => printedSurface(small, each))
    .filter((each) => each.kind !== 'none')
  if (printed) return printed
  const distances = {
    colour: distancesFromDesk(small, 'colour'),
    blueness: distancesFromDesk(small, 'blueness'),
  }
  const masks = CARD_LIMITS.cues.map(({ cue, ...limits }) => maskForeground(distances[cue], limits))
  const seen = masks.map((mask) => sightBy(small, mask))
  const card = bestCard(seen.filter(isCard))
  const [lying] = masks
  const parts = !lying || (card?.bluish && !card.tilted && !card.skin) ? [] : sightParts(small, lying)
  const straight = bestCard(parts.filter(isCard).filter((each) => !each.tilted && isPartOfOwn(each, card)))
  const hand = seen[0]?.kind === 'finger' && (!card || card.tilted)
  // A cloth may be as red as skin: seen whole, a card has no finger on it.
  if ((hand || card?.skin) && !(straight && straight.fill >= CARD_LIMITS.part.wholeFill))
    return { kind: 'finger' }
  if (straight && (!card?.bluish || card.tilted || card.skin))
    return straight.skin ? { kind: 'finger' } : straight
  const cut = Math.max(0, ...seen.map((each) => (each.kind === 'cut' ? each.area : 0)))
  if (card && cut <= mostBeside(card)) return card
  const found = [...seen, ...parts]
  return (
    found.find((each) => each.kind === 'finger') ??
    found.find((each) => each.kind === 'cut') ??
    parts.find(isCard) ??
    NOTHING
  )
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
function printedSurface(small: Pixels, found: Lying): CardSighting {
  const { thing, rectangle } = found
  const { cut, aslant, print, maxAreaShare } = CARD_LIMITS
  const area = rectangle.longSide * rectangle.shortSide
  const out = reachesOut(small, thing)
  const shaped = out
    ? thing.filledArea >= cut.ofOneSurface * area
    : rectangle.longSide < aslant.minAspect * rectangle.shortSide &&
      thing.filledArea >= aslant.fromSideFill * area &&
      isFourSided(small, found)
  const printed =
    shaped &&
    isWorthAHint(small, thing.filledArea) &&
    thing.filledArea <= maxAreaShare * small.width * small.height &&
    isBluish(small, thing) &&
    !isDarkThing(small, thing) &&
    printedInside(toLuma(small), rectangle) >= print.small.minShare
  if (!printed) return NOTHING
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

function isFourSided(small: Pixels, { thing, rectangle }: Lying): boolean {
  const ofCorners = thing.filledArea / areaOf(cornersOf(thing.pixels, small.width, rectangle))
  return ofCorners >= CARD_LIMITS.aslant.wholeFill && ofCorners <= CARD_LIMITS.aslant.maxFill
}

/** So much darker than what lies around it that it is no KTP: a phone. */
function isDarkThing(small: Pixels, { pixels }: Thing): boolean {
  const { data } = toLuma(small)
  return percentile(data, 0.9) > CARD_LIMITS.cut.darker * middle(pixels.map((i) => data[i] ?? 0))
}

/** The blue behind a portrait has a shape much like a card's: beside a tilted card it is only a part of that. */
const isPartOfOwn = (part: SightedCard, card: SightedCard | undefined): boolean =>
  !card?.tilted || part.rectangle.longSide >= CARD_LIMITS.straightShare * card.rectangle.longSide

/** How large a thing may be that leaves the picture, in pixels, before this is only a part of it. */
const mostBeside = ({ tilted, rectangle: { longSide, shortSide } }: SightedCard): number =>
  (tilted ? CARD_LIMITS.cut.overTilted : CARD_LIMITS.cut.overStraight) * longSide * shortSide

const isCard = (seen: CardSighting): seen is SightedCard => seen.kind === 'card'

/**
 * A card that touches paper, or lies on it, is one thing with it until that is split by its tints. A part counts where it
 * is bluish and has a card's own shape, or reaches over the picture's edge.
 */
function sightParts(small: Pixels, lying: Mask): CardSighting[] {
  return [...partsByTint(small, lying), bluishPart(small, lying)].flatMap((part): CardSighting[] => {
    const found = lyingThing(small, part)
    if (!found) return []
    if (reachesOut(small, found.thing))
      return isCutCard(small, found) ? [{ kind: 'cut', area: found.thing.filledArea }] : []
    const seen = ownShape(small, found)
    return isCard(seen) && seen.bluish ? [seen] : []
  })
}

/** A card, where a thing has a card's own shape. */
function ownShape(small: Pixels, found: Lying): CardSighting {
  const { longSide, shortSide } = found.rectangle
  const shape = longSide / shortSide
  const own = shape >= CARD_LIMITS.part.minAspect && shape <= CARD_LIMITS.part.maxAspect
  return own ? cardIn(small, found) : NOTHING
}

/** Everything bluish that lies there: light that falls off gives one card two tints. */
function bluishPart(small: Pixels, lying: Mask): Mask {
  const { overRed } = CARD_LIMITS.bluish.faint
  const data = lying.data.map((lies, i) => (lies && isBluer(small.data, i, overRed) ? 1 : 0))
  return withoutBridges({ ...lying, data })
}

/** A thing and the rectangle around it. */
type Lying = { readonly thing: Thing; readonly rectangle: Rectangle }

/** The largest thing of a mask; undefined where it is not worth a hint. */
function lyingThing(
  { width, height }: Pixels,
  mask: Mask,
  leastShare: number = CARD_LIMITS.minAreaShare,
): Lying | undefined {
  const thing = largestThing(mask)
  if (!thing || thing.filledArea < leastShare * width * height) return undefined
  const rectangle = tightestRectangle(thing.outline)
  return rectangle && { thing, rectangle }
}

const isWorthAHint = ({ width, height }: Pixels, area: number): boolean =>
  area >= CARD_LIMITS.minAreaShare * width * height

const reachesOut = ({ width, height }: Pixels, { edge }: Thing): boolean =>
  edge.length > CARD_LIMITS.maxEdgeContact * 2 * (width + height)

/** The card that the cues agree on best; they are given in the order of their trust. */
function bestCard(cards: readonly SightedCard[]): SightedCard | undefined {
  const lengthOf = (each: SightedCard) => each.rectangle.longSide
  const longest = Math.max(0, ...cards.map(lengthOf))
  const straight = cards.filter(
    (each) => !each.tilted && lengthOf(each) >= CARD_LIMITS.straightShare * longest,
  )
  const among = straight.length > 0 ? straight : cards
  const most = Math.max(0, ...among.map(lengthOf))
  const whole = among.filter((each) => lengthOf(each) * CARD_LIMITS.portraitOnly >= most)
  // The cloth around a card makes its outline too wide, and is red: the tightest one tells whether skin lies over it.
  const [tightest] = [...whole].sort((a, b) => b.fill - a.fill)
  const [first] = whole
  return first && tightest && { ...first, skin: tightest.skin }
}

/** A dim frame with more light, as far as its brightest parts allow: what lies there differs from the desk by little else. */
function brightened(frame: Pixels): Pixels {
  const { wanted, most } = CARD_LIMITS.gain
  const brightest = percentile(toLuma(frame).data, 0.98)
  if (brightest >= wanted) return frame
  const gain = Math.min(most, wanted / Math.max(1, brightest))
  const data = new Uint8ClampedArray(frame.data.length)
  for (let i = 0; i < data.length; i += 1) data[i] = (frame.data[i] ?? 0) * gain
  // Not by spreading: an ImageData's size is no property of its own.
  return { data, width: frame.width, height: frame.height }
}

function sightBy(small: Pixels, mask: Mask): CardSighting {
  const lying = lyingThing(small, mask)
  if (!lying) return NOTHING
  const { thing } = lying
  if (!reachesOut(small, thing)) return cardIn(small, lying)
  if (reachesInAsHand(small, thing)) return { kind: 'finger' }
  return isCutCard(small, lying) ? { kind: 'cut', area: thing.filledArea } : NOTHING
}

/** White paper that reaches into the picture is no cut card, and neither is the pattern of a cloth all over it. */
function isCutCard(small: Pixels, { thing, rectangle: { longSide, shortSide } }: Lying): boolean {
  const { minFill, maxAspect } = CARD_LIMITS.cut
  const solid = thing.filledArea >= minFill * longSide * shortSide && longSide <= maxAspect * shortSide
  const everywhere = thing.filledArea > CARD_LIMITS.maxAreaShare * small.width * small.height
  return solid && !everywhere && isBlueAsKtp(small, thing) && !isDarkThing(small, thing)
}

function cardIn(small: Pixels, { thing, rectangle }: Lying): CardSighting {
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
  const fourSided = stretched > aslant.maxKeystone && ofCorners >= aslant.wholeFill
  if (aspect >= minAspect && aspect <= maxAspect && fill >= minFill) {
    const tilted = turned || stretched > aslant.maxKeystone
    const whole = cornered && (fill >= CARD_LIMITS.part.wholeFill || fourSided)
    const skin = cornered
      ? !tilted && ((whole && darkOnRim(small, rectangle, corners)) || skinOnRim(small, rectangle, corners))
      : !turned && fill < CARD_LIMITS.part.wholeFill && skinOnRim(small, rectangle)
    return { kind: 'card', rectangle, bluish, fill, whole, tilted, skin }
  }
  // Seen aslant a card is a four-cornered thing of another shape; from far off its opposite sides differ little.
  const bluishThing = bluish && thing.filledArea <= CARD_LIMITS.maxAreaShare * small.width * small.height
  const fourCornered =
    cornered && ofCorners >= aslant.minFill && (stretched > aslant.maxKeystone || bluishThing)
  return fourCornered && aspect >= aslant.minAspect && aspect <= aslant.maxAspect
    ? { kind: 'card', rectangle, bluish, fill, whole: false, tilted: true, skin: false }
    : NOTHING
}
