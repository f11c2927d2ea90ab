import sharp from 'sharp'
import { err, ok, type Result } from '#shared/domain/result.ts'

/** Largest picture taken in: a 48-megapixel document camera; more is a mistake or an attack. */
const MAX_PIXELS = 50_000_000
/** JPEG qualities tried, best first, when a picture must get smaller. */
const QUALITIES = [88, 80, 70, 60]
const SMALLEST_SCALE = 0.4

/** A JPEG that was really decoded. */
export type Picture = { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }

/** Checks by decoding that bytes are a whole JPEG of sensible size. */
export async function inspectJpeg(jpeg: Uint8Array): Promise<Result<Picture, 'undecodable' | 'too-large'>> {
  try {
    const image = sharp(jpeg, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { format, width, height } = await image.metadata()
    if (format !== 'jpeg' || !width || !height) return err('undecodable')
    await image.stats()
    return ok({ jpeg, width, height })
  } catch (cause) {
    return err(cause instanceof Error && /pixel limit/i.test(cause.message) ? 'too-large' : 'undecodable')
  }
}

/**
 * Brings a picture under the central's size limit before it is sealed: first by JPEG quality, then by size.
 * A picture that already fits is passed on byte for byte.
 * @param maxBytes the central's limit for one picture
 */
export async function fitJpeg(picture: Picture, maxBytes: number): Promise<Picture> {
  if (picture.jpeg.length <= maxBytes) return picture
  for (let scale = 1; scale >= SMALLEST_SCALE; scale -= 0.2) {
    for (const quality of QUALITIES) {
      const { data, info } = await sharp(picture.jpeg)
        .resize({ width: Math.round(picture.width * scale) })
        .jpeg({ quality, mozjpeg: true })
        .toBuffer({ resolveWithObject: true })
      if (data.length <= maxBytes) return { jpeg: data, width: info.width, height: info.height }
    }
  }
  throw new Error(`a ${picture.width}×${picture.height} picture does not fit into ${maxBytes} bytes`)
}
