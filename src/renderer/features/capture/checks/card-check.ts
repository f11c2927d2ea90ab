import { type Luma, percentile, shareAtLeast } from './pixels.ts'
import type { Rectangle } from './shape.ts'
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

/** A sighted card as the camera's own pixels show it. */
export type CardLook = {
  /** Pixels of the frame. */
  readonly longSide: number
  readonly tilted: boolean
  /** The middle of the card, in the camera's own pixels. */
  readonly patch: Luma
  /** Share of the whole card that is burnt out, 0..1. */
  readonly burnt: number
  /** Brightness of the whole card below which a quarter of it lies, 0..255. */
  readonly dimmest: number
  /** Steepness of the edges of `patch`. */
  readonly sharpness: Steepness
  /** Share of `patch` that is printed on, 0..1. */
  readonly printed: number
}

/** Judges a sighted card: where it lies first, then the light, then the focus. */
export function judgeCard({
  longSide,
  tilted,
  patch,
  burnt,
  dimmest,
  sharpness,
  printed,
}: CardLook): CardVerdict {
  if (percentile(patch.data, 0.5) < CARD_LIMITS.minBrightness) return 'dark'
  // A reflection leaves the rest of the card as it is, however large it is.
  const reflection = dimmest < CARD_LIMITS.brightPaper
  if (burnt > CARD_LIMITS.maxBurntShare || shareAtLeast(patch.data, CARD_LIMITS.burntAt) > 0.5)
    return reflection ? 'glare' : 'bright'
  // Nothing printed on it: a sheet of paper, the back of a phone.
  if (contrastRange(patch) < CARD_LIMITS.minPrintContrast) return 'none'
  if (longSide < CARD_LIMITS.minLongSidePx) return 'small'
  if (tilted) return 'tilt'
  if (burnt > CARD_LIMITS.glareShare) return 'glare'
  // A movement blurs one direction only; print has edges in both.
  if (Math.min(sharpness.across, sharpness.down) < CARD_LIMITS.minSteepness) return 'blur'
  // A card, but not of the kind that is full of lines.
  return printed < CARD_LIMITS.print.minShare ? 'none' : 'good'
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
