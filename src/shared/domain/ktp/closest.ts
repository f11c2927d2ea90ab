/** Number of single-character changes that turn one text into the other (Levenshtein 1966). */
export const editDistance = (a: string, b: string): number => {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    before = row
  }
  return before[b.length] ?? 0
}

/** Likeness of two texts, 0..1, by edit distance over the longer one's length. */
export const similarity = (a: string, b: string): number => {
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest
}

/** The nearest of a list to a printed text, with its distance and how far behind the runner-up is. */
export type Closest = {
  readonly value: string
  readonly distance: number
  readonly margin: number
  readonly second: string | undefined
}

/** Finds the nearest entry of a closed list; undefined only for an empty list. */
export const findClosest = (text: string, list: readonly string[]): Closest | undefined => {
  let best: string | undefined
  let second: string | undefined
  let distance = Number.POSITIVE_INFINITY
  let next = Number.POSITIVE_INFINITY
  for (const entry of list) {
    // A length difference is a lower bound of the distance: most entries need no comparison.
    if (Math.abs(entry.length - text.length) >= next) continue
    const d = editDistance(text, entry)
    if (d < distance) {
      second = best
      next = distance
      best = entry
      distance = d
    } else if (d < next) {
      second = entry
      next = d
    }
  }
  return best === undefined ? undefined : { value: best, distance, margin: next - distance, second }
}
