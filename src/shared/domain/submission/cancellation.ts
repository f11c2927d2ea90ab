import { z } from 'zod'
import type { AttentionReason } from './retry-policy.ts'
import type { SubmissionState } from './states.ts'

/** Why a registration is called off, chosen by the petugas. `consent`: the registrant withdraws the consent (UU 27/2022 art. 9). */
export const CANCEL_REASONS = ['consent', 'request', 'duplicate', 'mistake', 'other'] as const
export const CancelReason = z.enum(CANCEL_REASONS)
export type CancelReason = z.infer<typeof CancelReason>

/** Longest note beside the reason, characters. */
export const CANCEL_NOTE_LENGTH = 200

/**
 * How a registration can be called off. `void`: the central surely does not hold it, so the kiosk alone ends it.
 * `withdraw`: the central holds it, or may: it has to be told, and confirms.
 */
export type CancelWay = 'void' | 'withdraw'

/** What is known about a submission on its way. */
export type Whereabouts = {
  readonly state: SubmissionState
  /** Its upload has an address: it may have arrived although the answer was lost. */
  readonly tried: boolean
  /** It was put on a stick. */
  readonly exported: boolean
  /** Why it needs attention, if it does. */
  readonly reason: string | null
}

/** After these answers the central holds nothing: it looked at the packet and did not take it. */
const NOT_TAKEN: readonly string[] = ['content', 'too-large', 'refused', 'packet'] satisfies AttentionReason[]

/** The way a submission can be called off; null when there is none (it is over already, or not submitted yet). */
export function cancelWay({ state, tried, exported, reason }: Whereabouts): CancelWay | null {
  if (state === 'draf' || state === 'dibatalkan') return null
  if (state === 'antre') return tried || exported ? 'withdraw' : 'void'
  if (state === 'perlu-tindakan')
    return !exported && reason !== null && NOT_TAKEN.includes(reason) ? 'void' : 'withdraw'
  return 'withdraw'
}
