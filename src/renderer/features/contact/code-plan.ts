import type { VisitSnapshot } from '#shared/contract/views.ts'
import type { CheckId, CheckState } from '#shared/domain/submission/payload.ts'

/** A way a code is sent. */
export type CodeChannel = 'phone' | 'email'

/** The check, the contact field and the order of every channel: the phone first, it is in the hand (SOP 000 steps 8–10). */
export const CODE_CHANNELS = [
  { channel: 'phone', check: 'phone-code', field: 'hp' },
  { channel: 'email', check: 'email-code', field: 'email' },
] as const satisfies readonly { channel: CodeChannel; check: CheckId; field: string }[]

const SETTLED: readonly CheckState[] = ['passed', 'deferred', 'spent']

/** Whether nothing more is to be done at the kiosk for this check. */
export const isSettled = (state: CheckState | undefined): boolean =>
  state !== undefined && SETTLED.includes(state)

/** The channels a step asks for, in order. */
export const channelsOf = (wanted: readonly CheckId[]) =>
  CODE_CHANNELS.filter(({ check }) => wanted.includes(check))

/** The next channel whose code is still open; undefined when all are settled. */
export function nextOpenChannel(
  wanted: readonly CheckId[],
  checks: VisitSnapshot['checks'],
): CodeChannel | undefined {
  return channelsOf(wanted).find(({ check }) => !isSettled(checks[check]))?.channel
}
