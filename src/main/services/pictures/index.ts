import { compressJpeg, Transformer } from '@napi-rs/image'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { readHeader } from './header.ts'
import { decodeUpright } from './pixels.ts'

export { type PictureHeader, readHeader } from './header.ts'
export { decodeRgb, encodeJpeg, type RgbPixels } from './pixels.ts'

/** Largest picture taken in: a 48-megapixel document camera; more is a mistake or an attack. */
const MAX_PIXELS = 50_000_000
/** JPEG qualities tried, best first, when a picture must get smaller. */
const QUALITIES = [88, 80, 70, 60]
const SCALES = [1, 0.8, 0.6, 0.4]
/** Quality of the step between shrinking and the last encoding: it must cost nothing that shows. */
const LOSSLESS_TO_THE_EYE = 100

/** A JPEG that was really decoded. */
export type Picture = { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }

/** Checks by decoding that bytes are a whole JPEG of sensible size. */
export async function inspectJpeg(jpeg: Uint8Array): Promise<Result<Picture, 'undecodable' | 'too-large'>> {
  const header = readHeader(jpeg)
  if (header?.format !== 'jpeg') return err('undecodable')
  const { width, height, whole } = header
  if (width * height > MAX_PIXELS) return err('too-large')
  if (!whole) return err('undecodable')
  try {
    // Asking for the colour type decodes every pixel.
    const decoded = await new Transformer(jpeg).metadata()
    return decoded.width === width && decoded.height === height
      ? ok({ jpeg, width, height })
      : err('undecodable')
  } catch {
    // The decoder throws for anything that is not a JPEG through and through.
    return err('undecodable')
  }
}

/**
 * Brings a picture under the central's size limit before it is sealed: first by JPEG quality, then by size.
 * A picture that already fits is passed on byte for byte; any other comes out upright, without EXIF.
 * @param maxBytes the central's limit for one picture
 */
export async function fitJpeg(picture: Picture, maxBytes: number): Promise<Picture> {
  if (picture.jpeg.length <= maxBytes) return picture
  const header = readHeader(picture.jpeg)
  if (!header) throw new Error('the picture was not inspected')
  for (const scale of SCALES) {
    const { transformer, width, height } = await decodeUpright(picture.jpeg, header, scale)
    // The C encoder that makes the smallest files sees our own bytes only, never those from outside.
    const upright = await transformer.jpeg(LOSSLESS_TO_THE_EYE)
    for (const quality of QUALITIES) {
      const jpeg = await compressJpeg(upright, { quality })
      if (jpeg.length <= maxBytes) return { jpeg, width, height }
    }
  }
  throw new Error(`a ${picture.width}×${picture.height} picture does not fit into ${maxBytes} bytes`)
}
