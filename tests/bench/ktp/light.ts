import type { Frame } from './lens.ts'
import type { Random } from './random.ts'
import type { Point } from './warp.ts'

/** How a desk is lit. Shares are of full brightness. */
export type LightConditions = {
  /** Fall of the light across the frame. */
  readonly slope: number
  /** Highest share of the light that may be missing. */
  readonly dim: number
  /** Highest brightness of a mirrored lamp or window on the laminate. */
  readonly glare: number
  /** Deviation of the white balance. */
  readonly cast: number
  /** Haze of a dirty lens or of scattered light, a share of white laid over everything. */
  readonly haze: number
}

/** Lights the scene: uneven light, white balance, haze, a mirrored lamp and a mirrored window on the laminate. */
export const paintLight = (
  frame: Frame,
  c: LightConditions,
  random: Random,
  corners: readonly Point[],
): void => {
  const { width, height, data } = frame
  const angle = random.range(0, 2 * Math.PI)
  const slope = random.range(0, c.slope)
  const level = random.range(1 - c.dim, 1.06)
  const gain = [1, 1, 1].map(() => level * (1 + random.range(-c.cast, c.cast)))
  const gamma = random.range(0.85, 1.2)
  const haze = random.range(0, c.haze) * 255
  const lamp = corners.length > 0 && random.chance(0.6) ? makeLamp(corners, random, c.glare) : undefined
  const band = corners.length > 0 && random.chance(0.45) ? makeBand(corners, random, c.glare) : undefined
  const dx = Math.cos(angle) / width
  const dy = Math.sin(angle) / height
  const curve = Float32Array.from({ length: 1024 }, (_, v) => 255 * (v / 1023) ** gamma)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shade = 1 - slope * (0.5 + (x - width / 2) * dx + (y - height / 2) * dy)
      const shine = (lamp?.(x, y) ?? 0) + (band?.(x, y) ?? 0) + haze
      const i = (y * width + x) * 3
      for (let k = 0; k < 3; k++) {
        const v = (data[i + k] as number) * shade * (gain[k] as number)
        const lit = v * (1 - haze / 400) + shine
        data[i + k] = curve[Math.max(0, Math.min(1023, Math.round(lit * 4.0118)))] as number
      }
    }
  }
}

type Shine = (x: number, y: number) => number

const somewhereOn = (corners: readonly Point[], random: Random): Point => {
  const [a, b, , d] = corners as readonly [Point, Point, Point, Point]
  const u = random.next()
  const v = random.next()
  return { x: a.x + (b.x - a.x) * u + (d.x - a.x) * v, y: a.y + (b.y - a.y) * u + (d.y - a.y) * v }
}

const makeLamp = (corners: readonly Point[], random: Random, glare: number): Shine => {
  const at = somewhereOn(corners, random)
  const radius = random.range(50, 190)
  const bright = random.range(0, glare) * 200
  return (x, y) => {
    const r2 = ((x - at.x) ** 2 + (y - at.y) ** 2) / (radius * radius)
    return r2 < 9 ? bright * Math.exp(-r2) : 0
  }
}

/** A window mirrored as a slanting band with soft rims. */
const makeBand = (corners: readonly Point[], random: Random, glare: number): Shine => {
  const at = somewhereOn(corners, random)
  const angle = random.range(0, Math.PI)
  const nx = Math.cos(angle)
  const ny = Math.sin(angle)
  const half = random.range(20, 120)
  const bright = random.range(0, glare) * 120
  return (x, y) => {
    const d = Math.abs((x - at.x) * nx + (y - at.y) * ny)
    return d > half ? 0 : bright * Math.min(1, (half - d) / (half * 0.4))
  }
}
