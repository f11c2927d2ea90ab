const MAX_RELOADS = 3
const WINDOW_MS = 5 * 60_000

/**
 * How often a crashed page is loaded again: three times in five minutes. More than that is a defect that
 * reloading only hides, and a flickering screen helps nobody.
 * @param now milliseconds
 * @returns asks for one more reload; false when there were too many
 */
export function createCrashLimit(now: () => number): () => boolean {
  let reloads: number[] = []
  return () => {
    const time = now()
    reloads = [...reloads.filter((at) => time - at < WINDOW_MS), time]
    return reloads.length <= MAX_RELOADS
  }
}
