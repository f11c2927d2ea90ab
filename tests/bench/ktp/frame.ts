import { blurred, webcamJpeg } from '../../helpers/pictures.ts'
import type { RgbImage } from './card.ts'
import type { Random } from './random.ts'
import { invert, type Point, rectangleToQuad } from './warp.ts'

/** How bad the desk's picture is. */
export type Severity = 'easy' | 'medium' | 'hard'

/** Size of every webcam frame. */
export const FRAME_WIDTH = 1920
export const FRAME_HEIGHT = 1080

type Conditions = {
  /** Card width as a share of the frame's. */
  readonly share: readonly [number, number]
  readonly turnDegrees: number
  /** How far corners move for perspective, as a share of the card's height. */
  readonly perspective: number
  readonly light: number
  readonly glare: number
  readonly focusBlur: readonly [number, number]
  readonly motion: readonly [number, number]
  readonly noise: readonly [number, number]
  readonly cast: number
  readonly quality: readonly [number, number]
}

const CONDITIONS: Readonly<Record<Severity, Conditions>> = {
  easy: {
    share: [0.62, 0.82],
    turnDegrees: 3,
    perspective: 0.02,
    light: 0.12,
    glare: 0.05,
    focusBlur: [0.4, 0.8],
    motion: [0, 0],
    noise: [1.5, 4],
    cast: 0.03,
    quality: [82, 92],
  },
  medium: {
    share: [0.54, 0.76],
    turnDegrees: 7,
    perspective: 0.06,
    light: 0.3,
    glare: 0.25,
    focusBlur: [0.6, 1.1],
    motion: [0, 1.5],
    noise: [3, 7],
    cast: 0.07,
    quality: [72, 85],
  },
  hard: {
    share: [0.45, 0.66],
    turnDegrees: 12,
    perspective: 0.1,
    light: 0.55,
    glare: 0.6,
    focusBlur: [0.7, 1.5],
    motion: [0, 3.5],
    noise: [5, 11],
    cast: 0.13,
    quality: [55, 75],
  },
}

/** What may be asked of a frame beyond its severity. */
export type FrameOptions = {
  readonly severity: Severity
  /** Extra clockwise turn of the card. */
  readonly turn?: 0 | 90 | 180 | 270
}

/** Puts a card (or nothing: an empty desk) on a desk and photographs it. Returns a JPEG, 1920 × 1080. */
export const photograph = async (
  card: RgbImage | null,
  random: Random,
  options: FrameOptions,
): Promise<{ jpeg: Uint8Array; corners: readonly Point[] }> => {
  const c = CONDITIONS[options.severity]
  const pixels = new Float32Array(FRAME_WIDTH * FRAME_HEIGHT * 3)
  paintDesk(pixels, random, options.severity)
  const turn = options.turn ?? 0
  const upright = turn === 0 || turn === 180
  const width = FRAME_WIDTH * Math.min(random.range(c.share[0], c.share[1]), upright ? 0.85 : 0.5)
  const height = (width * 54) / 85.6
  const corners = placeCorners(width, height, turn, c, random)
  if (card) {
    castShadow(pixels, corners, random)
    await paintCard(pixels, card, corners)
  }
  paintLight(pixels, c, random, card ? corners : [])
  const shot = await blur(
    pixels,
    random.range(...c.focusBlur),
    random.range(...c.motion),
    random.range(0, Math.PI),
  )
  const noise = random.range(...c.noise)
  // A table of normals: drawing one for every sample would dominate the run.
  const normals = Float32Array.from({ length: 65536 }, () => random.normal() * noise)
  let at = random.int(0, 65535)
  for (let i = 0; i < shot.length; i++) {
    at = (at * 1664525 + 1013904223) & 0xffff
    shot[i] = Math.max(0, Math.min(255, (shot[i] ?? 0) + (normals[(at + i) & 0xffff] ?? 0)))
  }
  const frame = { data: shot, width: FRAME_WIDTH, height: FRAME_HEIGHT }
  const jpeg = await webcamJpeg(frame, random.int(...c.quality))
  return { jpeg, corners }
}

