import type { AppError } from '#shared/domain/errors.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { type CancelReason, type CancelWay, cancelWay } from '#shared/domain/submission/cancellation.ts'
import { backoffMs, ENDED_BY_NETWORK, retryDecision } from '#shared/domain/submission/retry-policy.ts'
import type { Clock, LogEntry } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import { type CentralApi, type CentralError, isDropped } from '../central-api/index.ts'
import type { CancellationRow, Store, SubmissionRecord } from '../store/index.ts'
import type { Packets } from '../vault/index.ts'
import { endVoid, eraseCopy, removeTraces } from './end-void.ts'
import { attentionReason, type SubmissionLog } from './submission-log.ts'

type Deps = {
  readonly store: Store
  readonly submissions: SubmissionLog
  readonly packets: Packets
  readonly audit: Audit
  readonly clock: Clock
  /** A random number from 0 to 1, for the jitter. */
  readonly random01: () => number
  readonly api: () => CentralApi | null
  readonly onChange: (submissionId: string) => void
  readonly log: (entry: LogEntry) => void
}

/** Refused ones are asked again as patiently as this: as if they had failed so often. */
const PATIENT = 12

/**
 * Calls registrations off. What the central surely does not hold ends here and now; for the rest the central is told, as
 * soon as it can be reached and for as long as it takes, and *Dibatalkan* is said when it confirmed. Either way the
 * working copy is erased at once: whoever withdraws does not wait for a network (UU 27/2022 art. 43).
 */
