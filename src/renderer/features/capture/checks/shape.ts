import type { Mask } from './background.ts'
import type { Luma } from './pixels.ts'

export type Point = { readonly x: number; readonly y: number }

/** A connected thing of a mask. */
export type Thing = {
  /** Indexes of its pixels. */
  readonly pixels: Uint32Array
  /** How many pixels it covers, with the holes inside every row filled (print, a portrait in the desk's colour). */
  readonly filledArea: number
  /** Indexes of its pixels that lie along the picture's edge. */
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

/** The edge is two pixels deep: some cameras draw a dark line around the picture. */
const EDGE = 2

/** Finds the largest 4-connected things, so many at the most, the largest first. */
export function largestThings({ data, width, height }: Mask, most: number): Thing[] {
  const unseen = data.slice()
  const queue = new Uint32Array(data.length)
  const largest: Uint32Array[] = []
  for (let start = 0; start < data.length; start += 1) {
    if (!unseen[start]) continue
    const count = flood(unseen, start, width, queue)
    if (largest.length === most && count <= (largest.at(-1)?.length ?? 0)) continue
    largest.push(queue.slice(0, count))
    largest.sort((a, b) => b.length - a.length).splice(most)
  }
  return largest.map((pixels) => describe(pixels, width, height))
}

/** Collects the thing around a pixel in `queue`, and unmarks it; answers how many pixels it has. */
function flood(unseen: Uint8Array, start: number, width: number, queue: Uint32Array): number {
  let count = 0
  const visit = (i: number) => {
    if (!unseen[i]) return
    unseen[i] = 0
    queue[count] = i
    count += 1
  }
  visit(start)
  for (let next = 0; next < count; next += 1) {
    const i = queue[next] ?? 0
    const x = i % width
    if (i >= width) visit(i - width)
    if (i + width < unseen.length) visit(i + width)
    if (x > 0) visit(i - 1)
    if (x < width - 1) visit(i + 1)
  }
  return count
}

function describe(pixels: Uint32Array, width: number, height: number): Thing {
  const first = new Int32Array(height).fill(width)
  const last = new Int32Array(height).fill(-1)
  const edge: number[] = []
  for (const i of pixels) {
    const y = Math.floor(i / width)
    const x = i - y * width
    if (x < EDGE || y < EDGE || x >= width - EDGE || y >= height - EDGE) edge.push(i)
    if (x < (first[y] ?? 0)) first[y] = x
    if (x > (last[y] ?? 0)) last[y] = x
  }
  const outline: Point[] = []
  let filledArea = 0
  for (let y = 0; y < height; y += 1) {
    const [from, to] = [first[y] ?? 0, (last[y] ?? 0) + 1]
    if (to === 0) continue
    filledArea += to - from
    outline.push({ x: from, y }, { x: to, y }, { x: from, y: y + 1 }, { x: to, y: y + 1 })
  }
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

/** Strips in which a side is looked for, and the share of the side they cover: corners are round, and one may be missing. */
const STRIPS = 24
const MIDDLE = 0.8

/**
 * The corners of a card, also of one seen aslant: where the lines meet that lie along its four sides. A corner that
 * is burnt out or under a thumb does not matter.
 */
export function cornersOf(pixels: Uint32Array, frameWidth: number, rectangle: Rectangle): Corners {
  const angle = (rectangle.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const { x: cx, y: cy } = rectangle.centre
  const half = { u: rectangle.width / 2, v: rectangle.height / 2 }
  const [top, bottom, left, right] = [newSide(), newSide(), newSide(), newSide()]
  for (const i of pixels) {
    const [dx, dy] = [(i % frameWidth) + 0.5 - cx, Math.floor(i / frameWidth) + 0.5 - cy]
    const [u, v] = [dx * cos + dy * sin, dy * cos - dx * sin]
    const [alongU, alongV] = [stripOf(u, half.u), stripOf(v, half.v)]
    if (alongU >= 0 && alongU < STRIPS) reach(top, bottom, alongU, v)
    if (alongV >= 0 && alongV < STRIPS) reach(left, right, alongV, u)
  }
  const lines = {
    top: lineAlong(top, half.u, -half.v),
    bottom: lineAlong(bottom, half.u, half.v),
    left: lineAlong(left, half.v, -half.u),
    right: lineAlong(right, half.v, half.u),
  }
  const meet = (across: Line, down: Line): Point => {
    const v = (across.at + across.slope * down.at) / (1 - across.slope * down.slope)
    const u = down.at + down.slope * v
    return { x: cx + u * cos - v * sin, y: cy + u * sin + v * cos }
  }
  return [
    meet(lines.top, lines.left),
    meet(lines.top, lines.right),
    meet(lines.bottom, lines.right),
    meet(lines.bottom, lines.left),
  ]
}

/** A side as a line over the strips along it: `at` in the middle, rising by `slope`. */
type Line = { readonly at: number; readonly slope: number }

const newSide = (): (number | undefined)[] => Array.from({ length: STRIPS }, () => undefined)

const stripOf = (along: number, half: number): number =>
  Math.floor(((along / (half * MIDDLE) + 1) / 2) * STRIPS)

function reach(low: (number | undefined)[], high: (number | undefined)[], strip: number, value: number) {
  low[strip] = Math.min(low[strip] ?? value, value)
  high[strip] = Math.max(high[strip] ?? value, value)
}

/** The line that most strips agree on (Theil–Sen: the middle of all slopes, which outliers do not move). */
function lineAlong(side: readonly (number | undefined)[], half: number, otherwise: number): Line {
  const points = side.flatMap((value, strip) =>
    value === undefined ? [] : [{ along: (((strip + 0.5) / STRIPS) * 2 - 1) * half * MIDDLE, value }],
  )
  if (points.length < STRIPS / 2) return { at: otherwise, slope: 0 }
  const slope = middle(
    points.flatMap((p, i) => points.slice(i + 1).map((q) => (q.value - p.value) / (q.along - p.along))),
  )
  return { at: middle(points.map(({ along, value }) => value - slope * along)), slope }
}

/** The middle one of some numbers; 0 of none. */
export const middle = (values: readonly number[]): number =>
  Float64Array.from(values).sort()[Math.floor(values.length / 2)] ?? 0

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

/** Tells how far inside four corners a point lies; negative outside. */
export function depthBetween(corners: Corners): (x: number, y: number) => number {
  const sides = corners.map((from, n) => {
    const to = corners[(n + 1) % 4] ?? from
    const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y))
    return { from, across: (to.x - from.x) / length, down: (to.y - from.y) / length }
  })
  return (x, y) => {
    let depth = Number.POSITIVE_INFINITY
    for (const { from, across, down } of sides)
      depth = Math.min(depth, across * (y - from.y) - down * (x - from.x))
    return depth
  }
}

/** Tells how far inside a rectangle a point lies; negative outside. */
export function depthIn(rectangle: Rectangle): (x: number, y: number) => number {
  const { centre, width, height } = rectangle
  const angle = (rectangle.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return (x, y) => {
    const [dx, dy] = [x - centre.x, y - centre.y]
    return Math.min(width / 2 - Math.abs(dx * cos + dy * sin), height / 2 - Math.abs(dy * cos - dx * sin))
  }
}

/**
 * Brightness of every pixel inside a rectangle that may be turned.
 * @param upright picture of the upright box around the rectangle
 * @param perPixel pixels of `upright` per pixel that the rectangle is measured in
 */
export function valuesInside(upright: Luma, rectangle: Rectangle, perPixel: number): Float32Array {
  const depth = depthIn(rectangle)
  const values = new Float32Array(upright.width * upright.height)
  let count = 0
  for (let y = 0; y < upright.height; y += 1) {
    for (let x = 0; x < upright.width; x += 1) {
      if (depth(x / perPixel + rectangle.left, y / perPixel + rectangle.top) < 0) continue
      values[count] = upright.data[y * upright.width + x] ?? 0
      count += 1
    }
  }
  return values.subarray(0, count)
}
