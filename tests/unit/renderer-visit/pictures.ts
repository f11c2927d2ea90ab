import type { Luma, Pixels } from '../../../src/renderer/features/capture/checks/pixels.ts'

type Colour = readonly [number, number, number]

/** A warm desk whose light falls off to the right: the background of every synthetic frame. */
export function desk(width = 320, height = 180, base: Colour = [150, 125, 95]): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0, p = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, p += 4) {
      const light = 1 - (0.25 * x) / width
      base.forEach((value, channel) => {
        data[p + channel] = value * light
      })
      data[p + 3] = 255
    }
  }
  return { data, width, height }
}

/** Lays a flat rectangle on the picture, turned by `degrees` around its centre. */
export function lay(
  picture: Pixels,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  colour: Colour,
  degrees = 0,
): Pixels {
  const data = new Uint8ClampedArray(picture.data)
  const angle = (degrees * Math.PI) / 180
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2]
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const u = (x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle)
      const v = (y - cy) * Math.cos(angle) - (x - cx) * Math.sin(angle)
      if (Math.abs(u) > box.width / 2 || Math.abs(v) > box.height / 2) continue
      const p = (y * picture.width + x) * 4
      colour.forEach((value, channel) => {
        data[p + channel] = value
      })
    }
  }
  return { ...picture, data }
}

export const KTP_BLUE: Colour = [160, 195, 220]

/** A patch of print: dark strokes 4 px wide every 12 px and a dark portrait, softened over `blur` pixels to each side. */
export function print(
  options: { readonly blur?: number; readonly ink?: number; readonly paper?: number } = {},
): Luma {
  const { blur = 0, ink = 40, paper = 200 } = options
  const [width, height] = [240, 160]
  const stroke = (x: number) => (x > 190 || ((x % 12) + 12) % 12 < 4 ? ink : paper)
  const data = new Float32Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let dx = -blur; dx <= blur; dx += 1) sum += stroke(x + dx)
      data[y * width + x] = sum / (2 * blur + 1)
    }
  }
  return { data, width, height }
}

export const flat = (value: number): Luma => ({
  data: new Float32Array(240 * 160).fill(value),
  width: 240,
  height: 160,
})
