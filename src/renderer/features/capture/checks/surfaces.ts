import type { Mask } from './background.ts'
import { withoutBridges } from './parts.ts'
import type { Pixels } from './pixels.ts'

/** Desk, mat, sheet, card and one more. */
const SURFACES = 5
const ROUNDS = 8
/** Every so manieth pixel tells enough about where the surfaces lie. */
const STEP = 7
/** Red, green and blue together below which a tint is mostly noise. */
const DARKEST = 40

/** Of every pixel: its shares of red and of blue, and a little of its brightness, because light falls off over one surface. */
type Looks = Float32Array
const PARTS = 3

/**
 * Splits a frame into its surfaces by their tints (k-means): first each alone, then each with the next bluer one, because light
 * that falls off gives one card two tints. Nothing is supposed about the desk: a card may lie on a mat, a sheet or a flowered cloth.
 */
export function surfacesOf(frame: Pixels): { readonly alone: Mask[]; readonly joined: () => Mask[] } {
  const { width, height } = frame
  const looks = looksOf(frame)
  const centres = centresOf(looks)
  const own = new Uint8Array(width * height)
  for (let i = 0; i < own.length; i += 1) own[i] = nearest(centres, looks, i)
  const maskOf = (first: number, last: number): Mask => {
    const data = new Uint8Array(own.length)
    for (let i = 0; i < own.length; i += 1) data[i] = Number((own[i] ?? 0) >= first && (own[i] ?? 0) <= last)
    return withoutBridges({ data, width, height })
  }
  const numbers = Array.from({ length: SURFACES }, (_, n) => n)
  return {
    alone: numbers.map((n) => maskOf(n, n)),
    // Seldom asked.
    joined: () => numbers.slice(1).map((n) => maskOf(n - 1, n)),
  }
}

function looksOf({ data, width, height }: Pixels): Looks {
  const looks = new Float32Array(width * height * PARTS)
  for (let p = 0, i = 0; p < looks.length; p += PARTS, i += 4) {
    const [r, g, b] = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0]
    const sum = Math.max(DARKEST, r + g + b)
    looks[p] = r / sum
    looks[p + 1] = b / sum
    looks[p + 2] = Math.log(sum / 765 + 0.1) / 12
  }
  return looks
}

const blueness = (looks: Looks, index: number): number =>
  (looks[index * PARTS + 1] ?? 0) - (looks[index * PARTS] ?? 0)

const pick = (looks: Looks, index: number): Looks => looks.subarray(index * PARTS, (index + 1) * PARTS)

/** The middles of the surfaces, from the least blue to the bluest. */
function centresOf(looks: Looks): Looks {
  const sample: number[] = []
  for (let i = 0; i < looks.length / PARTS; i += STEP) sample.push(i)
  sample.sort((a, b) => blueness(looks, a) - blueness(looks, b))
  const centres = new Float32Array(SURFACES * PARTS)
  for (let n = 0; n < SURFACES; n += 1)
    centres.set(pick(looks, sample[Math.floor(((n + 0.5) / SURFACES) * sample.length)] ?? 0), n * PARTS)
  for (let round = 0; round < ROUNDS; round += 1) moveToMiddles(centres, looks, sample)
  const order = Array.from({ length: SURFACES }, (_, n) => n)
  order.sort((a, b) => blueness(centres, a) - blueness(centres, b))
  const sorted = new Float32Array(centres.length)
  for (const [to, from] of order.entries()) sorted.set(pick(centres, from), to * PARTS)
  return sorted
}

/** Every centre goes to the middle of the pixels that it is nearest to. */
function moveToMiddles(centres: Looks, looks: Looks, sample: readonly number[]): void {
  const sums = new Float64Array(centres.length)
  const counts = new Float64Array(SURFACES)
  for (const i of sample) {
    const n = nearest(centres, looks, i)
    counts[n] = (counts[n] ?? 0) + 1
    for (let d = 0; d < PARTS; d += 1)
      sums[n * PARTS + d] = (sums[n * PARTS + d] ?? 0) + (looks[i * PARTS + d] ?? 0)
  }
  for (let p = 0; p < centres.length; p += 1) {
    const count = counts[Math.floor(p / PARTS)] ?? 0
    if (count > 0) centres[p] = (sums[p] ?? 0) / count
  }
}

function nearest(centres: Looks, looks: Looks, index: number): number {
  const p = index * PARTS
  const [red, blue, bright] = [looks[p] ?? 0, looks[p + 1] ?? 0, looks[p + 2] ?? 0]
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let n = 0; n < SURFACES; n += 1) {
    const c = n * PARTS
    const far =
      ((centres[c] ?? 0) - red) ** 2 +
      ((centres[c + 1] ?? 0) - blue) ** 2 +
      ((centres[c + 2] ?? 0) - bright) ** 2
    if (far < least) {
      best = n
      least = far
    }
  }
  return best
}
