import { backoffMs, type PauseReason, retryDecision } from '#shared/domain/submission/retry-policy.ts'
import type { Clock, LogEntry } from '../../app/app.ts'
import type { CentralApi, CentralError } from '../central-api/index.ts'
import type { JobRow, Store } from '../store/index.ts'
import type { Packets } from '../vault/index.ts'
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
  readonly log: (entry: LogEntry) => void
}

/** How long nothing is tried after a fault that could not even be noted down. */
const REST_AFTER_FAULT_MS = 5_000

/** Why no job is tried at all until a person or the central changes something. */
export type QueuePause = PauseReason

/** Reasons of waiting that end when the network is back; a central that asked for patience is not pressed. */
const ENDED_BY_NETWORK = ['offline', 'captive-portal'] as const

/** Sends what waits in the outbox, one packet at a time; a refused one never holds up another. */
export function createRunner(deps: Deps) {
  const { store, packets, submissions, clock } = deps
  let pause: QueuePause | null = null
  let busy: Promise<void> | null = null
  let wanted = false
  let stopped = false
  let cancelTimer: () => void = () => undefined
  const abort = new AbortController()

  function postpone(job: JobRow, error: CentralError): void {
    const attempts = job.attempts + 1
    const decision = retryDecision(error, attempts, deps.random01())
    deps.log({
      level: 'warn',
      event: 'send.failed',
      detail: { kind: error.kind, action: decision.action, attempts },
    })
    const now = clock.now().getTime()
    if (decision.action === 'needs-attention') {
      submissions.apply(job.submissionId, { type: 'needs-attention' }, decision.reason, () => {
        store.jobs.drop(job.submissionId)
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

  /** A bug or a full disk in the middle of an attempt: the submission waits its turn again, nothing is dropped. */
  function postponeAfterFault(job: JobRow, cause: unknown): void {
    deps.log({
      level: 'error',
      event: 'runner.failed',
      detail: { name: cause instanceof Error ? cause.name : 'unknown' },
    })
    const attempts = job.attempts + 1
    const nextAt = new Date(clock.now().getTime() + backoffMs(attempts, deps.random01())).toISOString()
    const postponeJob = () => store.jobs.postpone(job.submissionId, attempts, nextAt, 'fault')
    if (!submissions.apply(job.submissionId, { type: 'interrupted' }, 'fault', postponeJob).ok) postponeJob()
  }

  /** One attempt. Answers whether the next job may be tried at once. */
  async function attempt(job: JobRow, api: CentralApi): Promise<boolean> {
    const record = store.submissions.find(job.submissionId)
    const started = submissions.apply(job.submissionId, { type: 'start-sending' })
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
      },
      {
        onUploadUrl: (url) => store.submissions.setUploadUrl(record.id, url),
        onProgress: () => undefined,
        signal: abort.signal,
      },
    )
    // Stopped in the middle: the next start finds it half sent and sends it again under the same id.
    if (stopped) return false
    if (result.ok) deps.settle(record.id, result.value.jws)
    else postpone(job, result.error)
    deps.onChange(record.id)
    const unreachable =
      !result.ok && (result.error.kind === 'offline' || result.error.kind === 'captive-portal')
    deps.onReachable(!unreachable)
    return !unreachable && pause === null
  }

  async function drain(): Promise<void> {
    const api = deps.api()
    if (!api) return
    for (;;) {
      const job = stopped || pause ? undefined : store.jobs.findDue(clock.now().toISOString())
      if (!job) return
      const goOn = await attempt(job, api).catch((cause: unknown) => {
        postponeAfterFault(job, cause)
        return true
      })
      if (!goOn) return
    }
  }

  /** @param atLeastMs the shortest wait, although a job may be due already */
  function schedule(atLeastMs: number): void {
    cancelTimer()
    const nextAt = stopped || pause || !deps.api() ? undefined : store.jobs.nextAt()
    if (!nextAt) return
    const delay = Math.max(atLeastMs, new Date(nextAt).getTime() - clock.now().getTime())
    cancelTimer = clock.after(delay, poke)
  }

  /** Runs what is due; called again while running, it looks once more afterwards. */
  function poke(): void {
    if (stopped) return
    if (busy) {
      wanted = true
      return
    }
    let restMs = 0
    busy = drain()
      .catch((cause: unknown) => {
        // Not even the postponement could be stored (a full disk): the job stays due, so the wait is ours.
        restMs = REST_AFTER_FAULT_MS
        deps.log({
          level: 'error',
          event: 'runner.failed',
          detail: { name: cause instanceof Error ? cause.name : 'unknown' },
        })
        return undefined
      })
      .finally(() => {
        busy = null
        if (wanted) {
          wanted = false
          poke()
        } else schedule(restMs)
      })
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
    /** The network is back: lifts a pause and makes due what waited for the network, and nothing else. */
    networkIsBack(): void {
      pause = null
      const now = clock.now().toISOString()
      for (const reason of ENDED_BY_NETWORK) store.jobs.wakeWaitingFor(reason, now)
      poke()
    },
    /** At start: what was being sent when the machine stopped waits again. */
    recover(): void {
      for (const record of store.submissions.listByState('sedang-dikirim'))
        submissions.apply(record.id, { type: 'interrupted' })
      for (const record of store.submissions.listByState('antre'))
        if (!store.jobs.find(record.id)) store.jobs.add(record.id, clock.now().toISOString())
      packets.sweep((id) => {
        const record = store.submissions.find(id)
        return record !== undefined && record.receipt === null && record.state !== 'dibatalkan'
      })
    },
    /** Waits until nothing is being sent right now. */
    async idle(): Promise<void> {
      while (busy) await busy
    },
    async stop(): Promise<void> {
      stopped = true
      cancelTimer()
      abort.abort()
      await busy
    },
  }
}
export type Runner = ReturnType<typeof createRunner>
