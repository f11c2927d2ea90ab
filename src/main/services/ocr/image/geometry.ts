/** A point in pixels. */
export type Point = { readonly x: number; readonly y: number }

/** Four corners, clockwise from the card's own top left as far as it is known. */
export type Quad = readonly [Point, Point, Point, Point]

/** A 3 × 3 projective map, row by row, last entry 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number]

/** A straight line as x·cos(theta) + y·sin(theta) = rho. */
export type Line = { readonly theta: number; readonly rho: number; readonly weight: number }

/** Where two lines meet, or undefined when they are (nearly) parallel. */
export const intersect = (a: Line, b: Line): Point | undefined => {
  const det = Math.cos(a.theta) * Math.sin(b.theta) - Math.sin(a.theta) * Math.cos(b.theta)
  if (Math.abs(det) < 1e-3) return undefined
  return {
    x: (a.rho * Math.sin(b.theta) - b.rho * Math.sin(a.theta)) / det,
    y: (b.rho * Math.cos(a.theta) - a.rho * Math.cos(b.theta)) / det,
  }
}

/** Distance of two points. */
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Area of a simple quadrilateral (shoelace formula); positive when clockwise on screen. */
export const quadArea = (quad: Quad): number => {
  const [a, b, c, d] = quad
  return ((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)) / 2
}

/** Mean length of the top and bottom sides, and of the left and right sides. */
export const quadSize = (quad: Quad): { width: number; height: number } => ({
  width: (distance(quad[0], quad[1]) + distance(quad[3], quad[2])) / 2,
  height: (distance(quad[0], quad[3]) + distance(quad[1], quad[2])) / 2,
})

/** True when all corners turn the same way. */
export const isConvex = (quad: Quad): boolean => {
  for (let i = 0; i < 4; i++) {
    const a = quad[i % 4] as Point
    const b = quad[(i + 1) % 4] as Point
    const c = quad[(i + 2) % 4] as Point
    if ((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) <= 0) return false
  }
  return true
}

/** Corners scaled by a factor. */
export const scaleQuad = (quad: Quad, factor: number): Quad => {
  const scale = (p: Point): Point => ({ x: p.x * factor, y: p.y * factor })
  return [scale(quad[0]), scale(quad[1]), scale(quad[2]), scale(quad[3])]
}

/** The same corners, starting `quarterTurns` corners later: turns the rectified picture counter-clockwise. */
export const rotateQuad = (quad: Quad, quarterTurns: number): Quad => {
  const at = (i: number): Point => quad[(i + quarterTurns) % 4] as Point
  return [at(0), at(1), at(2), at(3)]
}

/** The projective map that takes the rectangle (0,0)–(width,height) to a quadrilateral (Heckbert 1989). */
export const rectangleToQuad = (width: number, height: number, quad: Quad): Homography => {
  const [p0, p1, p2, p3] = quad
  const dx1 = p1.x - p2.x
  const dx2 = p3.x - p2.x
  const dx3 = p0.x - p1.x + p2.x - p3.x
  const dy1 = p1.y - p2.y
  const dy2 = p3.y - p2.y
  const dy3 = p0.y - p1.y + p2.y - p3.y
  const det = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / det
  const h = (dx1 * dy3 - dx3 * dy1) / det
  return [
    (p1.x - p0.x + g * p1.x) / width,
    (p3.x - p0.x + h * p3.x) / height,
    p0.x,
    (p1.y - p0.y + g * p1.y) / width,
    (p3.y - p0.y + h * p3.y) / height,
    p0.y,
    g / width,
    h / height,
    1,
  ]
}

/** Where a place of the unit square lies in a quadrilateral. */
const inside = (quad: Quad): ((x: number, y: number) => Point) => {
  const m = rectangleToQuad(1, 1, quad)
  return (x, y) => {
    const w = m[6] * x + m[7] * y + 1
    return { x: (m[0] * x + m[1] * y + m[2]) / w, y: (m[3] * x + m[4] * y + m[5]) / w }
  }
}

/** Moves sides outwards by shares of the quadrilateral's own size. */
export const growQuad = (
  quad: Quad,
  { left, top, bottom }: { readonly left: number; readonly top: number; readonly bottom: number },
): Quad => {
  const at = inside(quad)
  return [at(-left, -top), at(1, -top), at(1, 1 + bottom), at(-left, 1 + bottom)]
}

/** Lowers the right ends of the top and bottom sides by shares of the quadrilateral's own height. */
export const leanQuad = (quad: Quad, top: number, bottom: number): Quad => {
  const at = inside(quad)
  return [at(0, 0), at(1, top), at(1, 1 + bottom), at(0, 1)]
}
