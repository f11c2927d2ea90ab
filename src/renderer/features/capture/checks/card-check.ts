import { distancesFromDesk, type Mask, maskForeground } from './background.ts'
import { partsByTint, withoutBridges } from './parts.ts'
import { type Luma, type Pixels, percentile, shareAtLeast, toLuma } from './pixels.ts'
import {
  areaOf,
  type Corners,
  cornersOf,
  depthBetween,
  depthIn,
  keystone,
  largestThing,
  middle,
  type Rectangle,
  type Thing,
  tightestRectangle,
} from './shape.ts'
import { contrastRange, type Steepness } from './sharpness.ts'
import { CARD_LIMITS } from './thresholds.ts'

/** What the live view says about the card; each but `good` is one hint (interface.md S5). */
export const CARD_VERDICTS = [
  'none',
  'finger',
  'cut',
  'small',
  'tilt',
  'dark',
  'bright',
  'glare',
  'blur',
  'good',
] as const
export type CardVerdict = (typeof CARD_VERDICTS)[number]

/** What lies under the camera, from the small frame. Lengths are pixels of the small frame. */
export type CardSighting =
  | { readonly kind: 'none' | 'finger' }
  | { readonly kind: 'cut'; readonly area: number }
  | SightedCard
/** `tilted`: turned, or seen aslant. */
type SightedCard = {
  readonly kind: 'card'
  readonly rectangle: Rectangle
  readonly corners: Corners
  readonly tilted: boolean
  /** Bluish, as a KTP is and paper is not. */
  readonly bluish: boolean
  /** How much of its rectangle it fills, 0..1. */
  readonly fill: number
  /** A finger still holds it. */
  readonly skin: boolean
}

const NOTHING: CardSighting = { kind: 'none' }

/**
 * Looks for a card-shaped thing on the desk in a downscaled frame (about 320 × 180). Several cues look apart: colour sees
 * every card that differs from its desk, blueness a card that lies on paper.
 */
export function sightCard(frame: Pixels): CardSighting {
  const small = brightened(frame)
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
    const { thing, rectangle } = found
    if (reachesOut(small, thing))
      return isCutCard(small, thing, rectangle) ? [{ kind: 'cut', area: thing.filledArea }] : []
    const shape = rectangle.longSide / rectangle.shortSide
    if (shape < CARD_LIMITS.part.minAspect || shape > CARD_LIMITS.part.maxAspect) return []
    return isBluish(small, thing) ? [cardIn(small, thing, rectangle)] : []
  })
}

/** Everything bluish that lies there: light that falls off gives one card two tints. */
function bluishPart(small: Pixels, lying: Mask): Mask {
  const { overRed } = CARD_LIMITS.bluish.faint
  const data = lying.data.map((lies, i) => (lies && isBluer(small.data, i, overRed) ? 1 : 0))
  return withoutBridges({ ...lying, data })
}

/** The largest thing of a mask and the rectangle around it; undefined where it is not worth a hint. */
function lyingThing(
  { width, height }: Pixels,
  mask: Mask,
): { readonly thing: Thing; readonly rectangle: Rectangle } | undefined {
  const thing = largestThing(mask)
  if (!thing || thing.filledArea < CARD_LIMITS.minAreaShare * width * height) return undefined
  const rectangle = tightestRectangle(thing.outline)
  return rectangle && { thing, rectangle }
}

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
  const { thing, rectangle } = lying
  if (reachesOut(small, thing)) {
    if (reachesInAsHand(small, thing)) return { kind: 'finger' }
    return isCutCard(small, thing, rectangle) ? { kind: 'cut', area: thing.filledArea } : NOTHING
  }
  return cardIn(small, thing, rectangle)
}

/** White paper that reaches into the picture is no cut card, and neither is the pattern of a cloth all over it. */
function isCutCard(small: Pixels, thing: Thing, { longSide, shortSide }: Rectangle): boolean {
  const solid = thing.filledArea >= CARD_LIMITS.cut.minFill * longSide * shortSide
  const everywhere = thing.filledArea > CARD_LIMITS.maxAreaShare * small.width * small.height
  return solid && !everywhere && isBlueAsKtp(small, thing)
}

function cardIn(small: Pixels, thing: Thing, rectangle: Rectangle): CardSighting {
  const { minAspect, maxAspect, minFill, aslant, maxAngle } = CARD_LIMITS
  const corners = cornersOf(thing.pixels, small.width, rectangle)
  const aspect = rectangle.longSide / rectangle.shortSide
  const fill = thing.filledArea / (rectangle.longSide * rectangle.shortSide)
  const bluish = isBluish(small, thing)
  const ofCorners = thing.filledArea / areaOf(corners)
  const cornered = ofCorners <= aslant.maxFill
  const stretched = keystone(corners)
  const turned = Math.abs(rectangle.angle) > maxAngle
  if (aspect >= minAspect && aspect <= maxAspect && fill >= minFill) {
    const tilted = turned || stretched > aslant.maxKeystone
    const skin = cornered
      ? !tilted && skinOnRim(small, rectangle, corners)
      : !turned && fill < CARD_LIMITS.part.wholeFill && skinOnRim(small, rectangle)
    return { kind: 'card', rectangle, corners, bluish, fill, tilted, skin }
  }
  // Seen aslant a card is a four-cornered thing of another shape; from far off its opposite sides differ little.
  const bluishThing = bluish && thing.filledArea <= CARD_LIMITS.maxAreaShare * small.width * small.height
  const fourCornered =
    cornered && ofCorners >= aslant.minFill && (stretched > aslant.maxKeystone || bluishThing)
  return fourCornered && aspect >= aslant.minAspect && aspect <= aslant.maxAspect
    ? { kind: 'card', rectangle, corners, bluish, fill, tilted: true, skin: false }
    : NOTHING
}

