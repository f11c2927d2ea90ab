import { decodeRgb, readHeader } from '../pictures/index.ts'
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
  const header = readHeader(bytes)
  if (!header) return 'undecodable'
  const longest = Math.max(header.width, header.height)
  if (header.width * header.height > MOST_PIXELS) return 'too-large'
  if (longest < LEAST_WIDTH || Math.min(header.width, header.height) < LEAST_HEIGHT) return 'too-small'
  if (!header.whole) return 'undecodable'
  try {
    return await decodeRgb(bytes, header, Math.min(1, LONGEST_SIDE / longest))
  } catch {
    // The decoder throws for anything that is not a whole picture; the reason is not told apart any further.
    return 'undecodable'
  }
}
