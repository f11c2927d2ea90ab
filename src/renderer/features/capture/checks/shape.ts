import type { Mask } from './background.ts'
import type { Luma } from './pixels.ts'

export type Point = { readonly x: number; readonly y: number }

/** The largest connected thing of a mask. */
export type Thing = {
  /** Indexes of its pixels. */
  readonly pixels: readonly number[]
  /** How many pixels it covers, with the holes inside every row filled (print, a portrait in the desk's colour). */
  readonly filledArea: number
  /** Indexes of its pixels that lie on the picture's edge. */
  readonly edge: readonly number[]
  /** Leftmost and rightmost pixel of every row: enough for its hull. */
  readonly outline: readonly Point[]
}

/** The tightest rectangle around a thing, at any angle. */
export type Rectangle = {
  readonly centre: Point
  readonly longSide: number
  readonly shortSide: number
  /** Degrees that it is turned, -45..45, and its sides across and down when turned back. */
  readonly angle: number
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Finds the largest 4-connected thing; undefined for an empty mask. */
export function largestThing(mask: Mask): Thing | undefined {
  const { data, width, height } = mask
  const seen = new Uint8Array(data.length)
  let best: { area: number; pixels: number[] } | undefined
  for (let start = 0; start < data.length; start += 1) {
    if (!data[start] || seen[start]) continue
    const pixels = flood(data, seen, start, width)
    if (!best || pixels.length > best.area) best = { area: pixels.length, pixels }
  }
  return best && describe(best.pixels, width, height)
}

function flood(data: Uint8Array, seen: Uint8Array, start: number, width: number): number[] {
  const pixels = [start]
  seen[start] = 1
  for (let next = 0; next < pixels.length; next += 1) {
    const i = pixels[next] ?? 0
    const x = i % width
    const neighbours = [i - width, i + width, x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1]
    for (const n of neighbours) {
      if (n < 0 || n >= data.length || seen[n] || !data[n]) continue
      seen[n] = 1
      pixels.push(n)
    }
  }
  return pixels
}

function describe(pixels: readonly number[], width: number, height: number): Thing {
  const rows = new Map<number, { min: number; max: number }>()
  const edge: number[] = []
  for (const i of pixels) {
    const x = i % width
    const y = Math.floor(i / width)
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) edge.push(i)
    const row = rows.get(y)
    if (!row) rows.set(y, { min: x, max: x })
    else if (x < row.min) row.min = x
    else if (x > row.max) row.max = x
  }
  const outline = [...rows].flatMap(([y, row]) => [
    { x: row.min, y },
    { x: row.max + 1, y },
    { x: row.min, y: y + 1 },
    { x: row.max + 1, y: y + 1 },
  ])
  const filledArea = [...rows.values()].reduce((sum, row) => sum + row.max - row.min + 1, 0)
  return { pixels, filledArea, edge, outline }
}

/** Convex hull, counter-clockwise (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const p of list) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), p) <= 0) chain.pop()
      chain.push(p)
    }
    chain.pop()
    return chain
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

function turn(a: Point | undefined, b: Point | undefined, c: Point): number {
  if (!a || !b) return 1
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/** The rectangle of least area around the points: one of its sides lies on a side of the hull. */
export function tightestRectangle(points: readonly Point[]): Rectangle | undefined {
  const hull = convexHull(points)
  let best: { area: number; angle: number; box: ReturnType<typeof extent> } | undefined
  hull.forEach((from, i) => {
    const to = hull[(i + 1) % hull.length] ?? from
    const angle = Math.atan2(to.y - from.y, to.x - from.x)
    const box = extent(hull, angle)
    const area = (box.maxU - box.minU) * (box.maxV - box.minV)
    if (area > 0 && (!best || area < best.area)) best = { area, angle, box }
  })
  if (!best) return undefined
  const { angle, box } = best
  const [u, v] = [(box.minU + box.maxU) / 2, (box.minV + box.maxV) / 2]
  const sides = [box.maxU - box.minU, box.maxV - box.minV] as const
  const quarters = Math.round(angle / (Math.PI / 2))
  const [width, height] = quarters % 2 === 0 ? sides : [sides[1], sides[0]]
  const upright = extent(hull, 0)
  return {
    centre: { x: u * Math.cos(angle) - v * Math.sin(angle), y: u * Math.sin(angle) + v * Math.cos(angle) },
    longSide: Math.max(...sides),
    shortSide: Math.min(...sides),
    width,
    height,
    angle: ((angle - (quarters * Math.PI) / 2) * 180) / Math.PI,
    left: upright.minU,
    right: upright.maxU,
    top: upright.minV,
    bottom: upright.maxV,
  }
}

