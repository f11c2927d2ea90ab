import { LEGIBLE_LONG_SIDE } from '#shared/domain/forms/index.ts'
import type { Size } from './face-crop.ts'
import { type Luma, type Pixels, percentile, toLuma } from './pixels.ts'
import { contrastRange, steepnessByDirection } from './sharpness.ts'

/** Said, never refused: only a person can tell whether a page is legible. */
const PAGE_LIMITS = {
  longSide: LEGIBLE_LONG_SIDE,
  /** Brightness of its paper (the brightest tenth, 0..255): below is too dark. */
  minPaper: 90,
  /** Sharpness is measured in squares of so many pixels that have print: it differs from its paper by this share of its light. */
  square: 96,
  minContrast: 0.2,
  /** 10-point print measured 0.26 and more while it can be read (blurred by 1.5 pixels), 0.18 where it cannot (2 pixels). */
  minSteepness: 0.2,
} as const

/** What a photographed page is clearly like; `fine` says only that nothing is clearly wrong. */
export type PageVerdict = 'dark' | 'blurred' | 'fine'

/** The size at which pages are judged: the long side at which the smallest print is still legible. A smaller page keeps its own. */
export function judgedSize({ width, height }: Size): Size {
  const scale = Math.min(1, PAGE_LIMITS.longSide / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** Judges a page by its paper's brightness and by its sharpest print. @param pixels of `judgedSize` */
export function judgePage(pixels: Pixels): PageVerdict {
  const luma = toLuma(pixels)
  const paper = percentile(luma.data, 0.9)
  if (paper < PAGE_LIMITS.minPaper) return 'dark'
  return sharpestPrint(luma, paper * PAGE_LIMITS.minContrast) < PAGE_LIMITS.minSteepness ? 'blurred' : 'fine'
}

/**
 * Steepness of the sharpest square that has print in it: a page with one line of writing is judged by that line. An empty
 * page, which has nothing to be blurred, counts as sharp.
 */
function sharpestPrint(luma: Luma, minContrast: number): number {
  const { square } = PAGE_LIMITS
  let sharpest: number | undefined
  for (let y = 0; y + square <= luma.height; y += square) {
    for (let x = 0; x + square <= luma.width; x += square) {
      const part = partOf(luma, x, y, square)
      if (contrastRange(part) < minContrast) continue
      const { across, down } = steepnessByDirection(part)
      sharpest = Math.max(sharpest ?? 0, Math.min(across, down))
    }
  }
  return sharpest ?? 1
}

function partOf({ data, width }: Luma, x: number, y: number, square: number): Luma {
  const part = new Float32Array(square * square)
  for (let row = 0; row < square; row += 1) {
    const from = (y + row) * width + x
    part.set(data.subarray(from, from + square), row * square)
  }
  return { data: part, width: square, height: square }
}
