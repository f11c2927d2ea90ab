import { FastResizeFilter, JsColorType, ResizeFit, Transformer } from '@napi-rs/image'
import type { PictureHeader } from './header.ts'

/** 8-bit RGB pixels, row by row. */
export type RgbPixels = { readonly data: Uint8Array; readonly width: number; readonly height: number }

/** What the decoder must know of a header. */
type StoredSize = Pick<PictureHeader, 'width' | 'height' | 'orientation'>

/** The picture that a transformer has at hand, upright and no larger than asked. */
export type Upright = { readonly transformer: Transformer; readonly width: number; readonly height: number }

/**
 * Decodes a picture, turns it upright and shrinks it (never enlarges it).
 * The caller has judged the header's size first.
 * @param scale 0..1, of both sides
 * @throws when the bytes are not what the header promised
 */
export async function decodeUpright(bytes: Uint8Array, header: StoredSize, scale = 1): Promise<Upright> {
  const transformer = new Transformer(bytes)
  const { width, height, colorType } = await transformer.metadata()
  if (width !== header.width || height !== header.height) throw new Error('the header named another size')
  const sideways = header.orientation >= 5
  const upright = sideways ? { width: height, height: width } : { width, height }
  const wanted = {
    width: Math.max(1, Math.round(upright.width * scale)),
    height: Math.max(1, Math.round(upright.height * scale)),
  }
  if (header.orientation !== 1) transformer.rotate(header.orientation)
  // The resizer answers 8-bit RGBA whatever came in, so it also stands in for grey and 16-bit conversions.
  const usual = colorType === JsColorType.Rgb8 || colorType === JsColorType.Rgba8
  if (scale < 1 || !usual)
    transformer.fastResize({ ...wanted, filter: FastResizeFilter.Lanczos3, fit: ResizeFit.Fill })
  return { transformer, ...wanted }
}

/** Decodes a picture into upright RGB on white; see `decodeUpright`. */
export async function decodeRgb(bytes: Uint8Array, header: StoredSize, scale = 1): Promise<RgbPixels> {
  const { transformer, width, height } = await decodeUpright(bytes, header, scale)
  const raw = await transformer.rawPixels()
  const channels = raw.length / (width * height)
  if (channels === 3) return { data: raw, width, height }
  if (channels !== 4) throw new Error(`${channels} bytes a pixel`)
  return { data: onWhite(raw), width, height }
}

/** Encodes pixels as a baseline JPEG. @param quality 1..100 */
export function encodeJpeg({ data, width, height }: RgbPixels, quality: number): Promise<Uint8Array> {
  return Transformer.fromRgbaPixels(withAlpha(data), width, height).jpeg(quality)
}

function onWhite(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = rgba[from + 3] as number
    const white = 255 - alpha
    for (let k = 0; k < 3; k++) rgb[to + k] = Math.round(((rgba[from + k] as number) * alpha) / 255 + white)
  }
  return rgb
}

function withAlpha(rgb: Uint8Array): Uint8Array {
  const rgba = new Uint8Array((rgb.length / 3) * 4)
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    rgba[to] = rgb[from] as number
    rgba[to + 1] = rgb[from + 1] as number
    rgba[to + 2] = rgb[from + 2] as number
    rgba[to + 3] = 255
  }
  return rgba
}
