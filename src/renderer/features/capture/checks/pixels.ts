/** RGBA pixels, row by row, as a canvas gives them (`ImageData` fits). */
export type Pixels = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }

/** Brightness 0..255 of every pixel, row by row. */
export type Luma = { readonly data: Float32Array; readonly width: number; readonly height: number }

/** Brightness as the eye weighs colours (ITU-R BT.601). */
export function toLuma(pixels: Pixels): Luma {
  const { data, width, height } = pixels
  const luma = new Float32Array(width * height)
  for (let i = 0, p = 0; i < luma.length; i += 1, p += 4) {
    luma[i] = 0.299 * (data[p] ?? 0) + 0.587 * (data[p + 1] ?? 0) + 0.114 * (data[p + 2] ?? 0)
  }
  return { data: luma, width, height }
}

/** The value below which `share` (0..1) of the numbers lie; values are clamped to 0..255. */
export function percentile(values: Float32Array | readonly number[], share: number): number {
  const histogram = histogramOf(values instanceof Float32Array ? values : Float32Array.from(values))
  const wanted = share * values.length
  let seen = 0
  for (let bin = 0; bin < 256; bin += 1) {
    seen += histogram[bin] ?? 0
    if (seen >= wanted && seen > 0) return bin
  }
  return 255
}

/** Always of one kind of array: a look counts two million values, and engines are slow where they meet several kinds. */
function histogramOf(values: Float32Array): Uint32Array {
  const histogram = new Uint32Array(256)
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0
    const bin = value <= 0 ? 0 : value >= 255 ? 255 : Math.floor(value + 0.5)
    histogram[bin] = (histogram[bin] ?? 0) + 1
  }
  return histogram
}

/** Share (0..1) of the numbers that are at least `limit`. */
export function shareAtLeast(values: ArrayLike<number>, limit: number): number {
  if (values.length === 0) return 0
  let count = 0
  for (let i = 0; i < values.length; i += 1) if ((values[i] ?? 0) >= limit) count += 1
  return count / values.length
}

/** Red, green and blue of a pixel, 0..255. */
export const colourAt = (
  data: Uint8ClampedArray,
  index: number,
): readonly [r: number, g: number, b: number] => [
  data[index * 4] ?? 0,
  data[index * 4 + 1] ?? 0,
  data[index * 4 + 2] ?? 0,
]
