import { distance, intersect, type Line, type Point, type Quad } from './geometry.ts'
import type { RgbImage } from './raster.ts'

const SAMPLES = 64
/** How far from the rough side an edge is looked for, as a share of the card's longer side. */
const REACH = 0.022

/**
 * Moves a rough outline onto the card's edge: along each side the sharpest change of colour is looked
 * for on short normals, and a line is fitted through those points. Sides that find too few keep their place.
 */
export const refineCard = (picture: RgbImage, rough: Quad): Quad => {
  const reach = Math.max(6, Math.round(distance(rough[0], rough[1]) * REACH))
  const lines = [0, 1, 2, 3].map((side) => {
    const a = rough[side] as Point
    const b = rough[(side + 1) % 4] as Point
    return fitSide(picture, a, b, reach)
  }) as [Line, Line, Line, Line]
  const corners = [
    intersect(lines[3], lines[0]),
    intersect(lines[0], lines[1]),
    intersect(lines[1], lines[2]),
    intersect(lines[2], lines[3]),
  ]
  const [p, q, r, s] = corners
  if (!p || !q || !r || !s) return rough
  const refined: Quad = [p, q, r, s]
  const moved = Math.max(...refined.map((c, i) => distance(c, rough[i] as Point)))
  return moved > reach * 2.5 ? rough : refined
}

const lineThrough = (a: Point, b: Point): Line => {
  const length = distance(a, b)
  const nx = -(b.y - a.y) / length
  const ny = (b.x - a.x) / length
  return { theta: Math.atan2(ny, nx), rho: a.x * nx + a.y * ny, weight: 0 }
}

const fitSide = (picture: RgbImage, a: Point, b: Point, reach: number): Line => {
  const length = distance(a, b)
  const ux = (b.x - a.x) / length
  const uy = (b.y - a.y) / length
  const along: number[] = []
  const across: number[] = []
  const weight: number[] = []
  for (let s = 0; s < SAMPLES; s++) {
    const t = 0.06 + (0.88 * s) / (SAMPLES - 1)
    const x = a.x + (b.x - a.x) * t
    const y = a.y + (b.y - a.y) * t
    const edge = sharpestStep(picture, x, y, -uy, ux, reach)
    if (!edge) continue
    along.push(t * length)
    across.push(edge.offset)
    weight.push(Math.min(edge.strength, 40))
  }
  const fit = robustFit(along, across, weight)
  if (!fit) return lineThrough(a, b)
  const at = (d: number): Point => {
    const o = fit.offset + fit.slope * d
    return { x: a.x + ux * d - uy * o, y: a.y + uy * d + ux * o }
  }
  return lineThrough(at(0), at(length))
}

/** The strongest colour step along a normal; colours are averaged over three pixels on each side. */
const sharpestStep = (
  picture: RgbImage,
  x: number,
  y: number,
  nx: number,
  ny: number,
  reach: number,
): { offset: number; strength: number } | undefined => {
  const count = 2 * reach + 7
  const profile = new Float32Array(count * 3)
  for (let o = 0; o < count; o++) {
    const px = Math.round(x + nx * (o - reach - 3))
    const py = Math.round(y + ny * (o - reach - 3))
    if (px < 0 || py < 0 || px >= picture.width || py >= picture.height) return undefined
    const i = (py * picture.width + px) * 3
    for (let k = 0; k < 3; k++) profile[o * 3 + k] = picture.data[i + k] as number
  }
  let best = 0
  let strength = 0
  for (let o = 3; o < count - 3; o++) {
    let sum = 0
    for (let k = 0; k < 3; k++) {
      const at = (d: number): number => profile[(o + d) * 3 + k] as number
      sum += Math.abs(at(1) + at(2) + at(3) - at(-1) - at(-2) - at(-3))
    }
    if (sum > strength) {
      strength = sum
      best = o - reach - 3
    }
  }
  return strength < 36 ? undefined : { offset: best, strength: strength / 9 }
}

/** Weighted straight-line fit; points far from the fit lose their say (six rounds, Cauchy weights). */
const robustFit = (
  along: readonly number[],
  across: readonly number[],
  weight: readonly number[],
): { offset: number; slope: number } | undefined => {
  if (along.length < SAMPLES * 0.4) return undefined
  const sorted = [...across].sort((p, q) => p - q)
  let offset = sorted[sorted.length >> 1] as number
  let slope = 0
  for (let round = 0; round < 8; round++) {
    const width = Math.max(1, 8 - round * 1.2)
    let sw = 0
    let sx = 0
    let sy = 0
    let sxx = 0
    let sxy = 0
    for (let i = 0; i < along.length; i++) {
      const x = along[i] as number
      const y = across[i] as number
      const error = (y - offset - slope * x) / width
      const w = (weight[i] as number) / (1 + error * error)
      sw += w
      sx += w * x
      sy += w * y
      sxx += w * x * x
      sxy += w * x * y
    }
    const det = sw * sxx - sx * sx
    if (Math.abs(det) < 1e-6) return undefined
    slope = (sw * sxy - sx * sy) / det
    offset = (sy - slope * sx) / sw
  }
  return { offset, slope }
}
