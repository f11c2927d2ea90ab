import type { Line } from './geometry.ts'
import { boxBlur, channel, type RgbImage } from './raster.ts'

/** Gradient of a picture: the strongest of its three channels at every pixel. */
export type EdgeMap = {
  readonly width: number
  readonly height: number
  /** Strength, grey levels a pixel. */
  readonly strength: Float32Array
  /** Direction of the gradient, radians in [0, π): the normal of an edge through the pixel. */
  readonly normal: Float32Array
  /** Strength below which a gradient is noise. */
  readonly floor: number
}

/** Finds edges in colour: a pale blue card on a white desk hardly shows in grey. */
export const findEdges = (image: RgbImage): EdgeMap => {
  const { width, height } = image
  const strength = new Float32Array(width * height)
  const normal = new Float32Array(width * height)
  const [red, green, blue] = ([0, 1, 2] as const).map(
    (k) => boxBlur(boxBlur(channel(image, k), 1), 1).data,
  ) as [Float32Array, Float32Array, Float32Array]
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      let gx = 0
      let gy = 0
      let most = 0
      for (let k = 0; k < 3; k++) {
        const data = k === 0 ? red : k === 1 ? green : blue
        const across = (data[i + 1] as number) - (data[i - 1] as number)
        const down = (data[i + width] as number) - (data[i - width] as number)
        const square = across * across + down * down
        if (square <= most) continue
        most = square
        gx = across
        gy = down
      }
      strength[i] = Math.sqrt(most)
      // Weaker than this is noise everywhere: nobody asks for its direction.
      if (most < LEAST_FLOOR * LEAST_FLOOR) continue
      const a = Math.atan2(gy, gx)
      normal[i] = a < 0 ? a + Math.PI : a
    }
  }
  return { width, height, strength, normal, floor: noiseFloor(strength) }
}

/** Strength below which no gradient of any picture is an edge. */
const LEAST_FLOOR = 3

/** Most of a picture is no edge: twice the usual gradient is the least that can be one. */
const noiseFloor = (strength: Float32Array): number => {
  const sample: number[] = []
  for (let i = 0; i < strength.length; i += 17) sample.push(strength[i] as number)
  sample.sort((a, b) => a - b)
  return Math.max(LEAST_FLOOR, 2 * (sample[sample.length >> 1] ?? 0))
}

const THETA_STEPS = 180

/** Peaks of the vote that are looked at more closely. */
const PEAKS = 420
/** Votes of a line that stands out; between a pale card and a dim noisy desk there may be `FAINT_VOTES`. */
const CLEAR_VOTES = 300
export const FAINT_VOTES = 100
/** Lines closer than this in direction (radians) and at the picture's centre (pixels) are one edge. */
const TWIN_TURN = 0.03
const TWIN_DISTANCE = 3
/** Shortest stretch of edge that makes a line, pixels of the search picture. */
const SHORTEST_RUN = 36

/**
 * Straight lines by Hough voting: every edge pixel votes for the lines whose normal is within 3° of
 * its gradient. Votes are capped so that a long faint edge beats a short strong one. Of the lines with most votes
 * those are kept that are edge for longest without a break: rows of print have many votes too, but are all breaks.
 * @param leastVotes lines with fewer are not looked at
 */
export const findLines = (edges: EdgeMap, most: number, leastVotes = CLEAR_VOTES): Line[] => {
  const { width, height, strength, normal, floor } = edges
  const reach = Math.ceil(Math.hypot(width, height))
  const rhoSteps = 2 * reach + 1
  const votes = new Float32Array(THETA_STEPS * rhoSteps)
  const cos = Float32Array.from({ length: THETA_STEPS }, (_, t) => Math.cos((t * Math.PI) / THETA_STEPS))
  const sin = Float32Array.from({ length: THETA_STEPS }, (_, t) => Math.sin((t * Math.PI) / THETA_STEPS))
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      const s = strength[i] as number
      if (s < floor || !isRidge(edges, i)) continue
      const t0 = Math.round(((normal[i] as number) / Math.PI) * THETA_STEPS)
      const vote = Math.min(s - floor + 3, 14)
      for (let dt = -3; dt <= 3; dt++) {
        const t = (t0 + dt + THETA_STEPS) % THETA_STEPS
        const rho = Math.round(x * (cos[t] as number) + y * (sin[t] as number)) + reach
        const cell = t * rhoSteps + rho
        votes[cell] = (votes[cell] as number) + vote
      }
    }
  }
  const lines = pickPeaks(votes, rhoSteps, reach, leastVotes)
    .map((line) => ({ ...line, weight: longestRun(edges, line) }))
    .filter((line) => line.weight >= SHORTEST_RUN)
    .sort((p, q) => q.weight - p.weight)
  return withoutTwins(lines, width, height).slice(0, most)
}

