import { boxBlur, type FloatImage, type GreyImage, type RgbImage } from './raster.ts'

const BLOCK = 14

/**
 * Brightness that shows ink best: ink is black and the card's body and guilloche are blue, so red,
 * which shows the pattern most, counts least.
 */
export const inkGrey = (picture: RgbImage): FloatImage => {
  const data = new Float32Array(picture.width * picture.height)
  for (let i = 0, p = 0; i < data.length; i++, p += 3) {
    data[i] =
      (picture.data[p] as number) * 0.12 +
      (picture.data[p + 1] as number) * 0.53 +
      (picture.data[p + 2] as number) * 0.35
  }
  return { data, width: picture.width, height: picture.height }
}

/** Noise, as a share of the ink's contrast, above which print is smoothed once, twice and three times. */
const SMOOTH_FROM = [0.05, 0.1, 0.17]

/** From here on smoothing costs strokes as much as noise, and `denoise` is worth its second. */
const DENOISE_FROM = 0.08

/**
 * Evens out the light: every pixel is divided by the paper's brightness around it, then stretched so
 * that ink is near 0 and paper near 255. Takes away shadows, the card's colour gradient and most glare; a noisy
 * picture is smoothed first, and stretched only so far that its noise stays paper. `isNoisy` tells a card that
 * is worth `denoise`.
 */
export const flattenBackground = (
  card: FloatImage,
): { readonly grey: GreyImage; readonly isNoisy: boolean } => {
  const { width, height } = card
  const paper = paperLevel(card)
  let ratio: FloatImage = { data: new Float32Array(card.data.length), width, height }
  for (let i = 0; i < paper.length; i++)
    ratio.data[i] = Math.min(1.15, (card.data[i] as number) / Math.max(8, paper[i] as number))
  let noise = noiseOf(ratio)
  const contrast = 1 - typicalInk(ratio)
  const isNoisy = noise / contrast >= DENOISE_FROM
  for (const share of SMOOTH_FROM) {
    if (noiseOf(ratio) <= 0 || noise / contrast < share) break
    ratio = boxBlur(ratio, 1)
  }
  noise = noiseOf(ratio)
  const ink = localInk(ratio, paper, noise)
  const high = 0.97 - Math.min(0.12, 1.2 * noise)
  const out = new Uint8Array(card.data.length)
  for (let i = 0; i < out.length; i++) {
    const low = ink[i] as number
    out[i] = Math.max(0, Math.min(255, (((ratio.data[i] as number) - low) / (high - low)) * 255))
  }
  return { grey: { data: out, width, height }, isNoisy }
}

/** Deviation of a card's noise, grey levels. */
export const noiseLevel = (card: FloatImage): number =>
  255 * noiseOf({ ...card, data: card.data.map((v) => v / 255) })

/** Deviation of the pixels' noise, robust against print: differences over two pixels, since enlarging ties neighbours. */
const noiseOf = ({ data, width, height }: FloatImage): number => {
  const steps = new Uint32Array(1024)
  let n = 0
  for (let y = 4; y < height - 4; y += 5) {
    for (let x = 4; x < width - 4; x += 3) {
      const i = y * width + x
      const d = Math.abs((data[i] as number) - ((data[i - 3] as number) + (data[i + 3] as number)) / 2)
      const bin = Math.min(1023, (d * 2048) | 0)
      steps[bin] = (steps[bin] as number) + 1
      n++
    }
  }
  let left = n / 2
  let bin = 0
  while (bin < 1023 && left > (steps[bin] as number)) left -= steps[bin++] as number
  return ((bin + 0.5) / 2048) * 1.21
}

/** How dark ink gets, as a share of the paper: the darkest twentieth of the picture's inner part. */
const typicalInk = ({ data, width, height }: FloatImage): number => {
  const values: number[] = []
  for (let y = height * 0.15; y < height * 0.9; y += 5)
    for (let x = width * 0.04; x < width * 0.6; x += 5) values.push(data[(y | 0) * width + (x | 0)] as number)
  values.sort((a, b) => a - b)
  return Math.min(0.9, values[Math.floor(values.length * 0.03)] ?? 0.5)
}

/** Brightness of the bare card around each pixel: a high percentile of blocks, smoothed. */
const paperLevel = (grey: FloatImage): Float32Array => {
  const blocks = blockPercentile(grey, BLOCK, 0.82, 1)
  // Blocks full of ink borrow from their neighbours; what is bright on its own (glare) does not spread.
  const closed = negate(maxFilter(negate(maxFilter(blocks, 2)), 2))
  return enlarge(boxBlur(closed, 1), BLOCK, grey.width, grey.height)
}

