import type { CameraPurpose } from '../capture/index.ts'

/** What the picture of a desk is like. Sizes in pixels, brightness 0..255. */
export type Measures = {
  readonly width: number
  readonly height: number
  /** Null for a camera that takes stills. */
  readonly framesPerSecond: number | null
  /** Median brightness of the picture. */
  readonly light: number
  /** Steepness of its sharpest edges, 0..1. */
  readonly sharpness: number
}

/** Size at which light and sharpness are measured, pixels: quick, and alike for every camera. */
export const MEASURED_AT = { width: 480, height: 270 } as const

/** One thing to change at the desk; `fine` when there is none. */
export type Advice = 'small' | 'slow' | 'dark' | 'bright' | 'blurred' | 'fine'

/**
 * Least height for a purpose: a portrait of 480 × 640 pixels needs 640 lines; a card of 1,000 pixels that fills two thirds of
 * the picture needs 1,500 across, which cameras with 900 lines and more have; a page of 1,500 pixels spans 94 % of the lines.
 */
const LEAST_HEIGHT: Readonly<Record<CameraPurpose, number>> = { swafoto: 640, ktp: 900, dokumen: 1596 }
/** Below this hints come too late to follow (floor of the capture benchmark: five looks a second). */
const LEAST_FRAMES = 8
const DARK_BELOW = 55
const BRIGHT_ABOVE = 225
/** Print, a keyboard or a face give more when the picture is sharp; an empty wall does not. */
const SHARP_FROM = 0.1

/** The most important advice about a desk. */
export function adviceFor(purpose: CameraPurpose, measures: Measures): Advice {
  if (measures.height < LEAST_HEIGHT[purpose]) return 'small'
  if (measures.light < DARK_BELOW) return 'dark'
  if (measures.light > BRIGHT_ABOVE) return 'bright'
  if (measures.framesPerSecond !== null && measures.framesPerSecond < LEAST_FRAMES) return 'slow'
  return measures.sharpness < SHARP_FROM ? 'blurred' : 'fine'
}
