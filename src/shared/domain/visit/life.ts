/**
 * The one rule of a draft's life (issue "The kiosk runs", item 7; interface.md, Overlays):
 * nothing is lost while somebody may come back, nothing stays when nobody will.
 */
export const DRAFT_LIFE = {
  /** After the idle question, seconds until the screen locks. */
  lockCountdownSeconds: 60,
  /** Locked without the petugas' PIN: wiped after this. */
  lockedMinutes: 30,
  /** After a crash or power cut: offered for this long since the last touch. */
  interruptedMinutes: 120,
} as const

/** `open`: being filled in; `locked`: waits for a PIN; `paused`: put aside by the petugas until the end of the day. */
export type DraftState = 'open' | 'locked' | 'paused'

/**
 * When a draft must be wiped.
 * @param state how the draft stands
 * @param since when it entered that state (for `open`: the last touch), by the kiosk's own time
 * @param clock what the computer clock said at that moment; the day ends when both say so
 * @returns kiosk time
 */
export function wipeAt(state: DraftState, since: Date, clock: Date = since): Date {
  if (state === 'paused') return new Date(since.getTime() + Math.max(restOfDay(since), restOfDay(clock)))
  const minutes = state === 'locked' ? DRAFT_LIFE.lockedMinutes : DRAFT_LIFE.interruptedMinutes
  return new Date(since.getTime() + minutes * 60_000)
}

/** Milliseconds until midnight, local time. */
const restOfDay = (at: Date): number =>
  new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1).getTime() - at.getTime()
