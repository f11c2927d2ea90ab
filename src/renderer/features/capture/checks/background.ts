import { type Pixels, percentile } from './pixels.ts'

/**
 * What is compared with the desk. `colour`: red, green and blue; `blueness`: blue against red alone,
 * which tells a KTP (bluish since 2011) from white paper lying beside it.
 */
export type Cue = 'colour' | 'blueness'

type Channel = (data: Uint8ClampedArray, index: number) => number

const CHANNELS: Readonly<Record<Cue, readonly Channel[]>> = {
  colour: [0, 1, 2].map(
    (channel): Channel =>
      (data, i) =>
        data[i * 4 + channel] ?? 0,
  ),
  blueness: [(data, i) => 128 + ((data[i * 4 + 2] ?? 0) - (data[i * 4] ?? 0)) / 2],
}

/** One channel of the desk as a plane over the picture: light falls off to one side. */
type Plane = readonly [base: number, perX: number, perY: number]

/** 1 where a pixel is not desk. */
export type Mask = { readonly data: Uint8Array; readonly width: number; readonly height: number }

const RIM_SHARE = 0.07
const FITTING_ROUNDS = 4

/**
 * Marks what lies on the desk: the desk is learnt from the rim of the picture, allowing for light
 * that falls off, then everything far from it is marked.
 * @param limits.min distance that always counts as desk
 * @param limits.max distance that never counts as desk
 */
export function maskForeground(
  pixels: Pixels,
  cue: Cue,
  limits: { readonly min: number; readonly max: number },
): Mask {
  const distances = distancesFromDesk(pixels, CHANNELS[cue])
  const limit = Math.min(limits.max, Math.max(limits.min, splitPoint(distances)))
  const data = new Uint8Array(distances.length)
  for (let i = 0; i < data.length; i += 1) data[i] = (distances[i] ?? 0) > limit ? 1 : 0
  return { data, width: pixels.width, height: pixels.height }
}

function distancesFromDesk(pixels: Pixels, channels: readonly Channel[]): Float32Array {
  const { data, width, height } = pixels
  const rim = rimIndexes(width, height)
  const squares = new Float32Array(width * height)
  for (const channel of channels) {
    const value = (index: number) => channel(data, index)
    const [base, perX, perY] = fitPlane(rim, value, width)
    for (let y = 0, i = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1, i += 1) {
        const off = value(i) - (base + perX * x + perY * y)
        squares[i] = (squares[i] ?? 0) + off * off
      }
    }
  }
  return squares.map(Math.sqrt)
}

function rimIndexes(width: number, height: number): number[] {
  const rimX = Math.max(1, Math.round(width * RIM_SHARE))
  const rimY = Math.max(1, Math.round(height * RIM_SHARE))
  const indexes: number[] = []
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (x < rimX || y < rimY || x >= width - rimX || y >= height - rimY) indexes.push(y * width + x)
    }
  }
  return indexes
}

/** Least squares over the rim, repeated without the pixels that fit worst (a hand, a cut card). */
function fitPlane(rim: readonly number[], value: (index: number) => number, width: number): Plane {
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
