/** So long it takes until the next screen is shown, ms. */
export const NEXT_SCREEN_MS = 1_000

/** Ends a worker, or several things, of a screen that is left once the next one is shown: taking a worker down costs as much. */
export function endLater(end: () => void): void {
  setTimeout(end, NEXT_SCREEN_MS)
}
