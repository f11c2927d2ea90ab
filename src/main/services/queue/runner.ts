import {
  backoffMs,
  ENDED_BY_NETWORK,
  type PauseReason,
  retryDecision,
} from '#shared/domain/submission/retry-policy.ts'
import type { Clock, LogEntry } from '../../app/app.ts'
import { type CentralApi, type CentralError, isDropped } from '../central-api/index.ts'
import type { JobRow, Store } from '../store/index.ts'
import type { Packets } from '../vault/index.ts'
import { correctsAtCentral } from './corrects-at-central.ts'
import type { Settle } from './settle.ts'
import type { SubmissionLog } from './submission-log.ts'

type Deps = {
  readonly store: Store
  readonly packets: Packets
  readonly submissions: SubmissionLog
  readonly settle: Settle
  readonly clock: Clock
  /** A random number from 0 to 1, for the jitter. */
  readonly random01: () => number
  readonly api: () => CentralApi | null
  /** Told after every attempt: the network answered, or it did not. */
  readonly onReachable: (reachable: boolean) => void
  readonly onChange: (submissionId: string) => void
  /** The central did not take a packet for its size. */
  readonly onTooLarge?: () => void
  readonly log: (entry: LogEntry) => void
}

/** How long nothing is tried after a fault that could not even be noted down. */
const REST_AFTER_FAULT_MS = 5_000

/** No attempt is put off for longer, also when the central asks for patience. */
const LONGEST_WAIT_MS = 2 * 24 * 60 * 60_000

/** Why no job is tried at all until a person or the central changes something. */
export type QueuePause = PauseReason

const namedParts = (error: CentralError): string | null =>
  error.kind === 'refused' && error.named ? JSON.stringify(error.named) : null

