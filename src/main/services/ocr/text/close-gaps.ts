import type { GreyImage } from '../image/raster.ts'

/** A picture without its wide gaps, and where its columns stood before. */
export type ClosedPicture = { readonly picture: GreyImage; readonly toOriginal: (x: number) => number }

/** Mean darkness of a column, 0..255, up to which it is bare paper with some noise. */
const BARE = 9

/**
 * Takes the middle out of gaps wider than `widest` pixels: Tesseract's time goes by width, and it takes long stretches
 * of empty paper between a label and its value for dashes.
 */
export const closeGaps = (picture: GreyImage, widest: number): ClosedPicture => {
  const { width, height, data } = picture
  const keep = Math.max(2, Math.round(widest))
  const kept: number[] = []
  let bare = 0
  for (let x = 0; x < width; x++) {
    let ink = 0
    for (let y = 0; y < height; y++) ink += 255 - (data[y * width + x] as number)
    bare = ink / height <= BARE ? bare + 1 : 0
    // The first half of a gap is kept as it comes; its second half takes the place of what was kept last.
    if (bare > keep) kept.splice(kept.length - (keep >> 1), 1)
    kept.push(x)
  }
  if (kept.length === width) return { picture, toOriginal: (x) => x }
  const closed = new Uint8Array(kept.length * height)
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < kept.length; i++)
      closed[y * kept.length + i] = data[y * width + (kept[i] as number)] as number
  }
  return {
    picture: { data: closed, width: kept.length, height },
    toOriginal: (x) => {
      const i = Math.max(0, Math.min(kept.length - 1, Math.floor(x)))
      return (kept[i] as number) + (x - i)
    },
  }
}
