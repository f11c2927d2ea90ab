import { type Quad, rectangleToQuad } from './geometry.ts'
import type { FloatImage, RgbImage } from './raster.ts'

/** Cuts a quadrilateral out of a picture and straightens it to `width` × `height` pixels (bilinear). */
export const rectify = (picture: RgbImage, quad: Quad, width: number, height: number): RgbImage => {
  const [a, b, c, d, e, f, g, h] = rectangleToQuad(width, height, quad)
  const data = new Uint8Array(width * height * 3)
  const source = picture.data
  const lastX = picture.width - 2
  const lastY = picture.height - 2
  const stride = picture.width * 3
  let o = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const w = 1 / (g * x + h * y + 1)
      let u = (a * x + b * y + c) * w
      let v = (d * x + e * y + f) * w
      // Outside the picture the nearest pixel is repeated: half a card must not crash the reader.
      u = u > 0 ? (u < lastX ? u : lastX) : 0
      v = v > 0 ? (v < lastY ? v : lastY) : 0
      const iu = u | 0
      const iv = v | 0
      const fu = u - iu
      const fv = v - iv
      const w00 = (1 - fu) * (1 - fv)
      const w10 = fu * (1 - fv)
      const w01 = (1 - fu) * fv
      const w11 = fu * fv
      const i = iv * stride + iu * 3
      const below = i + stride
      for (let k = 0; k < 3; k++, o++) {
        data[o] =
          (source[i + k] as number) * w00 +
          (source[i + 3 + k] as number) * w10 +
          (source[below + k] as number) * w01 +
          (source[below + 3 + k] as number) * w11 +
          0.5
      }
    }
  }
  return { data, width, height }
}

/** The same for one channel: a third of the work when only brightness is needed. */
export const rectifyGrey = (picture: FloatImage, quad: Quad, width: number, height: number): FloatImage => {
  const [a, b, c, d, e, f, g, h] = rectangleToQuad(width, height, quad)
  const data = new Float32Array(width * height)
  const source = picture.data
  const lastX = picture.width - 2
  const lastY = picture.height - 2
  const stride = picture.width
  for (let y = 0, o = 0; y < height; y++) {
    const rowX = b * y + c
    const rowY = e * y + f
    const rowW = h * y + 1
    for (let x = 0; x < width; x++, o++) {
      const w = 1 / (g * x + rowW)
      let u = (a * x + rowX) * w
      let v = (d * x + rowY) * w
      u = u > 0 ? (u < lastX ? u : lastX) : 0
      v = v > 0 ? (v < lastY ? v : lastY) : 0
      const iu = u | 0
      const iv = v | 0
      const fu = u - iu
      const i = iv * stride + iu
      const j = i + stride
      const top = (source[i] as number) * (1 - fu) + (source[i + 1] as number) * fu
      const low = (source[j] as number) * (1 - fu) + (source[j + 1] as number) * fu
      data[o] = top + (low - top) * (v - iv)
    }
  }
  return { data, width, height }
}
