import { blurred, webcamJpeg } from '../../helpers/pictures.ts'
import type { RgbImage } from './card.ts'
import { type DeskKind, paintDesk, paintFingers } from './desk.ts'
import { type Frame, type LensConditions, takePicture } from './lens.ts'
import { type LightConditions, paintLight } from './light.ts'
import type { Random } from './random.ts'
import { invert, type Point, rectangleToQuad } from './warp.ts'

/** How bad the desk's picture is. */
export type Severity = 'easy' | 'medium' | 'hard'

/** Size of every webcam frame. */
export const FRAME_WIDTH = 1920
export const FRAME_HEIGHT = 1080

type Conditions = LightConditions &
  LensConditions & {
    /** Card width as a share of the frame's. */
    readonly share: readonly [number, number]
    readonly turnDegrees: number
    /** How far corners move for perspective, as a share of the card's height. */
    readonly perspective: number
    readonly desks: readonly DeskKind[]
    /** How often fingers hold the card. */
    readonly fingers: number
    readonly quality: readonly [number, number]
  }

const CONDITIONS: Readonly<Record<Severity, Conditions>> = {
  easy: {
    share: [0.58, 0.82],
    turnDegrees: 4,
    perspective: 0.03,
    desks: ['plain', 'wood', 'cloth', 'granite', 'papers'],
    fingers: 0.1,
    slope: 0.2,
    dim: 0.2,
    glare: 0.25,
    cast: 0.05,
    haze: 0.04,
    focus: [0.3, 1],
    motion: [0, 0],
    upscaled: [1, 1],
    noise: [1.5, 5],
    sharpening: [0, 0.9],
    quality: [72, 92],
  },
  medium: {
    share: [0.52, 0.78],
    turnDegrees: 8,
    perspective: 0.07,
    desks: ['plain', 'wood', 'white', 'cloth', 'granite', 'papers'],
    fingers: 0.25,
    slope: 0.4,
    dim: 0.4,
    glare: 0.5,
    cast: 0.1,
    haze: 0.1,
    focus: [0.6, 1.4],
    motion: [0, 2],
    upscaled: [0.7, 1.25],
    noise: [3, 9],
    sharpening: [0, 1.4],
    quality: [58, 82],
  },
  hard: {
    share: [0.45, 0.62],
    turnDegrees: 13,
    perspective: 0.11,
    desks: ['plain', 'wood', 'white', 'cloth', 'granite', 'papers'],
    fingers: 0.35,
    slope: 0.6,
    dim: 0.6,
    glare: 0.85,
    cast: 0.16,
    haze: 0.18,
    focus: [0.9, 1.9],
    motion: [0, 3.5],
    upscaled: [0.7, 1.55],
    noise: [7, 14],
    sharpening: [0, 1.8],
    quality: [40, 70],
  },
}

/** What may be asked of a frame beyond its severity. */
export type FrameOptions = {
  readonly severity: Severity
  /** Extra clockwise turn of the card. */
  readonly turn?: 0 | 90 | 180 | 270
  /** How often fingers hold the card, instead of the severity's share. */
  readonly fingers?: number
  /** What the card lies on, instead of one of the severity's desks. */
  readonly desk?: DeskKind
  /** Pixels of the picture, instead of a webcam's. */
  readonly size?: { readonly width: number; readonly height: number }
  /** Card width as a share of the picture's longer side, instead of the severity's. */
  readonly share?: readonly [number, number]
  /** Paints what is between the desk and the card. */
  readonly under?: (scene: Frame, corners: readonly Point[], random: Random) => void
  /** For another frame of the same stream (same `random`): moves the card a little, and takes another picture. */
  readonly moment?: Random
}

/** Puts a card (or nothing: an empty desk) on a desk and photographs it. Returns a JPEG, 1920 × 1080 unless asked otherwise. */
export const photograph = async (
  card: RgbImage | null,
  random: Random,
  options: FrameOptions,
): Promise<{ jpeg: Uint8Array; corners: readonly Point[] }> => {
  const c = CONDITIONS[options.severity]
  const { width: frameWidth, height: frameHeight } = options.size ?? {
    width: FRAME_WIDTH,
    height: FRAME_HEIGHT,
  }
  const scene: Frame = {
    data: new Float32Array(frameWidth * frameHeight * 3),
    width: frameWidth,
    height: frameHeight,
  }
  const desk = random.pick(c.desks)
  paintDesk(scene, options.desk ?? desk, random)
  const turn = options.turn ?? 0
  const alongTheFrame = (turn === 0 || turn === 180) === frameWidth >= frameHeight
  const share = random.range(...(options.share ?? c.share))
  const width = Math.max(frameWidth, frameHeight) * Math.min(share, alongTheFrame ? 0.85 : 0.5)
  const height = (width * 54) / 85.6
  const place = placeCorners(scene, width, height, turn, c, random)
  const { moment } = options
  const corners = moment ? nudged(place, moment) : place
  if (card) {
    options.under?.(scene, corners, random)
    castShadow(scene, corners, random)
    await paintCard(scene, card, corners)
    if (random.chance(options.fingers ?? c.fingers)) paintFingers(scene, corners, random)
  }
  // Lamps and windows stay where they are when the card moves.
  paintLight(scene, c, random, card ? place : [])
  const shot = takePicture(scene, c, random, moment)
  // A plain loop: `Uint8Array.from` takes longer over six million values than all lenses together.
  const pixels = new Uint8Array(shot.data.length)
  for (let i = 0; i < pixels.length; i++)
    pixels[i] = Math.max(0, Math.min(255, Math.round(shot.data[i] as number)))
  const jpeg = await webcamJpeg(
    { data: pixels, width: frameWidth, height: frameHeight },
    random.int(...c.quality),
  )
  return { jpeg, corners }
}

