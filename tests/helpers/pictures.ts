import { randomBytes } from 'node:crypto'
import { createCanvas, ImageData } from '@napi-rs/canvas'
import { Transformer } from '@napi-rs/image'
import { decodeRgb, type RgbPixels, readHeader } from '../../src/main/services/pictures/index.ts'

/** Draws an SVG on white, in the size that it names. */
export async function drawSvg(svg: string): Promise<RgbPixels> {
  const drawing = Transformer.fromSvg(svg, '#ffffff')
  const { width, height } = await drawing.metadata()
  return { data: withoutAlpha(await drawing.rawPixels()), width, height }
}

/** A baseline JPEG with 4:2:0 sampling, as webcams and browsers make them. @param quality 1..99 */
export function webcamJpeg(image: RgbPixels, quality = 80): Promise<Uint8Array> {
  const canvas = createCanvas(image.width, image.height)
  const rgba = new Uint8ClampedArray(withAlpha(image.data))
  canvas.getContext('2d').putImageData(new ImageData(rgba, image.width, image.height), 0, 0)
  return canvas.encode('jpeg', quality)
}

/** A whole JPEG, PNG or WebP as pixels. */
export async function pixelsOf(bytes: Uint8Array): Promise<RgbPixels> {
  const header = readHeader(bytes)
  if (!header) throw new Error('not a picture')
  return decodeRgb(bytes, header)
}

export const pngOf = async (bytes: Uint8Array): Promise<Uint8Array> => new Transformer(bytes).png()

/** Softens by a Gauss curve. @param sigma pixels */
export async function blurred({ data, width, height }: RgbPixels, sigma: number): Promise<RgbPixels> {
  const soft = Transformer.fromRgbaPixels(withAlpha(data), width, height).blur(sigma)
  return { data: withoutAlpha(await soft.rawPixels()), width, height }
}

/** One colour all over. @param colour as in CSS, `#rrggbb` */
export function plainPixels(width: number, height: number, colour: string): RgbPixels {
  const rgb = Buffer.from(colour.slice(1), 'hex')
  return { data: Buffer.alloc(width * height * 3, rgb), width, height }
}

/** Noise, another one each time: no encoder makes it small. */
export const noisePixels = (width: number, height: number): RgbPixels => ({
  data: randomBytes(width * height * 3),
  width,
  height,
})

/** Mean red, green and blue, 0..255. */
export function meanOf({ data }: RgbPixels): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0]
  for (let i = 0; i < data.length; i += 3) for (const k of [0, 1, 2] as const) sum[k] += data[i + k] as number
  const pixels = data.length / 3
  return [sum[0] / pixels, sum[1] / pixels, sum[2] / pixels]
}

/** The part of an image from its left upper corner. */
export function cornerOf(image: RgbPixels, width: number, height: number): RgbPixels {
  const rows = Array.from({ length: height }, (_, y) =>
    image.data.subarray(y * image.width * 3, (y * image.width + width) * 3),
  )
  return { data: Buffer.concat(rows), width, height }
}

/** Lays one image over another. */
export function pasted(under: RgbPixels, over: RgbPixels, left: number, top: number): RgbPixels {
  const data = Uint8Array.from(under.data)
  for (let y = 0; y < over.height; y++)
    data.set(
      over.data.subarray(y * over.width * 3, (y + 1) * over.width * 3),
      ((top + y) * under.width + left) * 3,
    )
  return { ...under, data }
}

/** Another size; the whole picture is kept. */
export async function resized(image: RgbPixels, width: number, height: number): Promise<RgbPixels> {
  const transformer = Transformer.fromRgbaPixels(withAlpha(image.data), image.width, image.height)
  transformer.fastResize({ width, height, fit: 1 })
  return { data: withoutAlpha(await transformer.rawPixels()), width, height }
}

function withAlpha(rgb: Uint8Array): Uint8Array {
  const rgba = new Uint8Array((rgb.length / 3) * 4).fill(255)
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    rgba[to] = rgb[from] as number
    rgba[to + 1] = rgb[from + 1] as number
    rgba[to + 2] = rgb[from + 2] as number
  }
  return rgba
}

function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] as number
    rgb[to + 1] = rgba[from + 1] as number
    rgb[to + 2] = rgba[from + 2] as number
  }
  return rgb
}
