import type { Component } from '../image/components.ts'

/**
 * A row of print found on the rectified card. Positions are pixels of the rectified card after the
 * slope has been taken out: y' = y − slope · x.
 */
export type TextRow = {
  readonly baseline: number
  /** Height of its capitals. */
  readonly capHeight: number
  /** Its blots, left to right. */
  readonly parts: readonly Component[]
}

/** How the print stands on this card; found in the picture, not assumed. */
export type CardLayout = {
  readonly rows: readonly TextRow[]
  /** Rise of the rows, pixels down per pixel right. */
  readonly slope: number
  /** Left edge of the photograph (rows end there). */
  readonly photoX: number
  /** Pixels per card unit (a tenth of a millimetre). */
  readonly unit: number
}

/** Units across an ID-1 card: tenths of a millimetre. */
const CARD_UNITS = 856

/** Sides on which print runs off the rectified picture: the outline was drawn too tight. */
export type Spill = { readonly left: boolean; readonly top: boolean; readonly bottom: boolean }

/** Letter-sized blots that touch the left, top or bottom rim. */
export const findSpill = (components: readonly Component[], width: number, height: number): Spill => {
  const unit = width / CARD_UNITS
  const letters = components.filter((c) => {
    const h = (c.bottom - c.top) / unit
    const w = (c.right - c.left) / unit
    return h >= 4 && h <= 32 && w >= 2 && w <= 40 && c.area > 12 * unit * unit
  })
  return {
    left: letters.filter((c) => c.left <= 1.5 * unit).length >= 3,
    top: letters.filter((c) => c.top <= 6 * unit && c.left > 100 * unit).length >= 5,
    bottom: letters.filter((c) => c.bottom >= height - 4 * unit && c.right < 600 * unit).length >= 5,
  }
}

/** Finds rows and their slope from the blots of ink of an upright rectified card. */
export const findLayout = (components: readonly Component[], width: number, height: number): CardLayout => {
  const unit = width / CARD_UNITS
  const photoX = findPhoto(components, width, height, unit)
  const letters = components.filter((c) => {
    const h = (c.bottom - c.top) / unit
    const w = (c.right - c.left) / unit
    const onRim =
      c.left < 4 * unit || c.top < 4 * unit || c.right > width - 4 * unit || c.bottom > height - 4 * unit
    return (
      !onRim &&
      h >= 1.2 &&
      h <= 46 &&
      w <= 340 &&
      c.area >= 1.5 * unit * unit &&
      c.left < limitAt(c, photoX, height)
    )
  })
  const tall = letters.filter((c) => c.bottom - c.top >= 7.5 * unit)
  const slope = findSlope(tall, unit)
  const rows = withoutInnerRows(evenCapitals(gatherRows(letters, tall, slope, unit), unit)).map((row) =>
    trimRow(row, slope, unit),
  )
  return { rows, slope, photoX, unit }
}

// The header may run across the whole card, above the photograph.
const limitAt = (c: Component, photoX: number, height: number): number =>
  c.bottom < height * 0.17 ? Number.POSITIVE_INFINITY : photoX

const findPhoto = (components: readonly Component[], width: number, height: number, unit: number): number => {
  let left = width * 0.77
  for (const c of components) {
    const tallEnough = c.bottom - c.top > 85 * unit && c.right - c.left > 30 * unit
    const inside =
      c.left > width * 0.5 &&
      c.right < width - 2 * unit &&
      c.top > height * 0.08 &&
      c.bottom < height - 2 * unit
    if (tallEnough && inside) left = Math.min(left, c.left)
  }
  return left - 2 * unit
}

const bottomOf = (c: Component, slope: number): number => c.bottom - slope * ((c.left + c.right) / 2)

/** Histogram of bottoms at one unit per four bins, smoothed; heavier for wider blots. */
const baselineDensity = (tall: readonly Component[], slope: number, unit: number): Float32Array => {
  const bins = new Float32Array(600 * 4)
  for (const c of tall) {
    const at = Math.round((bottomOf(c, slope) / unit) * 4)
    const weight = Math.min(3, (c.right - c.left) / unit / 10)
    for (let d = -8; d <= 8; d++) {
      const bin = at + d
      if (bin >= 0 && bin < bins.length) bins[bin] = (bins[bin] as number) + weight * Math.exp((-d * d) / 18)
    }
  }
  return bins
}

/** How the rows lean at the top and at the bottom of a rectified card, pixels down per pixel right. */
export type Tilt = { readonly top: number; readonly bottom: number }

/**
 * Leftover perspective: the pair of slopes under which the feet of the letters gather most sharply into rows.
 * Searched from coarse to fine.
 */
