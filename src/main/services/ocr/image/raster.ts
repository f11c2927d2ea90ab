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
  const { width, height } = image
  const across = new Float32Array(image.data.length)
  const size = 2 * radius + 1
  for (let y = 0; y < height; y++) {
    const row = y * width
    let sum = 0
    for (let k = -radius; k <= radius; k++) sum += image.data[row + clamp(k, width)] as number
    for (let x = 0; x < width; x++) {
      across[row + x] = sum / size
      sum +=
        (image.data[row + clamp(x + radius + 1, width)] as number) -
        (image.data[row + clamp(x - radius, width)] as number)
    }
  }
  const out = new Float32Array(image.data.length)
  for (let x = 0; x < width; x++) {
    let sum = 0
    for (let k = -radius; k <= radius; k++) sum += across[clamp(k, height) * width + x] as number
    for (let y = 0; y < height; y++) {
      out[y * width + x] = sum / size
      sum +=
        (across[clamp(y + radius + 1, height) * width + x] as number) -
        (across[clamp(y - radius, height) * width + x] as number)
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