/** Four corners, in order around the thing. */
export type Corners = readonly [Point, Point, Point, Point]

/** The outermost points towards the four corners of a rectangle around them: the corners of a card seen aslant. */
export function cornersOf(points: readonly Point[], rectangle: Rectangle): Corners | undefined {
  const hull = convexHull(points)
  const angle = (rectangle.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const outermost = (signU: number, signV: number): Point | undefined => {
    const reach = (p: Point) => signU * (p.x * cos + p.y * sin) + signV * (p.y * cos - p.x * sin)
    return hull.reduce<Point | undefined>(
      (best, p) => (best && reach(best) >= reach(p) ? best : p),
      undefined,
    )
  }
  const corners = [outermost(-1, -1), outermost(1, -1), outermost(1, 1), outermost(-1, 1)]
  const [a, b, c, d] = corners
  return a && b && c && d ? [a, b, c, d] : undefined
}

/** How much longer the longer of two opposite sides is: 1 for a card seen from straight above. */
export function keystone([a, b, c, d]: Corners): number {
  const length = (p: Point, q: Point) => Math.max(1, Math.hypot(p.x - q.x, p.y - q.y))
  const ratio = (one: number, other: number) => Math.max(one, other) / Math.min(one, other)
  return Math.max(ratio(length(a, b), length(d, c)), ratio(length(a, d), length(b, c)))
}

/** Area inside four corners (shoelace formula). */
export function areaOf(corners: Corners): number {
  const twice = corners.reduce((sum, p, i) => {
    const q = corners[(i + 1) % 4] ?? p
    return sum + p.x * q.y - q.x * p.y
  }, 0)
  return Math.abs(twice) / 2
}

function extent(points: readonly Point[], angle: number) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const p of points) {
    const u = p.x * cos + p.y * sin
    const v = p.y * cos - p.x * sin
    minU = Math.min(minU, u)
    maxU = Math.max(maxU, u)
    minV = Math.min(minV, v)
    maxV = Math.max(maxV, v)
  }
  return { minU, maxU, minV, maxV }
}

/** How far inside a rectangle a point lies; negative outside. */
export function depthInside(rectangle: Rectangle, point: Point): number {
  const angle = (rectangle.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [dx, dy] = [point.x - rectangle.centre.x, point.y - rectangle.centre.y]
  const fromSide = rectangle.width / 2 - Math.abs(dx * cos + dy * sin)
  const fromTop = rectangle.height / 2 - Math.abs(dy * cos - dx * sin)
  return Math.min(fromSide, fromTop)
}

/**
 * Brightness of every pixel inside a rectangle that may be turned.
 * @param upright picture of the upright box around the rectangle
 * @param perPixel pixels of `upright` per pixel that the rectangle is measured in
 */
export function valuesInside(upright: Luma, rectangle: Rectangle, perPixel: number): number[] {
  const values: number[] = []
  for (let y = 0; y < upright.height; y += 1) {
    for (let x = 0; x < upright.width; x += 1) {
      const point = { x: x / perPixel + rectangle.left, y: y / perPixel + rectangle.top }
      if (depthInside(rectangle, point) >= 0) values.push(upright.data[y * upright.width + x] ?? 0)
    }
  }
  return values
}
