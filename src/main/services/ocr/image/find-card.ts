import { type EdgeMap, FAINT_VOTES, findEdges, findLines } from './edges.ts'
import {
  distance,
  intersect,
  isConvex,
  type Line,
  type Point,
  type Quad,
  quadArea,
  quadSize,
  scaleQuad,
} from './geometry.ts'
import { type RgbImage, shrinkRgb } from './raster.ts'

/** Width to height of an ID-1 card (ISO/IEC 7810: 85.60 × 53.98 mm). */
export const CARD_ASPECT = 85.6 / 53.98

/** A place where a card may lie, with how well its outline is supported (about 0..1.5). */
export type CardCandidate = { readonly quad: Quad; readonly score: number }

const SEARCH_WIDTH = 480
const LINES = 44

/**
 * Finds quadrilaterals that may be a card, best first: pairs of nearly parallel lines crossed with
 * pairs of nearly perpendicular ones, kept when shape and outline fit. Corners are in picture pixels, ordered so
 * that the long side is on top; which of the two long sides is the card's top is not known here.
 */
export const findCards = (picture: RgbImage, most: number): CardCandidate[] => {
  const factor = Math.max(1, Math.round(Math.max(picture.width, picture.height) / SEARCH_WIDTH))
  const small = brighten(shrinkRgb(picture, factor))
  const edges = findEdges(small)
  const found: CardCandidate[] = []
  const consider = (quads: readonly Quad[], cost: number): void => {
    for (const quad of quads) {
      if (!isPlausible(quad, small)) continue
      const score = scoreQuad(quad, edges, small) - cost
      if (score > 0.35) found.push({ quad, score })
    }
  }
  const isFound = (): boolean => found.some(({ score }) => score >= GOOD_SCORE)
  const search = (lines: readonly Line[]): void => {
    consider(crossedQuads(lines, small), 0)
    consider(completedQuads(lines.slice(0, STRONG_LINES), small), GUESS_COST)
  }
  const lines = findLines(edges, LINES)
  search(lines)
  // A pale card on a dim, noisy desk has sides that hardly stand out.
  if (!isFound()) search(findLines(edges, LINES, FAINT_VOTES))
  // Glare and printed paper break a card's own sides into short ones: only then are those worth the time.
  if (!isFound()) consider(completedQuads(lines.slice(0, MORE_LINES), small), GUESS_COST)
  found.sort((p, q) => q.score - p.score)
  const kept: CardCandidate[] = []
  for (const candidate of found) {
    if (kept.length >= most) break
    if (kept.some((k) => maxCornerDistance(k.quad, candidate.quad) < small.width * APART)) continue
    kept.push(candidate)
  }
  return kept.map(({ quad, score }) => ({ quad: scaleQuad(shiftHalfPixel(quad), factor), score }))
}

/** Corners of outlines that are tried one after the other lie this share of the picture's width apart: refining levels less. */
const APART = 0.05

/** A dim picture's edges are as faint as its light: it is brightened until its lightest parts are white. */
const brighten = (image: RgbImage): RgbImage => {
  const counts = new Uint32Array(256)
  for (let i = 1; i < image.data.length; i += 3) {
    const v = image.data[i] as number
    counts[v] = (counts[v] as number) + 1
  }
  let left = (image.data.length / 3) * 0.04
  let white = 255
  while (white > 40 && left > (counts[white] as number)) left -= counts[white--] as number
  if (white > 200) return image
  return { ...image, data: image.data.map((v) => Math.min(255, (v * 225) / white)) }
}

// Block averages stand for the middle of their block.
const shiftHalfPixel = (quad: Quad): Quad => {
  const shift = (p: Point): Point => ({ x: p.x + 0.5, y: p.y + 0.5 })
  return [shift(quad[0]), shift(quad[1]), shift(quad[2]), shift(quad[3])]
}

const angleBetween = (a: Line, b: Line): number => {
  const d = Math.abs(a.theta - b.theta) % Math.PI
  return Math.min(d, Math.PI - d)
}

