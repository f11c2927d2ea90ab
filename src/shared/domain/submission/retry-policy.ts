/** Delays before sending again: 5 s doubling to 15 min, with full jitter, for ever (facts.md, Sync). */
const FIRST_DELAY_MS = 5_000
const LONGEST_DELAY_MS = 15 * 60_000
/** A central that asks for more than a day's patience is misconfigured: it is asked again after a day. */
const LONGEST_RETRY_AFTER_SECONDS = 24 * 60 * 60

/**
 * How long to wait before the next try: a random time up to 5 s, 10 s, 20 s … 15 min ("full jitter", so that the
 * kiosks of a province do not come back at the same moment).
 * @param attempt tries made so far that failed, 1 after the first
 * @param random01 a random number from 0 to 1
 */
export function backoffMs(attempt: number, random01: number): number {
  const doublings = Math.max(0, Number.isNaN(attempt) ? 0 : Math.floor(attempt) - 1)
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** doublings)
  const share = Number.isNaN(random01) ? 1 : Math.min(1, Math.max(0, random01))
  return Math.round(ceiling * share)
}

/** Details of `unreadable` that are about our own file; the central was asked before, and does not hold it. */
const PACKET_FAULTS: readonly string[] = ['packet-file-missing', 'packet-file-changed']

/** A failed call to the central as far as the queue cares (main/services/central-api: CentralError). */
export type FailedCall =
  | { readonly kind: 'offline' | 'captive-portal' | 'unauthorised' | 'forbidden' }
  | { readonly kind: 'unreadable'; readonly detail?: string }
  | { readonly kind: 'later'; readonly retryAfterSeconds?: number | undefined }
  | { readonly kind: 'refused'; readonly status: number }

/** Reasons of waiting that end when the network is back; a central that asked for patience is not pressed. */
export const ENDED_BY_NETWORK = ['offline', 'captive-portal'] as const

/** Why the whole queue waits for a person: the device's identity or its rights are gone. */
export type PauseReason = 'unauthorised' | 'forbidden'

/**
 * Why one submission waits for a person. `conflict`: the central holds another packet under this id (409);
 * `too-large` (413); `content`: the central does not accept what is in it (422); `refused`: any other refusal;
 * `unreadable`: an answer outside the contract; `packet`: our own packet is gone or not whole, so nothing of it was taken.
 */
export type AttentionReason = 'conflict' | 'too-large' | 'content' | 'refused' | 'unreadable' | 'packet'

/** What the queue does after a failed call. Nothing is ever given up: there is no cap on attempts. */
export type RetryDecision =
  | { readonly action: 'later'; readonly delayMs: number }
  | { readonly action: 'pause-queue'; readonly reason: PauseReason }
  | { readonly action: 'needs-attention'; readonly reason: AttentionReason }

function attentionReason(status: number): AttentionReason {
  if (status === 409) return 'conflict'
  if (status === 413) return 'too-large'
  return status === 422 ? 'content' : 'refused'
}

/** Retry-After (RFC 9110 §10.2.3) in milliseconds; nonsense counts as none. */
function retryAfterMs(seconds: number | undefined): number {
  if (seconds === undefined || Number.isNaN(seconds) || seconds <= 0) return 0
  return Math.ceil(Math.min(seconds, LONGEST_RETRY_AFTER_SECONDS) * 1000)
}

/**
 * Decides what follows a failed call. One refused submission never holds up the others; only an identity that the
 * central does not take pauses them all. Retry-After is obeyed: the jitter comes on top, never before.
 * @param attempt tries made so far that failed, 1 after the first
 * @param random01 a random number from 0 to 1
 */
export function retryDecision(error: FailedCall, attempt: number, random01: number): RetryDecision {
  switch (error.kind) {
    case 'offline':
    case 'captive-portal':
      return { action: 'later', delayMs: backoffMs(attempt, random01) }
    case 'later':
      return {
        action: 'later',
        delayMs: retryAfterMs(error.retryAfterSeconds) + backoffMs(attempt, random01),
      }
    case 'unauthorised':
    case 'forbidden':
      return { action: 'pause-queue', reason: error.kind }
    case 'refused':
      return { action: 'needs-attention', reason: attentionReason(error.status) }
    case 'unreadable': {
      const ours = PACKET_FAULTS.includes(error.detail ?? '')
      return { action: 'needs-attention', reason: ours ? 'packet' : 'unreadable' }
    }
  }
}
