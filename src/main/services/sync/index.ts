import { z } from 'zod'
import { isHeldByKiosk } from '#shared/domain/submission/states.ts'
import type { Clock, LogEntry } from '../../app/app.ts'
import {
  type CentralApi,
  type CentralError,
  type ChangesPage,
  isDropped,
  type StatusChange,
} from '../central-api/index.ts'
import type { KioskTime } from '../kiosk-time/index.ts'
import { CentralReport, type Runner, type SubmissionLog } from '../queue/index.ts'
import type { Store } from '../store/index.ts'
import { createLineWatch } from './line-watch.ts'
import { createUnreadReports } from './unread-reports.ts'

export { createFollowing, FOLLOWED } from './following.ts'

/** How often the central is asked. Offline it is asked more often: the queue resumes at once. */
export const SYNC_PERIODS_MS = { online: 15_000, offline: 5_000, demo: 2_000 } as const
const CURSOR = 'sync.cursor'
/** What is younger than this was sent over the line that answers. */
const SENT_BEFORE_MS = 1_000

type Deps = {
  readonly store: Store
  readonly submissions: SubmissionLog
  readonly runner: Runner
  readonly clock: Clock
  readonly time: KioskTime
  readonly api: () => CentralApi | null
  /** What the central keeps up to date for us: recipients, reference lists. */
  readonly refresh: () => Promise<void>
  /** Tells the central what was called off; those that wait for a later time too: all, or those that found no network. */
  readonly tellWithdrawals: (also: 'none' | 'waiting-for-network' | 'all') => Promise<void>
  /** The central reports something else than *Dibatalkan* about what was called off here. */
  readonly onHeldAfterAll: (submissionId: string) => void
  readonly demo: boolean
  readonly onStatus: () => void
  readonly onChange: (submissionIds: string[]) => void
  readonly log: (entry: LogEntry) => void
}