const parallelPairs = (lines: readonly Line[], image: RgbImage): [Line, Line][] => {
  const pairs: [Line, Line][] = []
  const least = image.height * 0.2
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) {
      const a = lines[i] as Line
      const b = lines[j] as Line
      if (angleBetween(a, b) > 0.26) continue
      const rho = Math.abs(a.theta - b.theta) > Math.PI / 2 ? -b.rho : b.rho
      if (Math.abs(a.rho - rho) >= least) pairs.push([a, b])
    }
  }
  return pairs
}

/** Lines of which three are enough for a card: the fourth side may lie in shadow or under a hand. */
const STRONG_LINES = 14
/** Lines that are tried when those gave no outline of at least this score; a card in plain sight has 1.2 and more. */
const MORE_LINES = 40
const GOOD_SCORE = 1.15
/** What a side that was only guessed costs an outline. */
const GUESS_COST = 0.06
/** How far off a card's proportions may look for perspective. */
const STRETCHES = [0.94, 1, 1.06]

/** Outlines of two lines crossed by two others. */
const crossedQuads = (lines: readonly Line[], image: RgbImage): Quad[] => {
  const pairs = parallelPairs(lines, image)
  const quads: Quad[] = []
  for (let i = 0; i < pairs.length; i++) {
    for (let j = i + 1; j < pairs.length; j++) {
      const [a, b] = pairs[i] as [Line, Line]
      const [c, d] = pairs[j] as [Line, Line]
      if (angleBetween(a, c) < 1.22) continue
      const quad = orderCorners([a, b, c, d])
      if (quad) quads.push(quad)
    }
  }
  return quads
}

/** Outlines of three lines, with the fourth put where the card's proportions ask for it. */
const completedQuads = (lines: readonly Line[], image: RgbImage): Quad[] => {
  const quads: Quad[] = []
  for (const [a, b] of parallelPairs(lines, image)) {
    for (const c of lines) {
      if (angleBetween(a, c) < 1.22) continue
      const p = intersect(a, c)
      const q = intersect(b, c)
      if (!p || !q) continue
      const across = distance(p, q)
      for (const length of [across * CARD_ASPECT, across / CARD_ASPECT]) {
        for (const stretch of STRETCHES) {
          for (const side of [-1, 1]) {
            const d = moveLine(c, side * length * stretch)
            const quad = orderCorners([a, b, c, d])
            if (quad) quads.push(quad)
          }
        }
      }
    }
  }
  return quads
}

/** A parallel line at a distance. */
const moveLine = (line: Line, by: number): Line => ({ ...line, rho: line.rho + by })

const orderCorners = ([a, b, c, d]: readonly [Line, Line, Line, Line]): Quad | undefined => {
  const points = [intersect(a, c), intersect(a, d), intersect(b, d), intersect(b, c)]
  const [p, q, r, s] = points
  if (!p || !q || !r || !s) return undefined
  let quad: Quad = [p, q, r, s]
  if (quadArea(quad) < 0) quad = [p, s, r, q]
  const { width, height } = quadSize(quad)
  if (height > width) quad = [quad[1], quad[2], quad[3], quad[0]]
  // Of the two long sides, the one that is higher (or further left) on the picture comes first.
  const top = quad[0].y + quad[1].y
  const bottom = quad[2].y + quad[3].y
  return top <= bottom ? quad : [quad[2], quad[3], quad[0], quad[1]]
}

const isPlausible = (quad: Quad, image: RgbImage): boolean => {
  const margin = image.width * 0.04
  for (const p of quad) {
    if (p.x < -margin || p.y < -margin || p.x > image.width + margin || p.y > image.height + margin)
      return false
  }
  if (!isConvex(quad)) return false
  const { width, height } = quadSize(quad)
  const aspect = width / height / CARD_ASPECT
  if (aspect < 0.8 || aspect > 1.25) return false
  if (quadArea(quad) < image.width * image.height * 0.07) return false
  const [a, b, c, d] = quad
  const ratio = (p: number, q: number): number => Math.max(p, q) / Math.min(p, q)
  return ratio(distance(a, b), distance(d, c)) < 1.3 && ratio(distance(a, d), distance(b, c)) < 1.3
}

