/** How often the picture is looked at, how long it may stand still, and a pause that only sleep explains. Milliseconds. */
export const WATCH_EVERY_MS = 1_000
const STALLED_AFTER_MS = 6_000
const SLEPT_AFTER_MS = 10_000

/** The time by both clocks: `performance.now()`, which no one sets but which sleeps with the machine on Linux, and `Date.now()`. */
export type Clocks = { readonly page: number; readonly wall: number }

/**
 * Notices a picture that stands still although the camera says nothing (a hub that went to sleep), and that the machine
 * itself has slept: many cameras then deliver the same frame for ever.
 * @returns a function to be called every second with the clocks and the time of the shown frame; true: open the camera anew
 */
export function createWatchdog() {
  let lastLook: Clocks | undefined
  let frame = -1
  let frameSince = 0
  return (clocks: Clocks, shown: number): boolean => {
    const now = clocks.page
    const slept =
      lastLook !== undefined && Math.max(now - lastLook.page, clocks.wall - lastLook.wall) > SLEPT_AFTER_MS
    lastLook = clocks
    if (slept || shown !== frame) {
      frame = shown
      frameSince = now
      return slept
    }
    if (now - frameSince < STALLED_AFTER_MS) return false
    frameSince = now
    return true
  }
}