/** Watches the network, wakes the queue when it is back, and brings the central's decisions home. */
export function createSync(deps: Deps) {
  const { store, submissions, runner, clock, time } = deps
  let online = false
  let since = clock.now()
  let stopped = false
  /** What follows from an answer of the central, while it is under way. */
  let working: Promise<void> | null = null
  let wrongMode = false
  /** Why it was out of reach when it was looked for last. */
  let cause: string | null = null
  /** Why the central's reports do not come in although it answers. */
  let feedCause: string | null = null
  /** Withdrawals that are to be told although their time has not come: a person asked, or the network is back. */
  let tellAlso: Parameters<Deps['tellWithdrawals']>[0] = 'none'

  function setOnline(now: boolean): void {
    if (now === online) return
    online = now
    since = clock.now()
    deps.log({ level: 'info', event: now ? 'network.up' : 'network.down' })
    if (now) resume()
    deps.onStatus()
  }

  const unread = createUnreadReports({
    store,
    clock,
    log: deps.log,
    apply: applyChange,
  })

  function applyChange({ submissionId, ...report }: StatusChange): void {
    applyReport(submissionId, CentralReport.parse(report))
  }

  /** Everything that the network held up goes on now. */
  function resume(): void {
    if (tellAlso === 'none') tellAlso = 'waiting-for-network'
    runner.networkIsBack()
  }

  /**
   * Applies one report. Before our own receipt it is only kept: `applyHeld` uses it once the packet counts as
   * sent. An old report that comes again changes nothing, its reason neither.
   */
  function applyReport(id: string, report: CentralReport): void {
    const keep = (): void => store.submissions.setCentral(id, JSON.stringify(report))
    const moved = submissions.apply(id, { type: 'central-status', state: report.state }, null, keep)
    if (moved.ok || moved.error.code === 'not-found') return
    if (isHeldByKiosk(moved.error.state)) keep()
    else if (moved.error.state === 'dibatalkan') deps.onHeldAfterAll(id)
    else
      deps.log({
        level: 'warn',
        event: 'report.refused',
        detail: { state: moved.error.state, reported: report.state },
      })
  }

  /** After a packet counts as sent: a report that came before its receipt is applied. */
  function applyHeld(id: string): void {
    const record = store.submissions.find(id)
    if (record?.state === 'terkirim' && record.central)
      applyReport(id, CentralReport.parse(JSON.parse(record.central)))
  }

  /** Takes one page whole, read or not, and goes on behind it; answers which of ours it was about. */
  function takePage({ items, unreadable, cursor }: ChangesPage): string[] {
    const isOurs = (id: string | null): id is string =>
      id !== null && store.submissions.find(id) !== undefined
    const known = items.filter((item) => isOurs(item.submissionId))
    store.transaction(() => {
      for (const item of known) applyChange(item)
      unread.take(items, unreadable)
      store.settings.set(CURSOR, cursor)
    })
    if (unreadable.length > 0) {
      const fields = [...new Set(unreadable.flatMap((entry) => entry.fields))].sort().join(' ')
      deps.log({ level: 'warn', event: 'report.unreadable', detail: { count: unreadable.length, fields } })
    }
    const named = unreadable.map(({ submissionId }) => submissionId)
    return [...known.map(({ submissionId }) => submissionId), ...named.filter(isOurs)]
  }

  async function pullChanges(api: CentralApi): Promise<void> {
    for (;;) {
      const cursor = store.settings.find(CURSOR, z.string()) ?? ''
      const page = await api.changes(cursor)
      // Given up by us: the next look asks again.
      if (stopped || (!page.ok && isDropped(page.error))) return
      noteFeed(page.ok ? null : causeOf(page.error))
      if (!page.ok) return
      const ours = takePage(page.value)
      if (ours.length > 0) deps.onChange(ours)
      const entries = page.value.items.length + page.value.unreadable.length
      if (entries === 0 || page.value.cursor === cursor) return
    }
  }

  async function askUnread(api: CentralApi): Promise<void> {
    const known = await unread.ask(api)
    if (known.length > 0) deps.onChange(known)
  }

  /** A feed that fails is told once, and shown for as long as it does. */
  function noteFeed(failure: string | null): void {
    if (failure === feedCause) return
    feedCause = failure
    if (failure !== null) deps.log({ level: 'warn', event: 'feed.failed', detail: { kind: failure } })
    else deps.log({ level: 'info', event: 'feed.back' })
    deps.onStatus()
  }

  const watch = createLineWatch({
    clock,
    ask: (signal) => deps.api()?.health(signal) ?? null,
    isOnline: () => online,
    periodMs: () =>
      deps.demo ? SYNC_PERIODS_MS.demo : online ? SYNC_PERIODS_MS.online : SYNC_PERIODS_MS.offline,
    async onAnswer(health, overtook) {
      noteClock(Math.round(health.skewSeconds))
      noteMode(health.demo !== deps.demo)
      cause = wrongMode ? 'wrong-mode' : null
      if (wrongMode) return setOnline(false)
      // What was asked or sent before the line was back would wait on for a dead connection.
      const wasOnline = online
      if (overtook || !wasOnline) deps.api()?.dropPending(SENT_BEFORE_MS)
      setOnline(true)
      if (overtook && wasOnline) resume()
      working ??= work().finally(() => {
        working = null
      })
      await working
    },
    onFailure(error) {
      cause = causeOf(error)
      setOnline(false)
    },
    onSilence() {
      cause = 'offline'
      setOnline(false)
    },
    onFault: logFault,
  })

  /** What is done whenever the central was reached. */
  async function work(): Promise<void> {
    const api = deps.api()
    if (!api || stopped) return
    const also = tellAlso
    tellAlso = 'none'
    await deps.tellWithdrawals(also)
    if (stopped) return
    await pullChanges(api)
    if (!stopped) await askUnread(api)
    if (!stopped) await deps.refresh()
  }

  function logFault(fault: unknown): void {
    const name = fault instanceof Error ? fault.name : 'unknown'
    deps.log({ level: 'error', event: 'sync.failed', detail: { name } })
  }

  function noteClock(seconds: number): void {
    const before = { known: time.skewSeconds() !== null, state: time.state() }
    time.measured(seconds)
    if (!before.known || before.state !== time.state()) deps.onStatus()
  }

  /** Demo and real never meet: behind the known address another kind of central answers. */
  function noteMode(wrong: boolean): void {
    if (wrong && !wrongMode) deps.log({ level: 'error', event: 'central.wrong-mode' })
    wrongMode = wrong
  }

  return {
    start(): void {
      runner.recover()
      // The program may have stopped between a receipt and the report that waited for it.
      for (const record of store.submissions.listByState('terkirim')) applyHeld(record.id)
      void watch.ask().then(() => runner.poke())
    },
    /** Asks the central now and tries every waiting packet. */
    async now(): Promise<void> {
      runner.wake()
      tellAlso = 'all'
      await watch.ask()
    },
    applyHeld,
    /**
     * What an attempt to send met. An answer proves the network; a failure is looked into, because the central may
     * well be there while one upload breaks, and that must not reset the back-off.
     */
    setReachable(answered: boolean): void {
      if (answered) setOnline(true)
      else if (online) void watch.ask()
    },
    /** The computer has another network than a moment ago: what hangs on the old one is given up. */
    networkChanged(): void {
      deps.log({ level: 'info', event: 'network.changed' })
      deps.api()?.dropPending(0)
      const asked = watch.askAfresh()
      void asked.then(() => online && resume())
    },
    isOnline: () => online,
    /** True when another kind of central (demo, real) answers at the known address: nothing is sent there. */
    isWrongMode: () => wrongMode,
    network: () => ({
      online,
      since: since.toISOString(),
      cause: online ? null : cause,
      reports: { cause: online ? feedCause : null, unread: unread.count() },
    }),
    async stop(): Promise<void> {
      stopped = true
      watch.stop()
      deps.api()?.dropPending(0)
      await working
    },
  }
}
/** A proxy that wants a name is told apart: somebody at the office can mend it. */
const causeOf = (error: CentralError): string =>
  error.kind === 'offline' && error.detail === 'proxy-authentication' ? error.detail : error.kind

export type Sync = ReturnType<typeof createSync>
