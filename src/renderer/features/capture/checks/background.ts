import { type Pixels, percentile } from './pixels.ts'

/**
 * What is compared with the desk. `colour`: red, green and blue; `blueness`: blue and green against red alone,
 * which tells a KTP (bluish since 2011, greenish under some lamps) from white paper lying beside it.
 */
export type Cue = 'colour' | 'blueness'

/** One value of every pixel, row by row. */
type Channel = Float32Array

/** One channel of the desk as a plane over the picture: light falls off to one side. */
type Plane = readonly [base: number, perX: number, perY: number]

/** How far every pixel is from the desk, row by row. */
export type Distances = { readonly data: Float32Array; readonly width: number; readonly height: number }

/** 1 where a pixel is not desk. */
export type Mask = { readonly data: Uint8Array; readonly width: number; readonly height: number }

const RIM_SHARE = 0.07
/** Every so manieth pixel of the rim tells enough about the desk. */
const RIM_STEP = 2
const FITTING_ROUNDS = 4

/**
 * Marks what lies on the desk: everything far from it.
 * @param limits.min distance that always counts as desk
 * @param limits.max distance that never counts as desk
 */
export function maskForeground(
  { data: distances, width, height }: Distances,
  limits: { readonly min: number; readonly max: number },
): Mask {
  const limit = Math.min(limits.max, Math.max(limits.min, splitPoint(distances)))
  const data = new Uint8Array(distances.length)
  for (let i = 0; i < data.length; i += 1) data[i] = (distances[i] ?? 0) > limit ? 1 : 0
  return { data, width, height }
}

/** The desk is learnt from the rim of the picture, allowing for light that falls off. */
export function distancesFromDesk(pixels: Pixels, cue: Cue): Distances {
  const { width, height } = pixels
  const rim = rimIndexes(width, height)
  const data = new Float32Array(width * height)
  for (const channel of channelsOf(pixels, cue)) {
    const [base, perX, perY] = fitPlane(rim, channel, width)
    for (let y = 0, i = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1, i += 1) {
        const off = (channel[i] ?? 0) - (base + perX * x + perY * y)
        data[i] = (data[i] ?? 0) + off * off
      }
    }
  }
  for (let i = 0; i < data.length; i += 1) data[i] = Math.sqrt(data[i] ?? 0)
  return { data, width, height }
}

function channelsOf({ data, width, height }: Pixels, cue: Cue): Channel[] {
  const size = width * height
  const [red, green, blue] = [new Float32Array(size), new Float32Array(size), new Float32Array(size)]
  for (let i = 0, p = 0; i < size; i += 1, p += 4) {
    red[i] = data[p] ?? 0
    green[i] = data[p + 1] ?? 0
    blue[i] = data[p + 2] ?? 0
  }
  if (cue === 'colour') return [red, green, blue]
  const blueness = new Float32Array(size)
  for (let i = 0; i < size; i += 1) blueness[i] = 128 + ((green[i] ?? 0) + (blue[i] ?? 0)) / 2 - (red[i] ?? 0)
  return [blueness]
}

function rimIndexes(width: number, height: number): number[] {
  const rimX = Math.max(1, Math.round(width * RIM_SHARE))
  const rimY = Math.max(1, Math.round(height * RIM_SHARE))
  const indexes: number[] = []
  for (let y = 0; y < height; y += RIM_STEP) {
    for (let x = 0; x < width; x += RIM_STEP) {
      if (x < rimX || y < rimY || x >= width - rimX || y >= height - rimY) indexes.push(y * width + x)
    }
  }
  return indexes
}

/** Least squares over the rim, repeated without the pixels that fit worst (a hand, a cut card). */
function fitPlane(rim: readonly number[], channel: Channel, width: number): Plane {
  const value = (index: number) => channel[index] ?? 0
  let plane: Plane = [percentile(rim.map(value), 0.5), 0, 0]
  for (let round = 0; round < FITTING_ROUNDS; round += 1) {
    const misfit = rim.map((index) => Math.abs(value(index) - at(plane, index, width)))
    const limit = Math.max(6, percentile(misfit, 0.5) * 2.5)
    const kept = rim.filter((_, i) => (misfit[i] ?? 0) <= limit)
    plane = leastSquares(kept, value, width) ?? plane
  }
  return plane
}

const at = (plane: Plane, index: number, width: number): number =>
  plane[0] + plane[1] * (index % width) + plane[2] * Math.floor(index / width)

function leastSquares(
  indexes: readonly number[],
  value: (index: number) => number,
  width: number,
): Plane | undefined {
  const n = indexes.length
  if (n < 3) return undefined
  let [meanX, meanY, meanV] = [0, 0, 0]
  for (const index of indexes) {
    meanX += (index % width) / n
    meanY += Math.floor(index / width) / n
    meanV += value(index) / n
  }
  let [xx, xy, yy, xv, yv] = [0, 0, 0, 0, 0]
  for (const index of indexes) {
    const x = (index % width) - meanX
    const y = Math.floor(index / width) - meanY
    const v = value(index) - meanV
    xx += x * x
    xy += x * y
    yy += y * y
    xv += x * v
    yv += y * v
  }
  const determinant = xx * yy - xy * xy
  if (Math.abs(determinant) < 1e-6) return undefined
  const perX = (xv * yy - yv * xy) / determinant
  const perY = (yv * xx - xv * xy) / determinant
  return [meanV - perX * meanX - perY * meanY, perX, perY]
}

/** Otsu's threshold: the split that separates two groups of numbers best. */
function splitPoint(values: Float32Array): number {
  const histogram = new Float64Array(256)
  for (const value of values) {
    const bin = Math.min(255, Math.round(value))
    histogram[bin] = (histogram[bin] ?? 0) + 1
  }
  let total = 0
  for (let bin = 0; bin < 256; bin += 1) total += bin * (histogram[bin] ?? 0)
  let [best, bestSpread, below, belowSum] = [0, -1, 0, 0]
  for (let bin = 0; bin < 255; bin += 1) {
    below += histogram[bin] ?? 0
    belowSum += bin * (histogram[bin] ?? 0)
    const above = values.length - below
    if (below === 0 || above === 0) continue
    const gap = belowSum / below - (total - belowSum) / above
    const spread = below * above * gap * gap
    if (spread > bestSpread) [best, bestSpread] = [bin, spread]
  }
  return best
}