/** One edge gives several peaks that differ by a step: they would crowd out the shorter sides of a card. */
const withoutTwins = (lines: readonly Line[], width: number, height: number): Line[] => {
  const kept: Line[] = []
  const atCentre = (line: Line): number =>
    line.rho - Math.cos(line.theta) * (width / 2) - Math.sin(line.theta) * (height / 2)
  for (const line of lines) {
    const twin = kept.some((other) => {
      const turn = Math.abs(line.theta - other.theta)
      const flipped = turn > Math.PI / 2
      const apart = Math.abs(atCentre(line) - (flipped ? -atCentre(other) : atCentre(other)))
      return Math.min(turn, Math.PI - turn) < TWIN_TURN && apart < TWIN_DISTANCE
    })
    if (!twin) kept.push(line)
  }
  return kept
}

/** Pixels of the longest stretch of a line that lies on edges of its direction; gaps of four pixels are forgiven. */
const longestRun = (edges: EdgeMap, line: Line): number => {
  const { width, height } = edges
  const nx = Math.cos(line.theta)
  const ny = Math.sin(line.theta)
  const reach = Math.hypot(width, height)
  let run = 0
  let gap = 0
  let longest = 0
  for (let s = -reach; s <= reach; s++) {
    const x = nx * line.rho - ny * s
    const y = ny * line.rho + nx * s
    if (x < 2 || y < 2 || x >= width - 2 || y >= height - 2) continue
    if (isEdge(edges, x, y, nx, ny, line.theta)) {
      run += gap + 1
      gap = 0
      longest = Math.max(longest, run)
    } else if (++gap > 4) {
      run = 0
      gap = 0
    }
  }
  return longest
}

const isEdge = (edges: EdgeMap, x: number, y: number, nx: number, ny: number, theta: number): boolean => {
  for (let o = -1; o <= 1; o++) {
    const i = Math.round(y + ny * o) * edges.width + Math.round(x + nx * o)
    if ((edges.strength[i] as number) < edges.floor) continue
    const d = Math.abs((edges.normal[i] as number) - theta)
    if (Math.min(d, Math.PI - d) < 0.4) return true
  }
  return false
}

/** Keeps only pixels that are the strongest across the edge (thin edges vote once). */
const isRidge = (edges: EdgeMap, i: number): boolean => {
  const { width, strength, normal } = edges
  const a = normal[i] as number
  const dx = Math.round(Math.cos(a))
  const dy = Math.round(Math.sin(a))
  const s = strength[i] as number
  return s >= (strength[i + dy * width + dx] ?? 0) && s >= (strength[i - dy * width - dx] ?? 0)
}

const pickPeaks = (votes: Float32Array, rhoSteps: number, reach: number, leastVotes: number): Line[] => {
  const lines: Line[] = []
  const at = (t: number, r: number): number => votes[t * rhoSteps + r] ?? 0
  const cells: { t: number; r: number; w: number }[] = []
  for (let t = 0; t < THETA_STEPS; t++) {
    for (let r = 2; r < rhoSteps - 2; r++) {
      const w = at(t, r) + (at(t, r - 1) + at(t, r + 1)) / 2
      if (w > leastVotes && at(t, r) >= at(t, r - 1) && at(t, r) >= at(t, r + 1)) cells.push({ t, r, w })
    }
  }
  cells.sort((p, q) => q.w - p.w)
  for (const { t, r, w } of cells) {
    const theta = (t * Math.PI) / THETA_STEPS
    const rho = r - reach
    const known = lines.some((line) => {
      const dt = Math.abs(line.theta - theta)
      const near = Math.min(dt, Math.PI - dt) < 0.06
      const otherRho = dt > Math.PI / 2 ? -line.rho : line.rho
      return near && Math.abs(otherRho - rho) < 5
    })
    if (known) continue
    lines.push({ theta, rho, weight: w })
    if (lines.length >= PEAKS) break
  }
  return lines
}