const placeCorners = (
  width: number,
  height: number,
  turn: number,
  c: Conditions,
  random: Random,
): readonly [Point, Point, Point, Point] => {
  const angle = ((turn + random.range(-c.turnDegrees, c.turnDegrees)) * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const reach = {
    x: (Math.abs(cos) * width + Math.abs(sin) * height) / 2,
    y: (Math.abs(sin) * width + Math.abs(cos) * height) / 2,
  }
  const room = {
    x: Math.max(0, FRAME_WIDTH / 2 - reach.x - 24),
    y: Math.max(0, FRAME_HEIGHT / 2 - reach.y - 24),
  }
  const shrink = Math.min(1, (FRAME_HEIGHT / 2 - 16) / reach.y, (FRAME_WIDTH / 2 - 16) / reach.x)
  const cx = FRAME_WIDTH / 2 + random.range(-room.x, room.x) * 0.8
  const cy = FRAME_HEIGHT / 2 + random.range(-room.y, room.y) * 0.8
  const jitter = () => random.range(-c.perspective, c.perspective) * height * 0.6
  const corner = (dx: number, dy: number): Point => {
    const x = dx * width * 0.5 * shrink
    const y = dy * height * 0.5 * shrink
    return { x: cx + x * cos - y * sin + jitter(), y: cy + x * sin + y * cos + jitter() }
  }
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}

const paintDesk = (pixels: Float32Array, random: Random, severity: Severity): void => {
  const colour = random.pick(
    severity === 'easy'
      ? [
          [96, 72, 52],
          [60, 62, 66],
          [120, 110, 100],
          [150, 120, 84],
        ]
      : [
          [96, 72, 52],
          [60, 62, 66],
          [228, 228, 226],
          [238, 236, 230],
          [150, 120, 84],
          [110, 130, 120],
          [40, 38, 40],
        ],
  )
  const grain = random.range(0, 14)
  const stripe = random.range(20, 90)
  const tilt = random.range(-0.3, 0.3)
  const phase = random.range(0, 6)
  // A sheet of paper lying about, sometimes under the card.
  const paper = random.chance(severity === 'easy' ? 0.2 : 0.4)
    ? { x: random.range(-300, 1500), y: random.range(-300, 700), w: 900, h: 640 }
    : null
  for (let y = 0; y < FRAME_HEIGHT; y++) {
    for (let x = 0; x < FRAME_WIDTH; x++) {
      const wave =
        Math.sin((y + x * tilt) / stripe + phase + Math.sin(x / 310) * 2) * grain +
        Math.sin(y / 3.1 + x / 170) * grain * 0.2
      const onPaper = paper && x > paper.x && x < paper.x + paper.w && y > paper.y && y < paper.y + paper.h
      const i = (y * FRAME_WIDTH + x) * 3
      for (let k = 0; k < 3; k++) pixels[i + k] = onPaper ? 222 : (colour[k] ?? 0) + wave
    }
  }
}

const castShadow = (pixels: Float32Array, corners: readonly Point[], random: Random): void => {
  const dx = random.range(3, 12)
  const dy = random.range(3, 14)
  const depth = random.range(0.15, 0.45)
  const [p0, p1, p2, p3] = corners
  if (!p0 || !p1 || !p2 || !p3) return
  const edges = [
    [p0, p1],
    [p1, p2],
    [p2, p3],
    [p3, p0],
  ] as const
  for (let y = 0; y < FRAME_HEIGHT; y++) {
    for (let x = 0; x < FRAME_WIDTH; x++) {
      let inside = 1e9
      for (const [a, b] of edges) {
        const length = Math.hypot(b.x - a.x, b.y - a.y)
        const d = ((b.x - a.x) * (y - dy - a.y) - (b.y - a.y) * (x - dx - a.x)) / length
        inside = Math.min(inside, d)
      }
      if (inside < -8) continue
      const shade = 1 - depth * Math.min(1, (inside + 8) / 16)
      const i = (y * FRAME_WIDTH + x) * 3
      for (let k = 0; k < 3; k++) pixels[i + k] = (pixels[i + k] ?? 0) * shade
    }
  }
}

const paintCard = async (
  pixels: Float32Array,
  card: RgbImage,
  corners: readonly [Point, Point, Point, Point],
): Promise<void> => {
  // Shrinking without a filter would alias thin strokes: soften first by about the scale.
  const scale = card.width / Math.hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y)
  const { data: soft } = await blurred(card, Math.max(0.3, scale * 0.42))
  const m = invert(rectangleToQuad(card.width, card.height, corners))
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i0 = 1] = m
  const radius = card.width * 0.037
  const xs = corners.map((p) => p.x)
  const ys = corners.map((p) => p.y)
  const x0 = Math.max(0, Math.floor(Math.min(...xs)) - 1)
  const x1 = Math.min(FRAME_WIDTH - 1, Math.ceil(Math.max(...xs)) + 1)
  const y0 = Math.max(0, Math.floor(Math.min(...ys)) - 1)
  const y1 = Math.min(FRAME_HEIGHT - 1, Math.ceil(Math.max(...ys)) + 1)
  const W = card.width
  const H = card.height
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const w = g * x + h * y + i0
      const u = (a * x + b * y + c) / w
      const v = (d * x + e * y + f) / w
      if (u < 0 || v < 0 || u >= W - 1 || v >= H - 1) continue
      // Distance past the rounded corner.
      const ox = Math.max(radius - u, u - (W - radius), 0)
      const oy = Math.max(radius - v, v - (H - radius), 0)
      const over = Math.hypot(ox, oy) - radius
      if (over > 1) continue
      const alpha = over < -1 ? 1 : (1 - over) / 2
      const iu = Math.floor(u)
      const iv = Math.floor(v)
      const fu = u - iu
      const fv = v - iv
      const s = (iv * W + iu) * 3
      const t = (y * FRAME_WIDTH + x) * 3
      for (let k = 0; k < 3; k++) {
        const top = (soft[s + k] ?? 0) * (1 - fu) + (soft[s + 3 + k] ?? 0) * fu
        const low = (soft[s + W * 3 + k] ?? 0) * (1 - fu) + (soft[s + W * 3 + 3 + k] ?? 0) * fu
        pixels[t + k] = (pixels[t + k] ?? 0) * (1 - alpha) + (top * (1 - fv) + low * fv) * alpha
      }
    }
  }
}

