import { type Pixels, percentile, toLuma } from './pixels.ts'
import { steepnessByDirection } from './sharpness.ts'

/** Light (median, 0..255) and sharpness (0..1, the softer direction) of a whole picture. */
export function measurePicture(pixels: Pixels): { readonly light: number; readonly sharpness: number } {
  const luma = toLuma(pixels)
  const { across, down } = steepnessByDirection(luma)
  return { light: percentile(luma.data, 0.5), sharpness: Math.min(across, down) }
}
