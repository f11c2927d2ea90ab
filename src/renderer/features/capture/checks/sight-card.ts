import { cardOnDesk } from './desk-cards.ts'
import { type Pixels, percentile, toLuma } from './pixels.ts'
import type { CardSighting } from './sighting.ts'
import { cardAmongSurfaces } from './surface-cards.ts'
import { CARD_LIMITS } from './thresholds.ts'

/**
 * Looks for a card-shaped thing in a downscaled frame (about 320 × 180). A card that is all there is a surface of its own shape.
 * Where there is none, what differs from the desk says why.
 */
export function sightCard(frame: Pixels): CardSighting {
  const small = brightened(frame)
  return cardAmongSurfaces(small) ?? cardOnDesk(small)
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