export function createCancellations(deps: Deps) {
  const { store, submissions, packets, audit, clock } = deps
  let telling: Promise<void> | null = null

  /** How a submission can be called off now, if it can. */
  function wayOf(id: string): CancelWay | null {
    const record = store.submissions.find(id)
    if (!record || store.cancellations.find(id)) return null
    return cancelWay({
      state: record.state,
      // Nothing can have arrived before its upload had an address.
      tried: record.uploadUrl !== null,
      exported: record.exportedAt !== null,
      reason: record.state === 'perlu-tindakan' ? attentionReason(store, id) : null,
    })
  }

  /** What was corrected by a registration that was called off can be corrected again. */
  function reopen({ id, corrects }: SubmissionRecord): void {
    if (corrects !== null) store.submissions.reopen(corrects, id)
  }

  /** Beside the database: one that is brought back from a backup must not send it, nor forget to withdraw it. */
  function noteBeside(record: SubmissionRecord): void {
    const row = store.cancellations.find(record.id)
    if (!row) return
    const { id, reference, service, submittedAt, petugasId, summary, corrects, receipt } = record
    const { way, reason, staffId, at } = row
    packets.noteCalledOff({
      ...{ id, reference, service, submittedAt, petugasId, summary, corrects, receipt },
      nikKey: Buffer.from(record.nikKey).toString('base64'),
      sha256: record.packetSha256,
      bytes: record.packetBytes,
      // Without the note: it is erased before these are.
      ...{ way, reason, staffId, at },
    })
  }

  function cancel(
    id: string,
    { reason, note }: { readonly reason: CancelReason; readonly note: string | null },
    staffId: string,
  ): Result<CancelWay, AppError> {
    const record = store.submissions.find(id)
    if (!record) return err({ code: 'not-found', what: 'submission' })
    const way = wayOf(id)
    if (!way)
      return err({ code: 'wrong-state', state: store.cancellations.find(id) ? 'called-off' : record.state })
    const at = clock.now().toISOString()
    store.transaction(() => {
      const told = way === 'withdraw'
      store.cancellations.add({
        submissionId: id,
        way,
        reason,
        note,
        staffId,
        at,
        nextAt: told ? at : null,
        confirmedAt: told ? null : at,
      })
      if (!told) {
        reopen(record)
        return endVoid(store, submissions, id, reason)
      }
      const { state } = record
      store.submissions.addEvent({
        submissionId: id,
        at,
        from: state,
        event: 'withdraw',
        to: state,
        detail: reason,
      })
      // What is being sent this moment is let go when that ends.
      if (state !== 'sedang-dikirim') store.jobs.drop(id)
      eraseCopy(store, id)
    })
    noteBeside(record)
    audit.record(way === 'void' ? 'submission.voided' : 'submission.withdrawn', {
      staffId,
      subject: id,
      detail: reason,
    })
    if (record.state === 'sedang-dikirim') store.truncateLog()
    else removeTraces(store, packets, id)
    return ok(way)
  }

  /** The central holds nothing of it and takes nothing of it any more. */
  function confirm(id: string, reason: CancelReason | null): void {
    store.transaction(() => {
      store.cancellations.confirm(id, clock.now().toISOString())
      submissions.apply(id, { type: 'withdrawn' }, reason, (record) => {
        store.jobs.drop(id)
        reopen(record)
      })
      eraseCopy(store, id)
    })
    removeTraces(store, packets, id)
    deps.onChange(id)
  }

  function postpone(row: CancellationRow, error: CentralError): void {
    // It stays due: nothing was learnt.
    if (isDropped(error)) return
    const attempts = row.attempts + 1
    const decision = retryDecision(error, attempts, deps.random01())
    // Nobody gives up on a withdrawal: what is refused now is asked again, and the console says so.
    const delay = decision.action === 'later' ? decision.delayMs : backoffMs(PATIENT, 1)
    const problem = decision.action === 'later' ? error.kind : decision.reason
    deps.log({ level: 'warn', event: 'withdrawal.failed', detail: { kind: error.kind, attempts } })
    const nextAt = new Date(clock.now().getTime() + delay).toISOString()
    store.cancellations.postpone(row.submissionId, attempts, nextAt, problem)
    deps.onChange(row.submissionId)
  }

  async function tellDue(): Promise<void> {
    const api = deps.api()
    if (!api) return
    for (const row of store.cancellations.listDue(clock.now().toISOString())) {
      // While its packet travels the answer could only be wrong.
      if (store.submissions.find(row.submissionId)?.state === 'sedang-dikirim') continue
      const { submissionId, reason, at } = row
      const answer = await api.withdraw({ submissionId, reason, at })
      if (answer.ok) confirm(row.submissionId, row.reason)
      else {
        postpone(row, answer.error)
        if (answer.error.kind === 'offline') return
      }
    }
  }

  return {
    wayOf,
    cancel,
    isCalledOff: (id: string): boolean => store.cancellations.find(id) !== undefined,
    /** Tells the central what is due; called whenever it was reached. */
    tell(): Promise<void> {
      telling ??= tellDue()
        .catch((cause: unknown) => {
          const name = cause instanceof Error ? cause.name : 'unknown'
          deps.log({ level: 'error', event: 'withdrawal.fault', detail: { name } })
        })
        .finally(() => {
          telling = null
        })
      return telling
    },
    /**
     * The central confirmed it in another way (its signed answer on a stick), also when this kiosk has forgotten.
     * @returns false when there was nothing to confirm
     */
    confirmed(id: string): boolean {
      const record = store.submissions.find(id)
      const row = store.cancellations.find(id)
      if (!record || (record.state === 'dibatalkan' && !row?.nextAt)) return false
      confirm(id, row?.reason ?? null)
      return true
    },
    /** The central reports about what was ended here: it holds it after all (an old backup did not know), so it is told. */
    heldAfterAll: (id: string): void => store.cancellations.tellAfterAll(id, clock.now().toISOString()),
    /** A person asked, and everything is due now; or the network is back, and what waited for it is. */
    wake(which: 'all' | 'waiting-for-network'): void {
      const now = clock.now().toISOString()
      if (which === 'all') store.cancellations.wakeAll(now)
      else for (const reason of ENDED_BY_NETWORK) store.cancellations.wakeWaitingFor(reason, now)
    },
  }
}
export type Cancellations = ReturnType<typeof createCancellations>
