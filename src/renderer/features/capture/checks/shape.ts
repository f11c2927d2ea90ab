import type { Mask } from './background.ts'

export type Point = { readonly x: number; readonly y: number }

/** The largest connected thing of a mask. */
export type Thing = {
  readonly area: number
  /** As `area`, with the holes inside every row filled (print, a portrait in the desk's colour). */
  readonly filledArea: number
  /** Pixels of it that lie on the picture's edge. */
  readonly edgePixels: number
  /** Leftmost and rightmost pixel of every row: enough for its hull. */
  readonly outline: readonly Point[]
}

/** The tightest rectangle around a thing, at any angle. */
export type Rectangle = {
  readonly centre: Point
  readonly longSide: number
  readonly shortSide: number
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
  let edgePixels = 0
  for (const i of pixels) {
    const x = i % width
    const y = Math.floor(i / width)
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) edgePixels += 1
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
  return { area: pixels.length, filledArea, edgePixels, outline }
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
  const sides = [box.maxU - box.minU, box.maxV - box.minV]
  const upright = extent(hull, 0)
  return {
    centre: { x: u * Math.cos(angle) - v * Math.sin(angle), y: u * Math.sin(angle) + v * Math.cos(angle) },
    longSide: Math.max(...sides),
    shortSide: Math.min(...sides),
    left: upright.minU,
    right: upright.maxU,
    top: upright.minV,
    bottom: upright.maxV,
  }
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
