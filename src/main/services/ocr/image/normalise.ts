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
  let ratio = shareOfPaper(card, paper)
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
  const out = new Uint8Array(ratio.data.length)
  const shares = ratio.data
  for (let y = 0, i = 0; y < height; y++) {
    const low = ink(y)
    for (let x = 0; x < width; x++, i++) {
      const dark = low[x] as number
      const v = (((shares[i] as number) - dark) / (high - dark)) * 255
      out[i] = v <= 0 ? 0 : v >= 255 ? 255 : v
    }
  }
  return { grey: { data: out, width, height }, isNoisy }
}

/** Every pixel as a share of the paper's brightness around it. */
const shareOfPaper = ({ data, width, height }: FloatImage, paper: PixelRows): FloatImage => {
  const shares = new Float32Array(data.length)
  for (let y = 0, i = 0; y < height; y++) {
    const level = paper(y)
    for (let x = 0; x < width; x++, i++) {
      const bare = level[x] as number
      const share = (data[i] as number) / (bare > 8 ? bare : 8)
      shares[i] = share < MOST_SHARE ? share : MOST_SHARE
    }
  }
  return { data: shares, width, height }
}

/** Brighter than the paper by more than this is glare, and told apart no further. */
const MOST_SHARE = 1.15

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
  const some: number[] = []
  for (let y = height * 0.15; y < height * 0.9; y += 5)
    for (let x = width * 0.04; x < width * 0.6; x += 5) some.push(data[(y | 0) * width + (x | 0)] as number)
  const values = Float32Array.from(some).sort()
  return Math.min(0.9, values[Math.floor(values.length * 0.03)] ?? 0.5)
}

/** Brightness of the bare card around each pixel: a high percentile of blocks, smoothed. */
const paperLevel = (grey: FloatImage): PixelRows => {
  const blocks = blockPercentile(grey, BLOCK, 0.82, 1)
  // Blocks full of ink borrow from their neighbours; what is bright on its own (glare) does not spread.
  const closed = negate(maxFilter(negate(maxFilter(blocks, 2)), 2))
  return enlarge(boxBlur(closed, 1), BLOCK, grey.width)
}

/** How dark ink gets around each pixel, as a share of the paper; haze (glare) lifts it. */
const localInk = (ratio: FloatImage, paper: PixelRows, noise: number): PixelRows => {
  const size = BLOCK * 2
  const blocks = blockPercentile(ratio, size, 0.04, 256)
  const sorted = Float32Array.from(blocks.data).sort()
  const typical = sorted[Math.floor(sorted.length * 0.25)] as number
  const lowered = maxFilter(negate(blocks), 1)
  // The middle of each block stands for it.
  const light = new Float32Array(lowered.data.length)
  for (let by = 0; by < lowered.height; by++) {
    const level = paper(Math.min(ratio.height - 1, by * size + BLOCK))
    for (let bx = 0; bx < lowered.width; bx++)
      light[by * lowered.width + bx] = level[Math.min(ratio.width - 1, bx * size + BLOCK)] as number
  }
  const usualLight = Float32Array.from(light).sort()[light.length >> 1] as number
  const data = lowered.data.map((v, i) => {
    // The fainter the ink, the more the noise is stretched with it; under glare noise is a smaller share of the light.
    const here = (noise * usualLight) / Math.max(8, light[i] as number)
    return Math.max(typical * 0.6, Math.min(MOST_INK, 0.97 - 7 * here, -v))
  })
  return enlarge(boxBlur({ ...lowered, data }, 1), size, ratio.width)
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

/** One row of a picture's pixels at a time; each row is overwritten by the next. */
type PixelRows = (y: number) => Float32Array

/** Bilinear enlargement of block values to rows of `width` pixels: whole pictures of them would only be memory to fill. */
const enlarge = (blocks: FloatImage, size: number, width: number): PixelRows => {
  const left = new Int32Array(width)
  const part = new Float32Array(width)
  for (let x = 0; x < width; x++) {
    const u = Math.max(0, Math.min(blocks.width - 1.001, (x + 0.5) / size - 0.5))
    left[x] = u
    part[x] = u - (u | 0)
  }
  // One more than there are blocks: the last has no neighbour on its right.
  const mixed = new Float32Array(blocks.width + 1)
  const row = new Float32Array(width)
  return (y) => {
    const v = Math.max(0, Math.min(blocks.height - 1.001, (y + 0.5) / size - 0.5))
    const above = (v | 0) * blocks.width
    const below = Math.min(blocks.height - 1, (v | 0) + 1) * blocks.width
    const share = v - (v | 0)
    for (let i = 0; i < blocks.width; i++) {
      const top = blocks.data[above + i] as number
      mixed[i] = top + ((blocks.data[below + i] as number) - top) * share
    }
    mixed[blocks.width] = mixed[blocks.width - 1] as number
    for (let x = 0; x < width; x++) {
      const i = left[x] as number
      const here = mixed[i] as number
      row[x] = here + ((mixed[i + 1] as number) - here) * (part[x] as number)
    }
    return row
  }
}
