import { z } from 'zod'

const DAY_MS = 24 * 60 * 60 * 1000

/** From this many unsent registrations on the petugas is warned (MOSIP freezes its intake there; we only warn). */
export const WARN_UNSENT = 70
/** An unsent registration older than this is a warning of its own. */
export const WARN_AGE_DAYS = 7
/** Below this much free space no new visit starts: what is already there must still fit and travel. */
export const MIN_FREE_BYTES = 2_000_000_000
/** Below this much the disk is shown in amber, while there is still time to make room. */
export const WARN_FREE_BYTES = 5_000_000_000

/** An office's own limit; null when it has none. */
export const QueueLimits = z.strictObject({
  /** So many unsent registrations at most: then no new visit starts. */
  maxUnsent: z.int().min(1).max(100_000).nullable(),
})
export type QueueLimits = z.infer<typeof QueueLimits>
export const NO_LIMITS: QueueLimits = { maxUnsent: null }

/** Everything the kiosk alone still holds (`isHeldByKiosk`): how many, and since when (ISO 8601). */
export type Unsent = { readonly count: number; readonly oldestAt: string | null }

/** How the disk is shown: `full` is where no new visit starts. */
export function diskState(freeBytes: number): 'ok' | 'low' | 'full' {
  if (freeBytes < MIN_FREE_BYTES) return 'full'
  return freeBytes < WARN_FREE_BYTES ? 'low' : 'ok'
}

/** Why the queue is shown in amber. New visits go on. */
export function queueWarning({ count, oldestAt }: Unsent, now: Date): 'count' | 'age' | null {
  if (count >= WARN_UNSENT) return 'count'
  const age = oldestAt === null ? 0 : now.getTime() - new Date(oldestAt).getTime()
  return age > WARN_AGE_DAYS * DAY_MS ? 'age' : null
}

/**
 * Why no new visit may start because of what is stored here, or null. Beside these two only a clock known to be wrong stops
 * it, and a kiosk that is not set up (`app/kiosk-status.ts`, docs/decisions/0045).
 */
export function intakeStop(
  unsent: Unsent,
  freeBytes: number,
  { maxUnsent }: QueueLimits,
): 'disk-full' | 'limit' | null {
  if (freeBytes < MIN_FREE_BYTES) return 'disk-full'
  return maxUnsent !== null && unsent.count >= maxUnsent ? 'limit' : null
}
