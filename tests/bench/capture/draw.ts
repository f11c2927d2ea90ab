/** A repeatable source of chance for pictures. */
export function createDraw(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return {
    between: (low: number, high: number): number => low + next() * (high - low),
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
    chance: (share: number): boolean => next() < share,
    sign: (): 1 | -1 => (next() < 0.5 ? 1 : -1),
  }
}
export type Draw = ReturnType<typeof createDraw>