/** Whether enough of a thing is bluish, as a KTP is and paper is not. */
function isBluish(small: Pixels, thing: Thing): boolean {
  const { overRed, minShare } = CARD_LIMITS.bluish.faint
  return shareBluer(small, thing, overRed) >= minShare
}

/** The same for a thing whose shape tells nothing: in bluish light paper is a little blue too, but has no portrait on it. */
function isBlueAsKtp(small: Pixels, thing: Thing): boolean {
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

function isBluer(data: Uint8ClampedArray, index: number, overRed: number): boolean {
  const [r, g, b] = colourAt(data, index)
  return b - r > overRed * g
}

/** Whether what reaches over the picture's edge is skin that lies on something bluish: a hand that still holds the card. */
function reachesInAsHand({ data, width, height }: Pixels, { edge, pixels }: Thing): boolean {
  const { minSkinShare, redness } = CARD_LIMITS.hand
  const skin = edge.filter((i) => rednessAt(data, i).overGreen > redness.overGreen)
  const bluish = pixels.filter((i) => rednessAt(data, i).overBlue < 0)
  return (
    skin.length >= minSkinShare * edge.length && bluish.length >= CARD_LIMITS.minAreaShare * width * height
  )
}

/**
 * Whether skin lies over the edge of a card, where a finger still holds it. Against the card's own tint, because a warm lamp
 * makes everything look like skin; the portrait printed on it stays clear of the edge.
 */
function skinOnRim(small: Pixels, rectangle: Rectangle, corners?: Corners): boolean {
  // On a small card the rims would reach into its portrait; it is asked to come closer first.
  if (rectangle.shortSide < CARD_LIMITS.hand.leastShortSide) return false
  // A wooden desk is as red as skin, and shows where an outline is a little too wide: the rectangle of a card seen a little
  // aslant, or the corners of one whose side is hidden. A finger reaches over the outer and the inner rim of both.
  const outlines = [depthIn(rectangle), ...(corners ? [depthBetween(corners)] : [])]
  const { rims, minRimShare } = CARD_LIMITS.hand
  return outlines.every((depthOf) =>
    rims.every((rim) => skinShare(small, rectangle, depthOf, rim) > minRimShare),
  )
}

function skinShare(
  { data, width, height }: Pixels,
  { left, top, right, bottom }: Rectangle,
  depthOf: (x: number, y: number) => number,
  rim: { readonly from: number; readonly to: number },
): number {
  const { redness } = CARD_LIMITS.hand
  const onRim: Redness[] = []
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x += 1) {
      const depth = depthOf(x + 0.5, y + 0.5)
      if (depth >= rim.from && depth <= rim.to) onRim.push(rednessAt(data, y * width + x))
    }
  }
  const [byGreen, byBlue] = [middle(onRim.map((r) => r.overGreen)), middle(onRim.map((r) => r.overBlue))]
  const skin = onRim.filter(
    (r) =>
      Math.min(r.overGreen, r.overBlue) > redness.least &&
      r.overGreen - byGreen > redness.overGreen &&
      r.overBlue - byBlue > redness.overBlue,
  )
  return skin.length / Math.max(1, onRim.length)
}

/** How much redder than green and than blue a pixel is. */
type Redness = { readonly overGreen: number; readonly overBlue: number }

function rednessAt(data: Uint8ClampedArray, index: number): Redness {
  const [r, g, b] = colourAt(data, index)
  return { overGreen: r - g, overBlue: r - b }
}

const colourAt = (data: Uint8ClampedArray, index: number): readonly [r: number, g: number, b: number] => [
  data[index * 4] ?? 0,
  data[index * 4 + 1] ?? 0,
  data[index * 4 + 2] ?? 0,
]

/** A sighted card as the camera's own pixels show it. */
export type CardLook = {
  /** Pixels of the frame. */
  readonly longSide: number
  readonly tilted: boolean
  /** The middle of the card, in the camera's own pixels. */
  readonly patch: Luma
  /** Share of the whole card that is burnt out, 0..1. */
  readonly burnt: number
  /** Steepness of the edges of `patch`. */
  readonly sharpness: Steepness
}

/** Judges a sighted card: where it lies first, then the light, then the focus. */
export function judgeCard({ longSide, tilted, patch, burnt, sharpness }: CardLook): CardVerdict {
  if (percentile(patch.data, 0.5) < CARD_LIMITS.minBrightness) return 'dark'
  if (burnt > CARD_LIMITS.maxBurntShare || shareAtLeast(patch.data, CARD_LIMITS.burntAt) > 0.5)
    return 'bright'
  // Nothing printed on it: a sheet of paper, the back of a phone.
  if (contrastRange(patch) < CARD_LIMITS.minPrintContrast) return 'none'
  if (longSide < CARD_LIMITS.minLongSidePx) return 'small'
  if (tilted) return 'tilt'
  if (burnt > CARD_LIMITS.glareShare) return 'glare'
  // A movement blurs one direction only; print has edges in both.
  return Math.min(sharpness.across, sharpness.down) < CARD_LIMITS.minSteepness ? 'blur' : 'good'
}

/** When no card is seen, the light may be why. */
export function judgeEmptyFrame(frame: Luma): CardVerdict {
  if (percentile(frame.data, 0.9) < CARD_LIMITS.minDeskBrightness) return 'dark'
  return shareAtLeast(frame.data, CARD_LIMITS.burntAt) > CARD_LIMITS.maxBurntDeskShare ? 'bright' : 'none'
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
