import type { Mask } from './background.ts'
import type { Pixels } from './pixels.ts'

/** Paper, card, and the blue or red behind its portrait. */
const TINTS = 3
const ROUNDS = 8
/** Every so manieth pixel tells enough about where the tints lie. */
const STEP = 5
/** Pixels of a neighbourhood of nine that must be of a part: thin bridges between parts are none. */
const MAJORITY = 5

/** A colour without its brightness: shares of red and of blue, 0..1. */
type Tint = readonly [red: number, blue: number]

/** Splits what lies on the desk by its tints, which light and print change little (k-means). */
export function partsByTint({ data, width, height }: Pixels, mask: Mask): Mask[] {
  const indexes: number[] = []
  for (let i = 0; i < mask.data.length; i += 1) if (mask.data[i]) indexes.push(i)
  const centres = centresOf(indexes.filter((_, n) => n % STEP === 0).map((i) => tintAt(data, i)))
  const parts = centres.map(() => new Uint8Array(mask.data.length))
  for (const i of indexes) {
    const own = parts[nearest(centres, tintAt(data, i))]
    if (own) own[i] = 1
  }
  return parts.map((own) => withoutBridges({ data: own, width, height }))
}

function tintAt(data: Uint8ClampedArray, index: number): Tint {
  const [r, g, b] = [data[index * 4] ?? 0, data[index * 4 + 1] ?? 0, data[index * 4 + 2] ?? 0]
  const sum = Math.max(1, r + g + b)
  return [r / sum, b / sum]
}

function nearest(centres: readonly Tint[], [red, blue]: Tint): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let n = 0; n < centres.length; n += 1) {
    const [r, b] = centres[n] ?? [0, 0]
    const far = (r - red) ** 2 + (b - blue) ** 2
    if (far < least) [best, least] = [n, far]
  }
  return best
}

function centresOf(tints: readonly Tint[]): readonly Tint[] {
  const byRed = [...tints].sort((a, b) => a[0] - b[0])
  let centres = Array.from(
    { length: TINTS },
    (_, n): Tint => byRed[Math.floor(((n + 0.5) / TINTS) * byRed.length)] ?? [0, 0],
  )
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = centres.map(() => ({ red: 0, blue: 0, count: 0 }))
    for (const tint of tints) {
      const sum = sums[nearest(centres, tint)]
      if (!sum) continue
      sum.red += tint[0]
      sum.blue += tint[1]
      sum.count += 1
    }
    centres = sums.map(
      ({ red, blue, count }, n): Tint => (count > 0 ? [red / count, blue / count] : (centres[n] ?? [0, 0])),
    )
  }
  return centres
}

/** A mask without the thin bridges between its parts. */
export function withoutBridges({ data, width, height }: Mask): Mask {
  // The picture's edge stays as it is: whether a part reaches over it is asked later.
  const kept = data.slice()
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x
      if (!data[i]) continue
      if (threeAt(data, i - width) + threeAt(data, i) + threeAt(data, i + width) < MAJORITY) kept[i] = 0
    }
  }
  return { data: kept, width, height }
}

const threeAt = (data: Uint8Array, i: number): number =>
  (data[i - 1] ?? 0) + (data[i] ?? 0) + (data[i + 1] ?? 0)
