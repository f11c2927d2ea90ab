import type { Component } from '../image/components.ts'
import type { GreyImage } from '../image/raster.ts'

/** Digits in a NIK. */
export const NIK_LENGTH = 16
/** Size of a normalised digit picture. */
export const DIGIT_WIDTH = 16
export const DIGIT_HEIGHT = 24
/** Rows left free above and below the digit in its picture. */
const MARGIN = 2

/** A digit's place in the row; positions in card pixels with the slope taken out. */
export type DigitCell = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Cuts a NIK row into 16 cells of nearly equal width with as little ink as possible on the cuts, by
 * dynamic programming. Works for touching and for broken digits, in any typeface whose digits share one width.
 */
export const segmentNik = (
  card: GreyImage,
  digits: readonly Component[],
  slope: number,
): DigitCell[] | undefined => {
  const first = digits[0]
  const last = digits.at(-1)
  if (!first || !last || digits.length < 8) return undefined
  const shiftOf = (c: Component): number => slope * ((c.left + c.right) / 2)
  const top = median(digits.map((c) => c.top - shiftOf(c)))
  const bottom = median(digits.map((c) => c.bottom - shiftOf(c)))
  const from = first.left
  const ink = inkColumns(card, from - 30, last.right + 30, top, bottom, slope)
  let best: { cost: number; cuts: number[] } | undefined
  const whole = (last.right - from) / (NIK_LENGTH - 0.25)
  for (const factor of [0.96, 0.98, 1, 1.02, 1.04]) {
    const found = bestCuts(ink, 30, whole * factor, last.right - from)
    if (found && (!best || found.cost < best.cost)) best = found
  }
  if (!best) return undefined
  const { cuts } = best
  return cuts
    .slice(0, -1)
    .map((cut, i) => ({ left: cut + from - 30, right: (cuts[i + 1] as number) + from - 30, top, bottom }))
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number

/** Mean darkness (0..1) of every column between two heights. */
const inkColumns = (
  card: GreyImage,
  left: number,
  right: number,
  top: number,
  bottom: number,
  slope: number,
): Float32Array => {
  const ink = new Float32Array(Math.max(1, Math.ceil(right - left)))
  const rows = Math.max(1, Math.round(bottom - top))
  for (let i = 0; i < ink.length; i++) {
    const x = Math.round(left + i)
    if (x < 0 || x >= card.width) continue
    let sum = 0
    for (let r = 0; r < rows; r++) {
      const y = Math.round(top + r + slope * x)
      if (y >= 0 && y < card.height) sum += 255 - (card.data[y * card.width + x] as number)
    }
    ink[i] = sum / rows / 255
  }
  return ink
}

const bestCuts = (
  ink: Float32Array,
  rim: number,
  pitch: number,
  length: number,
): { cost: number; cuts: number[] } | undefined => {
  const shortest = Math.floor(pitch * 0.72)
  const longest = Math.ceil(pitch * 1.28)
  const n = ink.length
  const cost = Array.from({ length: NIK_LENGTH + 1 }, () =>
    new Float32Array(n).fill(Number.POSITIVE_INFINITY),
  )
  const back = Array.from({ length: NIK_LENGTH + 1 }, () => new Int32Array(n))
  const start = cost[0] as Float32Array
  for (let x = Math.max(0, rim - Math.round(pitch * 0.6)); x <= rim; x++) start[x] = (ink[x] as number) * 4
  for (let k = 1; k <= NIK_LENGTH; k++) {
    const before = cost[k - 1] as Float32Array
    const here = cost[k] as Float32Array
    const from = back[k] as Int32Array
    for (let x = shortest; x < n; x++) {
      for (let w = shortest; w <= longest && w <= x; w++) {
        const base = before[x - w] as number
        if (base === Number.POSITIVE_INFINITY) continue
        const stretch = w / pitch - 1
        const total = base + (ink[x] as number) * 4 + stretch * stretch * 9
        if (total < (here[x] as number)) {
          here[x] = total
          from[x] = x - w
        }
      }
    }
  }
  const final = cost[NIK_LENGTH] as Float32Array
  let end = -1
  let least = Number.POSITIVE_INFINITY
  for (let x = Math.max(0, rim + Math.round(length) - 1); x < n; x++) {
    if ((final[x] as number) < least) {
      least = final[x] as number
      end = x
    }
  }
  if (end < 0) return undefined
  const cuts = [end]
  for (let k = NIK_LENGTH; k > 0; k--) cuts.unshift((back[k] as Int32Array)[cuts[0] as number] as number)
  return { cost: least, cuts }
}

/**
 * One digit as a 16 × 24 picture of ink (0..1): height normalised, proportions kept, centred on its ink.
 * `nudge` moves and scales the cut a little (training only).
 */
export const digitPicture = (
  card: GreyImage,
  cell: DigitCell,
  slope: number,
  nudge: { readonly dx: number; readonly dy: number; readonly scale: number } = { dx: 0, dy: 0, scale: 1 },
): Float32Array => {
  const scale = ((cell.bottom - cell.top) / (DIGIT_HEIGHT - 2 * MARGIN)) * nudge.scale
  const centre = inkCentre(card, cell, slope)
  const middle = (cell.top + cell.bottom) / 2
  const out = new Float32Array(DIGIT_WIDTH * DIGIT_HEIGHT)
  for (let y = 0; y < DIGIT_HEIGHT; y++) {
    for (let x = 0; x < DIGIT_WIDTH; x++) {
      const sx = centre + (x - DIGIT_WIDTH / 2 + 0.5) * scale + nudge.dx
      // A neighbour's ink is not this digit's.
      if (sx < cell.left - 1 || sx > cell.right + 1) continue
      const sy = middle + (y - DIGIT_HEIGHT / 2 + 0.5) * scale + nudge.dy + slope * sx
      out[y * DIGIT_WIDTH + x] = 1 - averageAt(card, sx, sy, scale) / 255
    }
  }
  return out
}

const inkCentre = (card: GreyImage, cell: DigitCell, slope: number): number => {
  const ink = inkColumns(card, cell.left, cell.right, cell.top, cell.bottom, slope)
  let first = -1
  let last = -1
  ink.forEach((v, i) => {
    if (v < 0.09) return
    if (first < 0) first = i
    last = i
  })
  return first < 0 ? (cell.left + cell.right) / 2 : cell.left + (first + last + 1) / 2
}

/** Mean of the pixels that one output pixel covers. */
const averageAt = (image: GreyImage, x: number, y: number, size: number): number => {
  const half = Math.max(0.5, size / 2)
  const x0 = Math.max(0, Math.round(x - half))
  const x1 = Math.min(image.width - 1, Math.round(x + half - 1))
  const y0 = Math.max(0, Math.round(y - half))
  const y1 = Math.min(image.height - 1, Math.round(y + half - 1))
  let sum = 0
  let n = 0
  for (let v = y0; v <= Math.max(y0, y1); v++) {
    for (let u = x0; u <= Math.max(x0, x1); u++) {
      sum += image.data[Math.min(v, image.height - 1) * image.width + Math.min(u, image.width - 1)] as number
      n++
    }
  }
  return n === 0 ? 255 : sum / n
}
