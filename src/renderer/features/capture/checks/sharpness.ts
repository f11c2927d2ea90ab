import { type Luma, percentile } from './pixels.ts'

/** Dark–light range of a picture, outliers left out (0..255). */
export function contrastRange(luma: Luma): number {
  return percentile(luma.data, 0.98) - percentile(luma.data, 0.02)
}

/**
 * How steep the steepest edges are: the one-pixel step of the sharpest percent of places, as a share
 * of the picture's dark–light range. Near 0.5 for crisp print, below 0.1 for a blur of a few pixels.
 * Being a ratio it does not confuse poor light with blur. A flat picture gives 0.
 */
export function edgeSteepness(luma: Luma): number {
  const range = contrastRange(luma)
  if (range < 8) return 0
  const { data, width, height } = luma
  const steps: number[] = []
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x
      // Two rows (columns) together: single-pixel noise averages out, an edge does not.
      const across =
        ((data[i + 1] ?? 0) - (data[i] ?? 0) + (data[i + width + 1] ?? 0) - (data[i + width] ?? 0)) / 2
      const down =
        ((data[i + width] ?? 0) - (data[i] ?? 0) + (data[i + width + 1] ?? 0) - (data[i + 1] ?? 0)) / 2
      steps.push(Math.max(Math.abs(across), Math.abs(down)))
    }
  }
  return percentile(steps, 0.99) / range
}
