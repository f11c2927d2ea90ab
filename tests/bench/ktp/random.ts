/** A stream of pseudo-random numbers that is the same on every machine for one seed. */
export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Uniform in [low, high). */
  readonly range: (low: number, high: number) => number
  /** Uniform integer in [low, high]. */
  readonly int: (low: number, high: number) => number
  /** One of the items. */
  readonly pick: <T>(items: readonly T[]) => T
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean
  /** Normal distribution, mean 0, deviation 1. */
  readonly normal: () => number
}

/** Creates a stream from a seed (mulberry32, public domain). */
export const createRandom = (seed: number): Random => {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    range: (low, high) => low + next() * (high - low),
    pick: (items) => {
      const item = items[int(0, items.length - 1)]
      if (item === undefined) throw new Error('pick: empty list')
      return item
    },
    chance: (probability) => next() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