const paintLight = (pixels: Float32Array, c: Conditions, random: Random, corners: readonly Point[]): void => {
  const angle = random.range(0, 2 * Math.PI)
  const slope = random.range(0, c.light)
  const level = random.range(1 - c.light * 0.6, 1 + c.light * 0.15)
  const gain = [1, 1, 1].map(() => level * (1 + random.range(-c.cast, c.cast)))
  const glare = random.range(0, c.glare) * 190
  const near = corners[random.int(0, 3)] ?? { x: 900, y: 500 }
  const far = corners[2] ?? near
  const gx = near.x + (far.x - near.x) * random.next()
  const gy = near.y + (far.y - near.y) * random.next()
  const gr = random.range(60, 190)
  const dx = Math.cos(angle) / FRAME_WIDTH
  const dy = Math.sin(angle) / FRAME_HEIGHT
  for (let y = 0; y < FRAME_HEIGHT; y++) {
    for (let x = 0; x < FRAME_WIDTH; x++) {
      const shade = 1 - slope * (0.5 + (x - FRAME_WIDTH / 2) * dx + (y - FRAME_HEIGHT / 2) * dy)
      const r2 = ((x - gx) ** 2 + (y - gy) ** 2) / (gr * gr)
      const spot = r2 < 9 ? glare * Math.exp(-r2) : 0
      const i = (y * FRAME_WIDTH + x) * 3
      for (let k = 0; k < 3; k++) pixels[i + k] = (pixels[i + k] ?? 0) * shade * (gain[k] ?? 1) + spot
    }
  }
}

const blur = async (
  pixels: Float32Array,
  focus: number,
  motion: number,
  angle: number,
): Promise<Uint8Array> => {
  const bytes = new Uint8Array(pixels.length)
  for (let i = 0; i < pixels.length; i++) bytes[i] = Math.max(0, Math.min(255, pixels[i] ?? 0))
  const sharp = { data: bytes, width: FRAME_WIDTH, height: FRAME_HEIGHT }
  const { data: still } = focus >= 0.3 ? await blurred(sharp, focus) : sharp
  if (motion < 0.5) return still
  // Motion: a short line of equal weights through the centre.
  const steps: { readonly dx: number; readonly dy: number }[] = []
  for (let s = -motion / 2; s <= motion / 2; s += 0.05)
    steps.push({ dx: Math.round(s * Math.cos(angle)), dy: Math.round(s * Math.sin(angle)) })
  return smeared(still, steps)
}

/** Every pixel becomes the mean of those at `steps` from it, edges clamped. */
const smeared = (
  bytes: Uint8Array,
  steps: readonly { readonly dx: number; readonly dy: number }[],
): Uint8Array => {
  const weights = new Map<string, { dx: number; dy: number; weight: number }>()
  for (const step of steps) {
    const key = `${step.dx} ${step.dy}`
    weights.set(key, { ...step, weight: (weights.get(key)?.weight ?? 0) + 1 / steps.length })
  }
  const taps = [...weights.values()]
  const out = new Uint8Array(bytes.length)
  for (let y = 0; y < FRAME_HEIGHT; y++) {
    for (let x = 0; x < FRAME_WIDTH; x++) {
      let r = 0
      let g = 0
      let b = 0
      for (const { dx, dy, weight } of taps) {
        const fromX = Math.max(0, Math.min(FRAME_WIDTH - 1, x + dx))
        const fromY = Math.max(0, Math.min(FRAME_HEIGHT - 1, y + dy))
        const i = (fromY * FRAME_WIDTH + fromX) * 3
        r += (bytes[i] as number) * weight
        g += (bytes[i + 1] as number) * weight
        b += (bytes[i + 2] as number) * weight
      }
      const o = (y * FRAME_WIDTH + x) * 3
      out[o] = r
      out[o + 1] = g
      out[o + 2] = b
    }
  }
  return out
}
