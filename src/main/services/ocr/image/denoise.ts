import type { FloatImage } from './raster.ts'

/** How far away a pixel's like are looked for, pixels. */
const SEARCH = 4
/** Neighbourhoods that are compared reach this far around both pixels. */
const PATCH = 2
/** How unlike, in deviations of the noise, a neighbourhood may be and still have a third of the say. */
const TOLERANCE = 0.7

/**
 * Takes the sensor's noise away and leaves strokes as sharp as they are: non-local means (Buades, Coll and Morel 2005),
 * every pixel becomes the mean of the pixels near it whose neighbourhoods look like its own. `deviation` is that
 * of the noise, in the picture's units.
 */
export const denoise = (image: FloatImage, deviation: number): FloatImage => {
  const { width, height, data } = image
  const sum = new Float32Array(data)
  const weights = new Float32Array(data.length).fill(1)
  const variance = deviation * deviation
  const table = weightTable()
  const scale = TABLE_STEPS / (variance * TABLE_REACH)
  // Sums of squared differences down each column, with bare ends: none of the loops below asks where a row ends.
  const columns = new Float32Array(width + 2 * PATCH + 1)
  const inner = PATCH + 1
  const area = (2 * PATCH + 1) ** 2
  // Every pair of places is compared once and counts for both.
  for (let dy = 0; dy <= SEARCH; dy++) {
    for (let dx = dy === 0 ? 1 : -SEARCH; dx <= SEARCH; dx++) {
      const from = Math.max(0, -dx)
      const to = width - Math.max(0, dx)
      const rows = height - dy
      const apart = dy * width + dx
      columns.fill(0)
      const addRow = (y: number, sign: number): void => {
        for (let x = from, i = y * width + from; x < to; x++, i++) {
          const d = (data[i] as number) - (data[i + apart] as number)
          columns[inner + x] = (columns[inner + x] as number) + sign * d * d
        }
      }
      for (let y = 0; y < Math.min(PATCH, rows); y++) addRow(y, 1)
      for (let y = 0; y < rows; y++) {
        if (y + PATCH < rows) addRow(y + PATCH, 1)
        if (y - PATCH - 1 >= 0) addRow(y - PATCH - 1, -1)
        let run = 0
        for (let x = from; x < from + PATCH; x++) run += columns[inner + x] as number
        for (let x = from, i = y * width + from; x < to; x++, i++) {
          run += (columns[inner + x + PATCH] as number) - (columns[x] as number)
          const excess = run / area - 2 * variance
          const at = excess > 0 ? (excess * scale) | 0 : 0
          if (at >= TABLE_STEPS) continue
          const w = table[at] as number
          const j = i + apart
          sum[i] = (sum[i] as number) + w * (data[j] as number)
          weights[i] = (weights[i] as number) + w
          sum[j] = (sum[j] as number) + w * (data[i] as number)
          weights[j] = (weights[j] as number) + w
        }
      }
    }
  }
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) / (weights[i] as number)
  return { data: sum, width, height }
}

const TABLE_STEPS = 256
/** Beyond this excess, in variances of the noise, a neighbourhood has no say. */
const TABLE_REACH = 4 * TOLERANCE * TOLERANCE

const weightTable = (): Float32Array =>
  Float32Array.from({ length: TABLE_STEPS }, (_, i) =>
    Math.exp(-((i / TABLE_STEPS) * TABLE_REACH) / (TOLERANCE * TOLERANCE)),
  )
