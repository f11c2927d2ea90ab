import { isWorthAHint } from './lying.ts'
import { colourAt, type Pixels } from './pixels.ts'
import { type Corners, depthBetween, depthIn, middle, type Rectangle, type Thing } from './shape.ts'
import { CARD_LIMITS } from './thresholds.ts'

/** Whether what reaches over the picture's edge is skin that lies on something bluish: a hand that still holds the card. */
export function reachesInAsHand(small: Pixels, { edge, pixels }: Thing): boolean {
  const { data } = small
  const { minSkinShare, redness } = CARD_LIMITS.hand
  const skin = edge
    .map((i) => rednessAt(data, i))
    .filter(({ overGreen, overBlue }) => overGreen > redness.overGreen && overBlue > 0)
  const bluish = pixels.filter((i) => rednessAt(data, i).overBlue < 0)
  return skin.length >= minSkinShare * edge.length && isWorthAHint(small, bluish.length)
}

/**
 * Whether skin lies over the edge of a card, where a finger still holds it. Against the card's own tint, because a warm lamp
 * makes everything look like skin; the portrait printed on it stays clear of the edge.
 */
export function skinOnRim(small: Pixels, rectangle: Rectangle, corners?: Corners): boolean {
  // On a small card the rims would reach into its portrait; it is asked to come closer first.
  if (rectangle.shortSide < CARD_LIMITS.hand.leastShortSide) return false
  // A wooden desk is as red as skin, and shows where an outline is a little too wide: the rectangle of a card seen a little
  // aslant, or the corners of one whose side is hidden. A finger reaches over the outer and the inner rim of both.
  const outlines = [depthIn(rectangle), ...(corners ? [depthBetween(corners)] : [])]
  const { rims, minRimShare } = CARD_LIMITS.hand
  return outlines.every((depthOf) =>
    pixelsOnRims(small, rectangle, depthOf, rims).every((onRim) => skinShare(small, onRim) > minRimShare),
  )
}

/** A dark finger is hardly red: whether something much darker than the card lies over the rim of its tight outline. */
export function darkOnRim(small: Pixels, rectangle: Rectangle, corners: Corners): boolean {
  const { rims, darkShare, dark, leastShortSide } = CARD_LIMITS.hand
  if (rectangle.shortSide < leastShortSide) return false
  const [inRectangle, inCorners] = [depthIn(rectangle), depthBetween(corners)]
  const depthOf = (x: number, y: number) => Math.min(inRectangle(x, y), inCorners(x, y))
  // Not along whole sides: there a dark desk shows through the edge of a blurred card.
  return pixelsOnRims(small, rectangle, depthOf, rims).every((onRim) => {
    const light = onRim.map((i) => {
      const [r, g, b] = colourAt(small.data, i)
      return r + g + b
    })
    const limit = dark * middle(light)
    const share = light.filter((value) => value < limit).length / Math.max(1, light.length)
    return share > darkShare.min && share < darkShare.max
  })
}

type DepthOf = (x: number, y: number) => number
/** Pixels of the small frame, inwards from an outline. */
type Rim = { readonly from: number; readonly to: number }

function skinShare(small: Pixels, onRim: readonly number[]): number {
  const { redness } = CARD_LIMITS.hand
  const tints = onRim.map((i) => rednessAt(small.data, i))
  const [byGreen, byBlue] = [middle(tints.map((r) => r.overGreen)), middle(tints.map((r) => r.overBlue))]
  const skin = tints.filter(
    (r) =>
      Math.min(r.overGreen, r.overBlue) > redness.least &&
      r.overGreen - byGreen > redness.overGreen &&
      r.overBlue - byBlue > redness.overBlue,
  )
  return skin.length / Math.max(1, onRim.length)
}

/** Of every rim: indexes of the pixels that lie so deep within an outline. */
function pixelsOnRims(
  { width, height }: Pixels,
  { left, top, right, bottom }: Rectangle,
  depthOf: DepthOf,
  rims: readonly Rim[],
): readonly number[][] {
  const onRims = rims.map(({ from, to }) => ({ from, to, pixels: [] as number[] }))
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x += 1) {
      const depth = depthOf(x + 0.5, y + 0.5)
      for (const { from, to, pixels } of onRims) if (depth >= from && depth <= to) pixels.push(y * width + x)
    }
  }
  return onRims.map(({ pixels }) => pixels)
}

/** How much redder than green and than blue a pixel is. */
type Redness = { readonly overGreen: number; readonly overBlue: number }

function rednessAt(data: Uint8ClampedArray, index: number): Redness {
  const [r, g, b] = colourAt(data, index)
  return { overGreen: r - g, overBlue: r - b }
}
