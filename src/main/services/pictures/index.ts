import { compressJpeg, Transformer } from '@napi-rs/image'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { readBmp } from './bmp.ts'
import { readHeader } from './header.ts'
import { decodeRgb, decodeUpright, encodeJpeg } from './pixels.ts'

export { type PictureHeader, readHeader } from './header.ts'
export { decodeRgb, encodeJpeg, type RgbPixels } from './pixels.ts'

/** Largest picture taken in: a 48-megapixel document camera; more is a mistake or an attack. */
const MAX_PIXELS = 50_000_000
/** JPEG qualities tried, best first, when a picture must get smaller. */
const QUALITIES = [88, 80, 70, 60]
const SCALES = [1, 0.8, 0.6, 0.4]
/** Quality of a JPEG that is made of another picture: as good as a camera's own. */
const AS_A_CAMERA = 92
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

/** What a camera program wrote, as a JPEG: fswebcam and ImageSnap write that themselves, CommandCam writes BMP. */
export async function stillJpeg(bytes: Uint8Array): Promise<Result<Picture, 'undecodable' | 'too-large'>> {
  const bmp = readBmp(bytes)
  if (!bmp) return inspectJpeg(bytes)
  const { width, height, whole } = bmp
  if (width * height > MAX_PIXELS) return err('too-large')
  if (!whole) return err('undecodable')
  try {
    const pixels = await decodeRgb(bytes, { width, height, orientation: 1 })
    return ok({ jpeg: await encodeJpeg(pixels, AS_A_CAMERA), width, height })
  } catch {
    return err('undecodable')
  }
}

/** A JPEG or PNG as an upright JPEG; a JPEG that is upright already is passed on byte for byte. */
export async function uprightJpeg(bytes: Uint8Array): Promise<Result<Picture, 'undecodable' | 'too-large'>> {
  const header = readHeader(bytes)
  if (!header?.whole || header.format === 'webp') return err('undecodable')
  if (header.format === 'jpeg' && header.orientation === 1) return inspectJpeg(bytes)
  if (header.width * header.height > MAX_PIXELS) return err('too-large')
  try {
    const pixels = await decodeRgb(bytes, header)
    const { width, height } = pixels
    return ok({ jpeg: await encodeJpeg(pixels, AS_A_CAMERA), width, height })
  } catch {
    return err('undecodable')
  }
}

/**
 * Brings a picture below a size: first by JPEG quality, then by its sides. One that already fits is passed on byte for byte;
 * any other comes out upright, without EXIF.
 * @param leastLongSide pixels that the long side keeps; a smaller picture keeps all it has
 * @returns undefined when it does not fit
 */
export async function shrinkJpeg(
  picture: Picture,
  maxBytes: number,
  leastLongSide = 0,
): Promise<Picture | undefined> {
  if (picture.jpeg.length <= maxBytes) return picture
  const header = readHeader(picture.jpeg)
  if (!header) throw new Error('the picture was not inspected')
  const longSide = Math.max(picture.width, picture.height)
  for (const scale of scalesDownTo(leastLongSide / longSide)) {
    const { transformer, width, height } = await decodeUpright(picture.jpeg, header, scale)
    // The C encoder that makes the smallest files sees our own bytes only, never those from outside.
    const upright = await transformer.jpeg(LOSSLESS_TO_THE_EYE)
    for (const quality of QUALITIES) {
      const jpeg = await compressJpeg(upright, { quality })
      if (jpeg.length <= maxBytes) return { jpeg, width, height }
    }
  }
  return undefined
}

/** Scales to try, best first, and the least itself as the last. A picture that is smaller already keeps its size. */
function scalesDownTo(least: number): readonly number[] {
  if (least === 0) return SCALES
  return least >= 1 ? [1] : [...SCALES.filter((scale) => scale > least), least]
}