const SAMPLES = 36

/**
 * How well an outline is supported: the share of each side that lies on an edge of the right
 * direction, and whether the colour changes across it the same way all round.
 */
const scoreQuad = (quad: Quad, edges: EdgeMap, image: RgbImage): number => {
  let total = 0
  let worst = 1
  const inside = [0, 0, 0]
  const outside = [0, 0, 0]
  const changes: number[] = []
  for (let side = 0; side < 4; side++) {
    const a = quad[side] as Point
    const b = quad[(side + 1) % 4] as Point
    const length = distance(a, b)
    const nx = -(b.y - a.y) / length
    const ny = (b.x - a.x) / length
    const normal = (Math.atan2(ny, nx) + 2 * Math.PI) % Math.PI
    let hits = 0
    const delta = [0, 0, 0]
    for (let s = 0; s < SAMPLES; s++) {
      // The rounded corners (3.18 mm) are left out.
      const t = 0.06 + (0.88 * s) / (SAMPLES - 1)
      const x = a.x + (b.x - a.x) * t
      const y = a.y + (b.y - a.y) * t
      if (onEdge(edges, x, y, nx, ny, normal)) hits++
      const here = pixelAt(image, x + nx * 5, y + ny * 5)
      const there = pixelAt(image, x - nx * 5, y - ny * 5)
      for (let k = 0; k < 3; k++) {
        const within = image.data[here + k] as number
        const beyond = image.data[there + k] as number
        delta[k] = (delta[k] as number) + within - beyond
        inside[k] = (inside[k] as number) + within
        outside[k] = (outside[k] as number) + beyond
      }
    }
    const support = hits / SAMPLES
    total += support
    worst = Math.min(worst, support)
    changes.push(Math.hypot(...delta) / SAMPLES)
  }
  const [r, , b] = inside as [number, number, number]
  const change = Math.min(1, Math.min(...changes) / 18)
  const blue = Math.max(-0.5, Math.min(1, (b / (r + 1) - 1) * 4))
  // Under a lamp that tints everything a card is still bluer than what it lies on; a sheet of paper is not.
  const [outerR, , outerB] = outside as [number, number, number]
  const bluer = Math.max(-0.15, Math.min(0.25, Math.log(((b + 1) * (outerR + 1)) / ((r + 1) * (outerB + 1)))))
  const size = Math.sqrt(quadArea(quad) / (image.width * image.height))
  const { width, height } = quadSize(quad)
  const shape = Math.abs(Math.log(width / height / CARD_ASPECT))
  return total / 8 + worst / 2 + change * 0.15 + blue * 0.2 + bluer * 0.8 + size * 0.25 - shape * 0.8
}

const onEdge = (edges: EdgeMap, x: number, y: number, nx: number, ny: number, normal: number): boolean => {
  for (let o = -1.5; o <= 1.5; o += 1) {
    const px = Math.round(x + nx * o)
    const py = Math.round(y + ny * o)
    if (px < 1 || py < 1 || px >= edges.width - 1 || py >= edges.height - 1) continue
    const i = py * edges.width + px
    if ((edges.strength[i] as number) < edges.floor) continue
    const d = Math.abs((edges.normal[i] as number) - normal)
    if (Math.min(d, Math.PI - d) < 0.3) return true
  }
  return false
}

/** Index of the first byte of the pixel at, or nearest to, a place. */
const pixelAt = (image: RgbImage, x: number, y: number): number => {
  const px = Math.max(0, Math.min(image.width - 1, Math.round(x)))
  const py = Math.max(0, Math.min(image.height - 1, Math.round(y)))
  return (py * image.width + px) * 3
}

const maxCornerDistance = (a: Quad, b: Quad): number =>
  Math.max(...a.map((p, i) => distance(p, b[i] as Point)))