export const findTilt = (components: readonly Component[], width: number, height: number): Tilt => {
  const unit = width / CARD_UNITS
  const tall = components.filter((c) => {
    const h = (c.bottom - c.top) / unit
    return h >= 7.5 && h <= 46 && c.right - c.left <= 60 * unit && c.left > 4 * unit && c.right < width * 0.76
  })
  const sharpness = ({ top, bottom }: Tilt): number => {
    const bins = new Float32Array(800)
    for (const c of tall) {
      const slope = top + ((bottom - top) * c.bottom) / height
      const at = Math.round((c.bottom - (slope * (c.left + c.right)) / 2) / unit) + 100
      if (at > 0 && at < 799) bins[at] = (bins[at] as number) + 1
    }
    let sum = 0
    for (let i = 1; i < 799; i++) {
      const v = (bins[i - 1] as number) * 0.5 + (bins[i] as number) + (bins[i + 1] as number) * 0.5
      sum += v * v
    }
    return sum
  }
  let best: Tilt = { top: 0, bottom: 0 }
  let most = sharpness(best) * 1.02
  for (const [reach, step] of [
    [0.09, 0.01],
    [0.009, 0.003],
    [0.002, 0.001],
  ] as const) {
    const { top, bottom } = best
    for (let t = top - reach; t <= top + reach + 1e-9; t += step) {
      for (let b = bottom - reach; b <= bottom + reach + 1e-9; b += step) {
        const found = sharpness({ top: t, bottom: b })
        if (found <= most) continue
        most = found
        best = { top: t, bottom: b }
      }
    }
  }
  return best
}

const findSlope = (tall: readonly Component[], unit: number): number => {
  let best = 0
  let sharpest = -1
  for (let s = -0.03; s <= 0.0301; s += 0.0015) {
    let sum = 0
    for (const v of baselineDensity(tall, s, unit)) sum += v * v
    if (sum > sharpest) {
      sharpest = sum
      best = s
    }
  }
  return best
}

const gatherRows = (
  letters: readonly Component[],
  tall: readonly Component[],
  slope: number,
  unit: number,
): TextRow[] => {
  const density = baselineDensity(tall, slope, unit)
  const peaks: { y: number; weight: number }[] = []
  for (let i = 1; i < density.length - 1; i++) {
    const v = density[i] as number
    if (v > 0.9 && v >= (density[i - 1] as number) && v > (density[i + 1] as number))
      peaks.push({ y: (i / 4) * unit, weight: v })
  }
  peaks.sort((a, b) => b.weight - a.weight)
  const baselines: number[] = []
  for (const peak of peaks) {
    if (baselines.every((y) => Math.abs(y - peak.y) > 13 * unit)) baselines.push(peak.y)
  }
  baselines.sort((a, b) => a - b)
  const members = baselines.map((): Component[] => [])
  for (const c of letters) {
    const shift = slope * ((c.left + c.right) / 2)
    const top = c.top - shift
    const bottom = c.bottom - shift
    let row = -1
    let most = 0
    baselines.forEach((baseline, i) => {
      const overlap = Math.min(bottom, baseline + 3 * unit) - Math.max(top, baseline - 15 * unit)
      if (overlap > most) {
        most = overlap
        row = i
      }
    })
    if (row >= 0) members[row]?.push(c)
  }
  return baselines
    .map((baseline, i): TextRow => {
      const parts = (members[i] ?? []).sort((a, b) => a.left - b.left)
      return { baseline, capHeight: capHeightOf(parts, baseline, slope, unit), parts }
    })
    .filter((row) => row.parts.length > 0)
}

/** Pattern between the feet and heads of large print (the NIK) is no row of its own. */
const withoutInnerRows = (rows: readonly TextRow[]): TextRow[] =>
  rows.filter((row) =>
    rows.every((other) => {
      const inside =
        row.baseline < other.baseline - 1 && row.baseline > other.baseline - other.capHeight * 0.85
      return other === row || !inside || other.parts.length < row.parts.length / 2
    }),
  )

/** Takes away blots at both ends of a row that stand apart and among which is nothing like a letter. */
const trimRow = (row: TextRow, slope: number, unit: number): TextRow => {
  const runs: Component[][] = []
  for (const part of row.parts) {
    const before = runs.at(-1)?.at(-1)
    if (before && part.left - before.right < 12 * unit) runs.at(-1)?.push(part)
    else runs.push([part])
  }
  const isPrint = (run: readonly Component[]): boolean =>
    run.some((c) => {
      const height = c.bottom - c.top
      return (
        height > row.capHeight * 0.7 &&
        height < row.capHeight * 1.4 &&
        Math.abs(bottomOf(c, slope) - row.baseline) < 3.5 * unit
      )
    })
  const first = runs.findIndex(isPrint)
  if (first < 0) return row
  const last = runs.findLastIndex(isPrint)
  return { ...row, parts: runs.slice(first, last + 1).flat() }
}

const capHeightOf = (parts: readonly Component[], baseline: number, slope: number, unit: number): number => {
  const heights = parts
    .filter((c) => Math.abs(bottomOf(c, slope) - baseline) < 3 * unit)
    .map((c) => c.bottom - c.top)
    .sort((a, b) => a - b)
  return heights[Math.floor(heights.length * 0.75)] ?? 16 * unit
}

/** A row of small letters only (Kewarganegaraan : WNI) has the same capitals as its neighbours. */
const evenCapitals = (rows: readonly TextRow[], unit: number): TextRow[] => {
  const heights = rows
    .map((row) => row.capHeight)
    .filter((h) => h < 24 * unit)
    .sort((a, b) => a - b)
  const typical = heights[heights.length >> 1] ?? 16 * unit
  return rows.map((row) => ({ ...row, capHeight: Math.max(row.capHeight, typical) }))
}
