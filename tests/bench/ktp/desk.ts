import type { Frame } from './lens.ts'
import type { Random } from './random.ts'
import type { Point } from './warp.ts'

type Colour = readonly [number, number, number]

/** What a desk is made of. `bright` ones hardly differ from the card. */
export type DeskKind = 'plain' | 'wood' | 'white' | 'cloth' | 'granite' | 'papers'

const COLOURS: Readonly<Record<DeskKind, readonly Colour[]>> = {
  plain: [
    [60, 62, 66],
    [120, 110, 100],
    [40, 38, 40],
    [110, 130, 120],
    [84, 104, 132],
  ],
  wood: [
    [96, 72, 52],
    [150, 120, 84],
    [186, 150, 108],
  ],
  white: [
    [228, 228, 226],
    [238, 236, 230],
    [214, 218, 222],
  ],
  cloth: [
    [70, 88, 120],
    [124, 64, 60],
    [96, 120, 92],
    [176, 170, 156],
  ],
  granite: [
    [128, 126, 124],
    [84, 82, 80],
    [170, 166, 160],
  ],
  papers: [
    [104, 92, 80],
    [70, 74, 80],
    [206, 206, 204],
  ],
}

/** Paints a desk over the whole frame. */
export const paintDesk = (frame: Frame, kind: DeskKind, random: Random): void => {
  const base = random.pick(COLOURS[kind])
  const texture = makeTexture(kind, random)
  const { width, height, data } = frame
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const v = texture(x, y)
      const i = (y * width + x) * 3
      data[i] = base[0] + v
      data[i + 1] = base[1] + v
      data[i + 2] = base[2] + v * 0.9
    }
  }
  const sheets = kind === 'papers' ? random.int(1, 3) : random.chance(0.25) ? 1 : 0
  for (let n = 0; n < sheets; n++) paintSheet(frame, random)
}

const makeTexture = (kind: DeskKind, random: Random): ((x: number, y: number) => number) => {
  const depth = random.range(2, 14)
  const stripe = random.range(20, 90)
  const tilt = random.range(-0.3, 0.3)
  const phase = random.range(0, 6)
  if (kind === 'wood')
    return (x, y) =>
      Math.sin((y + x * tilt) / stripe + phase + Math.sin(x / 310) * 2) * depth +
      Math.sin(y / 3.1 + x / 170) * depth * 0.35
  if (kind === 'cloth') {
    const cell = random.range(9, 46)
    return (x, y) =>
      (Math.sin((x + y * tilt) / cell) * Math.sin((y - x * tilt) / cell) > 0 ? depth : -depth) * 0.9
  }
  if (kind === 'granite') {
    const seed = random.int(1, 9999)
    return (x, y) => {
      const h = Math.sin((x >> 1) * 12.9898 + (y >> 1) * 78.233 + seed) * 43758.5453
      return (h - Math.floor(h) - 0.5) * depth * 2.4
    }
  }
  return (x, y) => Math.sin((y + x * tilt) / (stripe * 3) + phase) * depth * 0.5
}

/** A sheet of paper, sometimes with lines of print: an OCR engine on the raw frame reads those too. */
const paintSheet = (frame: Frame, random: Random): void => {
  const angle = random.range(-0.4, 0.4)
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const cx = random.range(0, frame.width)
  const cy = random.range(0, frame.height)
  const halfW = random.range(300, 620)
  const halfH = random.range(240, 460)
  const white = random.range(200, 244)
  const printed = random.chance(0.6)
  const pitch = random.range(26, 44)
  const words = Array.from({ length: 61 }, () => random.next())
  for (let y = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width; x++) {
      const u = (x - cx) * cos + (y - cy) * sin
      const v = -(x - cx) * sin + (y - cy) * cos
      if (Math.abs(u) > halfW || Math.abs(v) > halfH) continue
      let shade = white
      if (printed && Math.abs(u) < halfW - 50 && Math.abs(v) < halfH - 50) {
        const line = Math.floor((v + halfH) / pitch)
        const inLine = (v + halfH) / pitch - line
        const letter = Math.floor((u + halfW) / 11)
        const ink = words[(letter * 7 + line * 13) % 61] as number
        const stroke = ((u + halfW) / 11 - letter) * 2 < 0.9 + ink * 0.6
        if (inLine > 0.3 && inLine < 0.72 && ink > 0.2 && stroke) shade = white * 0.35
      }
      const i = (y * frame.width + x) * 3
      for (let k = 0; k < 3; k++) frame.data[i + k] = shade
    }
  }
}

/** Fingers that hold the card: they cover its rim, never its print. */
export const paintFingers = (frame: Frame, corners: readonly Point[], random: Random): void => {
  const side = random.pick([1, 2, 3] as const)
  const a = corners[side] as Point
  const b = corners[(side + 1) % 4] as Point
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  const out = { x: (b.y - a.y) / length, y: -(b.x - a.x) / length }
  const skin = random.pick([
    [196, 150, 122],
    [150, 104, 78],
    [222, 178, 150],
  ] as const)
  for (let n = random.int(1, 2); n > 0; n--) {
    const t = random.range(0.2, 0.8)
    const tip = { x: a.x + (b.x - a.x) * t - out.x * 12, y: a.y + (b.y - a.y) * t - out.y * 12 }
    const radius = length * random.range(0.035, 0.055)
    paintFinger(frame, tip, out, radius, skin)
  }
}

const paintFinger = (frame: Frame, tip: Point, out: Point, radius: number, skin: Colour): void => {
  for (let y = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width; x++) {
      const along = (x - tip.x) * out.x + (y - tip.y) * out.y
      const across = Math.abs(-(x - tip.x) * out.y + (y - tip.y) * out.x)
      const reach = along < radius ? Math.hypot(along - radius, across) : across
      if (along < 0 || reach > radius) continue
      const round = Math.sqrt(1 - (reach / radius) ** 2)
      const i = (y * frame.width + x) * 3
      for (let k = 0; k < 3; k++) frame.data[i + k] = (skin[k] as number) * (0.65 + 0.35 * round)
    }
  }
}