/** How dark ink gets around each pixel, as a share of the paper; haze (glare) lifts it. */
const localInk = (ratio: FloatImage, paper: Float32Array, noise: number): Float32Array => {
  const size = BLOCK * 2
  const blocks = blockPercentile(ratio, size, 0.04, 256)
  const sorted = Float32Array.from(blocks.data).sort()
  const typical = sorted[Math.floor(sorted.length * 0.25)] as number
  const lowered = maxFilter(negate(blocks), 1)
  // The middle of each block stands for it.
  const light = Float32Array.from(lowered.data, (_, i) => {
    const x = Math.min(ratio.width - 1, (i % lowered.width) * size + BLOCK)
    const y = Math.min(ratio.height - 1, Math.floor(i / lowered.width) * size + BLOCK)
    return paper[y * ratio.width + x] as number
  })
  const usualLight = Float32Array.from(light).sort()[light.length >> 1] as number
  const data = lowered.data.map((v, i) => {
    // The fainter the ink, the more the noise is stretched with it; under glare noise is a smaller share of the light.
    const here = (noise * usualLight) / Math.max(8, light[i] as number)
    return Math.max(typical * 0.6, Math.min(MOST_INK, 0.97 - 7 * here, -v))
  })
  return enlarge(boxBlur({ ...lowered, data }, 1), size, ratio.width, ratio.height)
}

/** Ink paler than this share of the paper's brightness is not told from pattern. */
const MOST_INK = 0.8

const negate = (image: FloatImage): FloatImage => ({ ...image, data: image.data.map((v) => -v) })

/** Histogram steps per unit of value: grey levels are told apart by 1, shares by 1/256. */
const blockPercentile = (image: FloatImage, size: number, share: number, steps: number): FloatImage => {
  const width = Math.ceil(image.width / size)
  const height = Math.ceil(image.height / size)
  const data = new Float32Array(width * height)
  const histogram = new Uint16Array(300)
  for (let by = 0; by < height; by++) {
    const bottom = Math.min(image.height, (by + 1) * size)
    for (let bx = 0; bx < width; bx++) {
      const right = Math.min(image.width, (bx + 1) * size)
      histogram.fill(0)
      let n = 0
      // Every other pixel of every other row is enough for a percentile.
      for (let y = by * size; y < bottom; y += 2) {
        for (let x = bx * size; x < right; x += 2) {
          const bin = ((image.data[y * image.width + x] as number) * steps) | 0
          histogram[bin] = (histogram[bin] as number) + 1
          n++
        }
      }
      let left = Math.floor(n * share)
      let bin = 0
      while (bin < 299 && left >= (histogram[bin] as number)) {
        left -= histogram[bin] as number
        bin++
      }
      data[by * width + bx] = (bin + 0.5) / steps
    }
  }
  return { data, width, height }
}

const maxFilter = (image: FloatImage, radius: number): FloatImage => {
  const { width, height } = image
  const data = new Float32Array(image.data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let most = Number.NEGATIVE_INFINITY
      for (let v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++) {
        for (let u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++)
          most = Math.max(most, image.data[v * width + u] as number)
      }
      data[y * width + x] = most
    }
  }
  return { data, width, height }
}

/** Bilinear enlargement of block values to pixels. */
const enlarge = (blocks: FloatImage, size: number, width: number, height: number): Float32Array => {
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const v = Math.max(0, Math.min(blocks.height - 1.001, (y + 0.5) / size - 0.5))
    const iv = Math.floor(v)
    const fv = v - iv
    const below = Math.min(blocks.height - 1, iv + 1)
    for (let x = 0; x < width; x++) {
      const u = Math.max(0, Math.min(blocks.width - 1.001, (x + 0.5) / size - 0.5))
      const iu = u | 0
      const fu = u - iu
      const right = Math.min(blocks.width - 1, iu + 1)
      const top =
        (blocks.data[iv * blocks.width + iu] as number) * (1 - fu) +
        (blocks.data[iv * blocks.width + right] as number) * fu
      const low =
        (blocks.data[below * blocks.width + iu] as number) * (1 - fu) +
        (blocks.data[below * blocks.width + right] as number) * fu
      out[y * width + x] = top * (1 - fv) + low * fv
    }
  }
  return out
}
