import { err, type Result } from '#shared/domain/result.ts'
import {
  type IllegalTransition,
  type SubmissionEvent,
  type SubmissionState,
  transition,
} from '#shared/domain/submission/states.ts'
import type { Clock } from '../../app/app.ts'
import type { KioskTime } from '../kiosk-time/index.ts'
import type { Store, SubmissionRecord } from '../store/index.ts'

/** Why a submission needs attention: what the last event that said so named. */
export const attentionReason = (store: Store, id: string): string | null =>
  store.submissions.events(id).findLast((event) => event.event === 'needs-attention')?.detail ?? null

/**
 * Moves submissions from state to state; every move and its event row are one transaction.
 * @param clock dates the events
 * @param time dates the state: what is erased some days after it must not hang on a clock that somebody set
 */
export function createSubmissionLog(store: Store, clock: Pick<Clock, 'now'>, time: Pick<KioskTime, 'now'>) {
  return {
    /**
     * Applies an event.
     * @param also further writes of the same transaction
     * @returns the new state, or why the event does not fit (then nothing was written)
     */
    apply(
      id: string,
      event: SubmissionEvent,
      detail: string | null = null,
      also?: (record: SubmissionRecord) => void,
    ): Result<SubmissionState, IllegalTransition | { readonly code: 'not-found' }> {
      return store.transaction(() => {
        const record = store.submissions.find(id)
        if (!record) return err({ code: 'not-found' as const })
        const next = transition(record.state, event)
        if (!next.ok) return next
        const at = clock.now().toISOString()
        if (next.value !== record.state) {
          store.submissions.setState(id, next.value, time.now().toISOString())
          store.submissions.addEvent({
            submissionId: id,
            at,
            from: record.state,
            event: event.type,
            to: next.value,
            detail,
          })
        }
        also?.(record)
        return next
      })
    },
  }
}
export type SubmissionLog = ReturnType<typeof createSubmissionLog>
