import type { GreyImage } from './raster.ts'

/** One connected blot of ink; right and bottom are exclusive. */
export type Component = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Pixels of ink. */
  readonly area: number
}

/** Finds 8-connected blots darker than `threshold`: runs of ink along each row, joined with the runs that they touch above. */
export const findComponents = ({ width, height, data }: GreyImage, threshold: number): Component[] => {
  const runs: Run[] = []
  let above = 0
  for (let y = 0; y < height; y++) {
    const first = runs.length
    const start = y * width
    const end = start + width
    for (let i = start; i < end; i++) {
      if ((data[i] as number) >= threshold) continue
      const left = i - start
      while (i < end && (data[i] as number) < threshold) i++
      const run: Run = { left, right: i - start, y, parent: undefined, blot: undefined }
      // Those that end before this run begins end before all that follow, too.
      while (above < first && (runs[above] as Run).right < left) above++
      for (let k = above; k < first && (runs[k] as Run).left <= run.right; k++) join(runs[k] as Run, run)
      runs.push(run)
    }
    above = first
  }
  return measure(runs)
}

/** Pixels of ink side by side in one row; right is exclusive. */
type Run = {
  readonly left: number
  readonly right: number
  readonly y: number
  parent: Run | undefined
  blot: { left: number; top: number; right: number; bottom: number; area: number } | undefined
}

const rootOf = (run: Run): Run => {
  let root = run
  while (root.parent) root = root.parent
  // The way up is shortened for the next who asks.
  for (let at = run; at.parent; ) {
    const next: Run = at.parent
    if (next !== root) at.parent = root
    at = next
  }
  return root
}

const join = (a: Run, b: Run): void => {
  const p = rootOf(a)
  const q = rootOf(b)
  if (p !== q) q.parent = p
}

/** Adds the runs of each blot up; blots come in the order of their first pixels, row by row. */
const measure = (runs: readonly Run[]): Component[] => {
  const blots: Component[] = []
  for (const run of runs) {
    const root = rootOf(run)
    if (!root.blot) {
      root.blot = { left: run.left, top: run.y, right: run.right, bottom: run.y + 1, area: 0 }
      blots.push(root.blot)
    }
    const { blot } = root
    blot.left = Math.min(blot.left, run.left)
    blot.right = Math.max(blot.right, run.right)
    blot.bottom = run.y + 1
    blot.area += run.right - run.left
  }
  return blots
}
