import { distancesFromDesk, type Mask, maskForeground } from './background.ts'
import { isBlueAsKtp, isBluer } from './blueness.ts'
import { cardIn, ownShape } from './card-shape.ts'
import { reachesInAsHand } from './finger.ts'
import { isDarkThing, isEverywhere, type Lying, lyingThing, reachesOut } from './lying.ts'
import { partsByTint, withoutBridges } from './parts.ts'
import type { Pixels } from './pixels.ts'
import { type CardSighting, isCard, NOTHING, type SightedCard } from './sighting.ts'
import { CARD_LIMITS } from './thresholds.ts'

/** What differs from the desk, by several cues: colour sees every card, blueness one on paper. */
export function cardOnDesk(small: Pixels): CardSighting {
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

/** Everything bluish that lies there: light that falls off gives one card two tints. */
function bluishPart(small: Pixels, lying: Mask): Mask {
  const { overRed } = CARD_LIMITS.bluish.faint
  const data = lying.data.map((lies, i) => (lies && isBluer(small.data, i, overRed) ? 1 : 0))
  return withoutBridges({ ...lying, data })
}

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
  return solid && !isEverywhere(small, thing) && isBlueAsKtp(small, thing) && !isDarkThing(small, thing)
}
