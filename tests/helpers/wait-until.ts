type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>

/** Polls until `check` answers something true; throws with `what` when the time is over. */
export async function waitUntil<T>(
  what: string,
  check: () => T | Promise<T>,
  { timeoutMs = 15_000, everyMs = 50 } = {},
): Promise<Truthy<T>> {
  const end = Date.now() + timeoutMs
  for (;;) {
    const value = await check()
    if (value) return value as Truthy<T>
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