const placeCorners = (
  frame: Frame,
  width: number,
  height: number,
  turn: number,
  c: Conditions,
  random: Random,
): Corners => {
  const angle = ((turn + random.range(-c.turnDegrees, c.turnDegrees)) * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const reach = {
    x: (Math.abs(cos) * width + Math.abs(sin) * height) / 2,
    y: (Math.abs(sin) * width + Math.abs(cos) * height) / 2,
  }
  const room = {
    x: Math.max(0, frame.width / 2 - reach.x - 24),
    y: Math.max(0, frame.height / 2 - reach.y - 24),
  }
  const shrink = Math.min(1, (frame.height / 2 - 16) / reach.y, (frame.width / 2 - 16) / reach.x)
  const cx = frame.width / 2 + random.range(-room.x, room.x) * 0.8
  const cy = frame.height / 2 + random.range(-room.y, room.y) * 0.8
  const jitter = () => random.range(-c.perspective, c.perspective) * height * 0.6
  const corner = (dx: number, dy: number): Point => {
    const x = dx * width * 0.5 * shrink
    const y = dy * height * 0.5 * shrink
    return { x: cx + x * cos - y * sin + jitter(), y: cy + x * sin + y * cos + jitter() }
  }
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}

type Corners = readonly [Point, Point, Point, Point]

/** How far a card moves between two frames of a stream that counts as steady, pixels: a hand trembles, a desk shakes. */
const TREMBLE = 5

const nudged = (corners: Corners, random: Random): Corners => {
  const [dx, dy] = [random.normal() * TREMBLE, random.normal() * TREMBLE]
  const move = (p: Point): Point => ({ x: p.x + dx + random.normal(), y: p.y + dy + random.normal() })
  return [move(corners[0]), move(corners[1]), move(corners[2]), move(corners[3])]
}

const castShadow = (frame: Frame, corners: readonly Point[], random: Random): void => {
  const { data: pixels } = frame
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
  const sides = edges.map(([a, b]) => ({ a, b, length: Math.hypot(b.x - a.x, b.y - a.y) }))
  for (let y = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width; x++) {
      let inside = 1e9
      for (const { a, b, length } of sides) {
        const d = ((b.x - a.x) * (y - dy - a.y) - (b.y - a.y) * (x - dx - a.x)) / length
        inside = Math.min(inside, d)
        // One side that it lies far outside of is enough.
        if (inside < -8) break
      }
      if (inside < -8) continue
      const shade = 1 - depth * Math.min(1, (inside + 8) / 16)
      const i = (y * frame.width + x) * 3
      for (let k = 0; k < 3; k++) pixels[i + k] = (pixels[i + k] ?? 0) * shade
    }
  }
}

const paintCard = async (frame: Frame, card: RgbImage, corners: Corners): Promise<void> => {
  const { data: pixels } = frame
  // Shrinking without a filter would alias thin strokes: soften first by about the scale.
  const scale = card.width / Math.hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y)
  const { data: soft } = await blurred(card, Math.max(0.3, scale * 0.42))
  const m = invert(rectangleToQuad(card.width, card.height, corners))
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i0 = 1] = m
  const radius = card.width * 0.037
  const xs = corners.map((p) => p.x)
  const ys = corners.map((p) => p.y)
  const x0 = Math.max(0, Math.floor(Math.min(...xs)) - 1)
  const x1 = Math.min(frame.width - 1, Math.ceil(Math.max(...xs)) + 1)
  const y0 = Math.max(0, Math.floor(Math.min(...ys)) - 1)
  const y1 = Math.min(frame.height - 1, Math.ceil(Math.max(...ys)) + 1)
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
      const t = (y * frame.width + x) * 3
      for (let k = 0; k < 3; k++) {
        const top = (soft[s + k] ?? 0) * (1 - fu) + (soft[s + 3 + k] ?? 0) * fu
        const low = (soft[s + W * 3 + k] ?? 0) * (1 - fu) + (soft[s + W * 3 + 3 + k] ?? 0) * fu
        pixels[t + k] = (pixels[t + k] ?? 0) * (1 - alpha) + (top * (1 - fv) + low * fv) * alpha
      }
    }
  }
}
