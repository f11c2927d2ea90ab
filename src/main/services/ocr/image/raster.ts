/** 8-bit RGB pixels, row by row. */
export type RgbImage = { readonly data: Uint8Array; readonly width: number; readonly height: number }

/** 8-bit grey pixels, row by row; 0 is black. */
export type GreyImage = { readonly data: Uint8Array; readonly width: number; readonly height: number }

/** Floating-point single-channel pixels. */
export type FloatImage = { readonly data: Float32Array; readonly width: number; readonly height: number }

/** Shrinks by averaging whole blocks: every output pixel is the mean of `factor` × `factor` input pixels. */
export const shrinkRgb = (image: RgbImage, factor: number): RgbImage => {
  const width = Math.floor(image.width / factor)
  const height = Math.floor(image.height / factor)
  const data = new Uint8Array(width * height * 3)
  const area = factor * factor
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let r = 0
      let g = 0
      let b = 0
      for (let dy = 0; dy < factor; dy++) {
        let i = ((y * factor + dy) * image.width + x * factor) * 3
        for (let dx = 0; dx < factor; dx++, i += 3) {
          r += image.data[i] as number
          g += image.data[i + 1] as number
          b += image.data[i + 2] as number
        }
      }
      const o = (y * width + x) * 3
      data[o] = r / area
      data[o + 1] = g / area
      data[o + 2] = b / area
    }
  }
  return { data, width, height }
}

/** Mean over a (2·radius+1)² box, edges clamped; two passes of running sums. */
export const boxBlur = (image: FloatImage, radius: number): FloatImage => {
  if (radius < 1) return image
  const { width, height, data } = image
  const size = 2 * radius + 1
  const across = new Float32Array(data.length)
  // Each row with its ends repeated: no pixel of the sums needs a look at where the row ends.
  const padded = new Float32Array(width + size)
  for (let y = 0; y < height; y++) {
    const row = y * width
    padded.set(data.subarray(row, row + width), radius)
    padded.fill(data[row] as number, 0, radius)
    padded.fill(data[row + width - 1] as number, radius + width)
    let sum = 0
    for (let k = 0; k < size; k++) sum += padded[k] as number
    for (let x = 0; x < width; x++) {
      across[row + x] = sum / size
      sum += (padded[x + size] as number) - (padded[x] as number)
    }
  }
  const out = new Float32Array(data.length)
  // All columns go down together: memory is read as it lies.
  const sums = new Float64Array(width)
  for (let k = -radius; k <= radius; k++) {
    const row = clamp(k, height) * width
    for (let x = 0; x < width; x++) sums[x] = (sums[x] as number) + (across[row + x] as number)
  }
  for (let y = 0; y < height; y++) {
    const row = y * width
    const next = clamp(y + radius + 1, height) * width
    const past = clamp(y - radius, height) * width
    for (let x = 0; x < width; x++) {
      const sum = sums[x] as number
      out[row + x] = sum / size
      sums[x] = sum + (across[next + x] as number) - (across[past + x] as number)
    }
  }
  return { data: out, width, height }
}

const clamp = (i: number, length: number): number => (i < 0 ? 0 : i >= length ? length - 1 : i)

/** One colour channel (0 red, 1 green, 2 blue) as floats. */
export const channel = (image: RgbImage, k: 0 | 1 | 2): FloatImage => {
  const data = new Float32Array(image.width * image.height)
  for (let i = 0; i < data.length; i++) data[i] = image.data[i * 3 + k] as number
  return { data, width: image.width, height: image.height }
}
