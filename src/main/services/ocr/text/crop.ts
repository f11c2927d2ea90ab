import type { GreyImage } from '../image/raster.ts'

/** A rectangle in slope-free card pixels; right and bottom are exclusive. */
export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Copies a rectangle of the card with a white rim, following the rows' slope and scaling it
 * (bilinear) by `scale`.
 */
export const cropText = (card: GreyImage, box: Box, slope: number, rim: number, scale = 1): GreyImage => {
  const inner = {
    width: Math.max(1, Math.round((box.right - box.left) * scale)),
    height: Math.max(1, Math.round((box.bottom - box.top) * scale)),
  }
  const width = inner.width + 2 * rim
  const height = inner.height + 2 * rim
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < inner.height; y++) {
    for (let x = 0; x < inner.width; x++) {
      const sx = box.left + (x + 0.5) / scale - 0.5
      const sy = box.top + (y + 0.5) / scale - 0.5 + slope * sx
      data[(y + rim) * width + x + rim] = sample(card, sx, sy)
    }
  }
  return { data, width, height }
}

const sample = (image: GreyImage, x: number, y: number): number => {
  if (x < 0 || y < 0 || x > image.width - 1 || y > image.height - 1) return 255
  const ix = Math.min(image.width - 2, x | 0)
  const iy = Math.min(image.height - 2, y | 0)
  const fx = x - ix
  const fy = y - iy
  const i = iy * image.width + ix
  const top = (image.data[i] as number) * (1 - fx) + (image.data[i + 1] as number) * fx
  const low =
    (image.data[i + image.width] as number) * (1 - fx) + (image.data[i + image.width + 1] as number) * fx
  return top * (1 - fy) + low * fy
}

/** A binary PGM file (the raw form that tesseract.js accepts without an encoder). */
export const toPgm = (image: GreyImage): Buffer => {
  const head = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'latin1')
  return Buffer.concat([head, image.data])
}