/** Sends what waits in the outbox, one packet at a time or two; a refused one never holds up another. */
export function createRunner(deps: Deps) {
  const { store, packets, submissions, clock } = deps
  let pause: QueuePause | null = null
  /** What is on its way, by submission. */
  const sending = new Map<string, Promise<void>>()
  let stopped = false
  let cancelTimer: () => void = () => undefined
  const abort = new AbortController()

  /** Called off, perhaps while it was on its way: then it is not tried again. */
  const isCalledOff = (id: string): boolean => store.cancellations.find(id) !== undefined

  /** It hung on a connection of before and is due again at once; nothing was learnt by that. */
  function tryAnew(job: JobRow): void {
    submissions.apply(job.submissionId, { type: 'send-later' }, 'offline', () => {
      store.jobs.postpone(job.submissionId, job.attempts, clock.now().toISOString(), 'offline')
    })
  }

  function postpone(job: JobRow, error: CentralError): void {
    const attempts = job.attempts + 1
    const decision = retryDecision(error, attempts, deps.random01())
    deps.log({
      level: 'warn',
      event: 'send.failed',
      detail: { kind: error.kind, action: decision.action, attempts },
    })
    const now = clock.now().getTime()
    if (isCalledOff(job.submissionId)) {
      submissions.apply(job.submissionId, { type: 'send-later' }, 'called-off', () => {
        store.jobs.drop(job.submissionId)
      })
      return
    }
    if (decision.action === 'needs-attention') {
      submissions.apply(job.submissionId, { type: 'needs-attention' }, decision.reason, () => {
        store.jobs.drop(job.submissionId)
        store.submissions.setNamedParts(job.submissionId, namedParts(error))
      })
      return
    }
    if (decision.action === 'pause-queue') pause = decision.reason
    const delayMs = decision.action === 'later' ? decision.delayMs : 0
    const reason = decision.action === 'later' ? error.kind : decision.reason
    submissions.apply(job.submissionId, { type: 'send-later' }, reason, () => {
      store.jobs.postpone(job.submissionId, attempts, new Date(now + delayMs).toISOString(), reason)
    })
  }

  const logFault = (cause: unknown): void =>
    deps.log({
      level: 'error',
      event: 'runner.failed',
      detail: { name: cause instanceof Error ? cause.name : 'unknown' },
    })

  /** A bug or a full disk in the middle of an attempt: the submission waits its turn again, nothing is dropped. */
  function postponeAfterFault(job: JobRow, cause: unknown): void {
    logFault(cause)
    const attempts = job.attempts + 1
    const nextAt = new Date(clock.now().getTime() + backoffMs(attempts, deps.random01())).toISOString()
    const postponeJob = () => store.jobs.postpone(job.submissionId, attempts, nextAt, 'fault')
    if (!submissions.apply(job.submissionId, { type: 'interrupted' }, 'fault', postponeJob).ok) postponeJob()
  }

  /** One attempt. Answers whether the next job may be tried in the same breath. */
  async function attempt(job: JobRow, api: CentralApi): Promise<boolean> {
    const record = store.submissions.find(job.submissionId)
    // After a power cut it may wait as before: then it is sent again under the same id.
    const started = store.transactionUnflushed(() =>
      submissions.apply(job.submissionId, { type: 'start-sending' }),
    )
    // Left over from an attempt that broke off: under way again, the id makes a second sending harmless.
    if (!record || (!started.ok && record.state !== 'sedang-dikirim')) {
      store.jobs.drop(job.submissionId)
      return true
    }
    deps.onChange(record.id)
    const result = await api.submit(
      {
        submissionId: record.id,
        sha256: record.packetSha256,
        bytes: record.packetBytes,
        path: packets.pathOf(record.id),
        uploadUrl: record.uploadUrl,
        ...correctsAtCentral(store, record.corrects),
      },
      {
        onUploadUrl: (url) => store.submissions.setUploadUrl(record.id, url),
        onProgress: (sentBytes) => {
          // The last piece is followed by the receipt.
          if (sentBytes < record.packetBytes) store.submissions.setUploadOffset(record.id, sentBytes)
        },
        signal: abort.signal,
      },
    )
    // Stopped in the middle: the next start finds it half sent and sends it again under the same id.
    if (stopped) return false
    const dropped = !result.ok && isDropped(result.error)
    if (result.ok) deps.settle(record.id, result.value.jws)
    else if (dropped && !isCalledOff(record.id)) tryAnew(job)
    else postpone(job, result.error)
    if (!result.ok && result.error.kind === 'refused' && result.error.status === 413) deps.onTooLarge?.()
    deps.onChange(record.id)
    if (dropped) return true
    const unreachable =
      !result.ok && (result.error.kind === 'offline' || result.error.kind === 'captive-portal')
    deps.onReachable(!unreachable)
    return !unreachable && pause === null
  }

  /** The job whose turn is first among those that are not on their way. */
  const nextJob = (): JobRow | undefined =>
    store.jobs.earliest(sending.size + 1).find((job) => !sending.has(job.submissionId))

  function start(job: JobRow, api: CentralApi): void {
    let restMs: number | undefined
    const work = Promise.resolve()
      .then(() => attempt(job, api))
      .catch((cause: unknown) => {
        postponeAfterFault(job, cause)
        return true
      })
      .then(
        (goOn) => {
          if (!goOn) restMs = 0
        },
        (cause: unknown) => {
          // Not even the postponement could be stored (a full disk): the job stays due, so the wait is ours.
          restMs = REST_AFTER_FAULT_MS
          logFault(cause)
        },
      )
      .finally(() => {
        sending.delete(job.submissionId)
        if (restMs === undefined) poke()
        else wait(restMs)
      })
    sending.set(job.submissionId, work)
  }

  function wait(ms: number): void {
    cancelTimer()
    if (!stopped) cancelTimer = clock.after(ms, poke)
  }

  /** Starts what is due, as much at a time as the link bears, and comes back when the next job is due. */
  function poke(): void {
    cancelTimer()
    try {
      const api = deps.api()
      while (api && !stopped && !pause && sending.size < api.packetsAtOnce()) {
        const job = nextJob()
        if (!job) return
        const waitMs = Date.parse(job.nextAt) - clock.now().getTime()
        if (waitMs > 0) {
          wait(waitMs)
          return
        }
        start(job, api)
      }
    } catch (cause) {
      logFault(cause)
      wait(REST_AFTER_FAULT_MS)
    }
  }

  return {
    poke,
    paused: () => pause,
    /** A person asked, or this kiosk was connected anew: lifts a pause and makes every job due. */
    wake(): void {
      pause = null
      store.jobs.wakeAll(clock.now().toISOString())
      poke()
    },
    /** A person asked for one of them: lifts a pause and takes what is due; the others keep their own time. */
    resume(): void {
      pause = null
      poke()
    },
    /**
     * The network is back: makes due what waited for the network, and nothing else. A pause stays: another line gives
     * this kiosk no other identity.
     */
    networkIsBack(): void {
      const now = clock.now().toISOString()
      for (const reason of ENDED_BY_NETWORK) store.jobs.wakeWaitingFor(reason, now)
      poke()
    },
    /** A clock that was years ahead dated the next attempts; once it is set right nothing may wait for those years. */
    takeBackFromFuture(): void {
      const now = clock.now()
      const limit = new Date(now.getTime() + LONGEST_WAIT_MS).toISOString()
      if (store.jobs.wakeDueAfter(limit, now.toISOString())) poke()
    },
    /** At start: what was being sent when the machine stopped waits again. */
    recover(): void {
      for (const record of store.submissions.listByState('sedang-dikirim'))
        submissions.apply(record.id, { type: 'interrupted' })
      for (const id of store.submissions.idsWithoutJob()) store.jobs.add(id, clock.now().toISOString())
      const unsent = store.submissions.unsentIds()
      packets.sweep((id) => unsent.has(id))
    },
    /** Waits until nothing is being sent right now. */
    async idle(): Promise<void> {
      while (sending.size > 0) await Promise.all(sending.values())
    },
    async stop(): Promise<void> {
      stopped = true
      cancelTimer()
      abort.abort()
      await Promise.all(sending.values())
    },
  }
}
export type Runner = ReturnType<typeof createRunner>
