/** The value below which this share of the sorted figures lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** Rounds to so many decimals, for tables. */
export const round = (figure: number, decimals = 2): number => Number(figure.toFixed(decimals))

/** How long a piece of work takes by the clock, and how much processor time of this process; in milliseconds. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly cpuMs: number; readonly value: T }> {
  const before = process.cpuUsage()
  const start = performance.now()
  const value = await work()
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { ms, cpuMs: (user + system) / 1000, value }
}

/** One line of the table: what was measured, against which goal of the issue; no goal, no verdict. */
export type Line = { readonly what: string; readonly figure: number | string; readonly goal?: number }

/** A goal is an upper bound, `atLeast` a lower one. */
export type Verdict = Line & { readonly met?: boolean }

export const atMost = (what: string, figure: number, goal: number): Verdict => ({
  what,
  figure: round(figure),
  goal,
  met: figure <= goal,
})
export const atLeast = (what: string, figure: number, goal: number): Verdict => ({
  what,
  figure: round(figure),
  goal,
  met: figure >= goal,
})
export const plain = (what: string, figure: number | string): Verdict => ({
  what,
  figure: typeof figure === 'number' ? round(figure) : figure,
})
