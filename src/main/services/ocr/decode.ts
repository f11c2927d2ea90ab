import sharp from 'sharp'
import type { RgbImage } from './image/raster.ts'

/** More pixels than any webcam or phone photo that the kiosk takes; a PNG bomb declares far more. */
const MOST_PIXELS = 40_000_000
/** A file larger than this is not looked at. */
const MOST_BYTES = 30_000_000
/** Below this no print on a card can be read. */
const LEAST_WIDTH = 320
const LEAST_HEIGHT = 200
/** Longest side that the reader works on; larger pictures are reduced. */
const LONGEST_SIDE = 2200

/** Why a picture was refused. */
export type BadPicture = 'too-large' | 'too-small' | 'undecodable'

/** Decodes JPEG, PNG or WebP into upright RGB; sizes are checked from the header before any pixel is decoded. */
export const decodePicture = async (bytes: Uint8Array): Promise<RgbImage | BadPicture> => {
  if (bytes.byteLength > MOST_BYTES) return 'too-large'
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', sequentialRead: true })
    const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (format !== 'jpeg' && format !== 'png' && format !== 'webp') return 'undecodable'
    if (width * height > MOST_PIXELS) return 'too-large'
    if (Math.max(width, height) < LEAST_WIDTH || Math.min(width, height) < LEAST_HEIGHT) return 'too-small'
    const { data, info } = await image
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return info.channels === 3 ? { data, width: info.width, height: info.height } : 'undecodable'
  } catch {
    // sharp throws for anything that is not a whole picture; the reason is not told apart any further.
    return 'undecodable'
  }
}
