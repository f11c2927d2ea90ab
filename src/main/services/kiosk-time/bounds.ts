import { type ClockMemory, MAX_ERROR_MS } from './memory.ts'

/** `before-build`: earlier than this program was made; `off`: more than a day from what the time can be. */
export type ClockState = 'ok' | 'before-build' | 'off'

/** Between what the true time was at this start (milliseconds since 1970). After a measurement both are the same. */
export type TimeBounds = { readonly notBefore: number; readonly notAfter: number }

/**
 * What can be said of the true time before the central is asked: it is not earlier than when the kiosk last ran, and
 * the clock is as far off as it was, unless somebody set it back meanwhile. A clock that cannot be right says nothing.
 */
export function boundsAtStart(known: ClockMemory | undefined, wall: number, builtAt: number): TimeBounds {
  const notBefore = Math.max(builtAt, known?.notBefore ?? builtAt)
  if (wall < notBefore - MAX_ERROR_MS || wall < builtAt)
    return { notBefore, notAfter: Number.POSITIVE_INFINITY }
  const wasSetBack = known !== undefined && wall < known.wall
  const skewMs = wasSetBack ? 0 : (known?.skewSeconds ?? 0) * 1000
  return { notBefore, notAfter: Math.max(notBefore, wall - skewMs) }
}

/** @param running milliseconds since the start for which the bounds hold */
export function clockState(
  { notBefore, notAfter }: TimeBounds,
  running: number,
  wall: number,
  builtAt: number,
): ClockState {
  if (wall < builtAt) return 'before-build'
  const early = wall < notBefore + running - MAX_ERROR_MS
  const late = wall > notAfter + running + MAX_ERROR_MS
  return early || late ? 'off' : 'ok'
}
