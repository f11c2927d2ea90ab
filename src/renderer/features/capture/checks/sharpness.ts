import { type Luma, percentile } from './pixels.ts'

/** Dark–light range of a picture, outliers left out (0..255). */
export function contrastRange(luma: Luma): number {
  return percentile(luma.data, 0.98) - percentile(luma.data, 0.02)
}

/** Steepness of the edges that run down (seen across) and of those that run across (seen down). */
export type Steepness = { readonly across: number; readonly down: number }

/**
 * How steep the steepest edges are: the one-pixel step of the sharpest percent of places, as a share of the picture's
 * dark–light range, for both directions apart, because a movement blurs one of them alone. Near 0.5 for crisp print, below
 * 0.1 for a blur of a few pixels. Being a ratio it does not confuse poor light with blur. A flat picture gives 0.
 */
export function steepnessByDirection(luma: Luma, steepest = steepestOf): Steepness {
  const range = contrastRange(luma)
  if (range < 8) return { across: 0, down: 0 }
  const { data, width, height } = luma
  const across = new Float32Array(Math.max(0, (width - 2) * (height - 2)))
  const down = new Float32Array(across.length)
  for (let y = 1, n = 0; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1, n += 1) {
      const i = y * width + x
      // Two rows (columns) together: single-pixel noise averages out, an edge does not.
      const [here, beside] = [data[i] ?? 0, data[i + 1] ?? 0]
      const [under, underBeside] = [data[i + width] ?? 0, data[i + width + 1] ?? 0]
      across[n] = Math.abs(beside - here + underBeside - under) / 2
      down[n] = Math.abs(under - here + underBeside - beside) / 2
    }
  }
  return { across: steepest(across) / range, down: steepest(down) / range }
}

const steepestOf = (steps: Float32Array): number => percentile(steps, 0.99)

/**
 * The same beside noise, which is everywhere, where print is not: the step in the middle of all tells how much of it there is (of
 * normally distributed noise the ninety-ninth hundredth is 3.8 times as large). In poor light a blurred card has little but noise.
 */
export function steepestBesideNoise(steps: Float32Array): number {
  const noise = 3.8 * percentile(steps, 0.5)
  return Math.sqrt(Math.max(0, steepestOf(steps) ** 2 - noise ** 2))
}
