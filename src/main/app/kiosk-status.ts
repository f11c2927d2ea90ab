import { statfsSync } from 'node:fs'
import { z } from 'zod'
import {
  type AppStatus,
  CameraMemory,
  type CameraMemoryKey,
  CaptureSettings,
  ScreenSettings,
} from '#shared/contract/views.ts'
import { DEMO_PIN } from '#shared/domain/staff/staff.ts'
import {
  diskState,
  intakeStop,
  NO_LIMITS,
  QueueLimits,
  queueWarning,
  type Unsent,
} from '#shared/domain/submission/limits.ts'
import type { RetentionDays } from '#shared/domain/submission/retention.ts'
import { isHeldByKiosk } from '#shared/domain/submission/states.ts'
import { NOTICE_SETTING, StartNotice } from '../services/backup/index.ts'
import type { Enrolments } from '../services/enrolment/index.ts'
import type { KioskTime } from '../services/kiosk-time/index.ts'
import { type Runner, SubmissionSummary } from '../services/queue/index.ts'
import type { RecoveryKeys } from '../services/recovery/index.ts'
import type { StaffAuth } from '../services/staff-auth/index.ts'
import type { Store } from '../services/store/index.ts'
import type { Sync } from '../services/sync/index.ts'
import type { Visits } from '../services/visit/index.ts'
import { ANY_PRINTER, type RunningOptions } from './app.ts'

/** The office this kiosk stands in, asked at first set-up. */
export const Office = z.object({ code: z.string(), name: z.string() })
export const OFFICE_SETTING = 'office'

const LIMITS_SETTING = 'limits'
const CAPTURE_SETTING = 'capture'
const SCREEN_SETTING = 'screen'
const CAMERAS_SETTING = 'cameras'
/** A new desk believes real cameras only, and asks nothing before them. */
const CAREFUL: CaptureSettings = { virtualCameras: false, headTurn: false }

const NOT_MEASURED: ScreenSettings = { pxPerMm: null }

/** More visits than any desk has in a day: the median of these is that of the day. */
const MOST_VISITS = 300

const WAITING = ['antre', 'sedang-dikirim'] as const

type Deps = {
  readonly options: RunningOptions
  readonly now: () => Date
  readonly time: KioskTime
  readonly store: Store
  readonly staff: StaffAuth
  readonly visits: Visits
  readonly enrolment: Enrolments
  readonly runner: Runner
  readonly sync: Sync
  readonly recovery: RecoveryKeys
  readonly retention: () => RetentionDays
}

/** What the page needs to know of the printer. */
export const printerView = ({ paper, silent } = ANY_PRINTER): AppStatus['printer'] => ({ paper, silent })

/** Free bytes for this user on the volume of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** What every screen's frame shows, computed from the services as they stand now. */
export function createKioskStatus({
  options,
  now,
  time,
  store,
  staff,
  visits,
  enrolment,
  runner,
  sync,
  recovery,
  retention,
}: Deps) {
  type Counts = ReturnType<typeof store.submissions.countByState>
  const cameras = (): CameraMemory => store.settings.find(CAMERAS_SETTING, CameraMemory) ?? {}
  const limits = (): QueueLimits => store.settings.find(LIMITS_SETTING, QueueLimits) ?? NO_LIMITS

  const unsent = (counts: Counts): Unsent => {
    const held = counts.filter((row) => isHeldByKiosk(row.state))
    return {
      count: held.reduce((sum, row) => sum + row.count, 0),
      oldestAt: held.map((row) => row.oldest).sort()[0] ?? null,
    }
  }

  const freeNow = (): number => (options.freeBytes ?? freeBytes)(options.dataDir)

  let known: { readonly since: string; readonly today: AppStatus['today'] } | undefined

  /** What was done since midnight, local time. Summaries never change: the same number of them says the same. */
  const today = (): AppStatus['today'] => {
    const at = now()
    const midnight = new Date(at.getFullYear(), at.getMonth(), at.getDate())
    const since = midnight.toISOString()
    const done = store.submissions.countSince(since)
    if (known?.since === since && known.today.done === done) return known.today
    const minutes = store.submissions
      .listSince(since, MOST_VISITS)
      .filter((row) => row.corrects === null)
      .flatMap((row) => SubmissionSummary.parse(JSON.parse(row.summary)).minutes ?? [])
    known = { since, today: { done, medianMinutes: median(minutes) } }
    return known.today
  }

  const intake = (counts: Counts, free: number): AppStatus['intake']['reason'] => {
    if (staff.list().length === 0 || !enrolment.current()) return 'not-set-up'
    if (time.state() !== 'ok') return 'clock'
    return intakeStop(unsent(counts), free, limits())
  }

  const queue = (counts: Counts): AppStatus['queue'] => {
    const of = (state: string) => counts.find((row) => row.state === state)
    const held = unsent(counts)
    return {
      waiting: WAITING.reduce((sum, state) => sum + (of(state)?.count ?? 0), 0),
      unsent: held.count,
      oldestAt: held.oldestAt,
      needsAttention: of('perlu-tindakan')?.count ?? 0,
      rejected: of('ditolak')?.count ?? 0,
      paused: enrolment.current() ? runner.paused() : 'not-enrolled',
      warning: queueWarning(held, now()),
      limit: limits().maxUnsent,
    }
  }

  const status = (): AppStatus => {
    const counts = store.submissions.countByState()
    const free = freeNow()
    const reason = intake(counts, free)
    return {
      version: options.version,
      host: options.host,
      demo: options.demo ? { pin: DEMO_PIN, inboxUrl: `${options.demo.centralUrl}/demo/kotak-masuk` } : null,
      problem: null,
      setUp: staff.list().length > 0,
      office: store.settings.find(OFFICE_SETTING, Office) ?? null,
      clock: { state: time.state(), skewSeconds: time.skewSeconds() },
      network: sync.network(),
      intake: { open: reason === null, reason },
      queue: queue(counts),
      retention: retention(),
      disk: { freeBytes: free, state: diskState(free) },
      today: today(),
      recoveryKey: options.demo ? 'not-needed' : recovery.recipient() ? 'set' : 'missing',
      cameras: cameras(),
      screen: store.settings.find(SCREEN_SETTING, ScreenSettings) ?? NOT_MEASURED,
      capture: store.settings.find(CAPTURE_SETTING, CaptureSettings) ?? CAREFUL,
      notice: store.settings.find(NOTICE_SETTING, StartNotice) ?? null,
      printer: printerView(options.printer),
      staff: staff.session(),
      visit: visits.state(),
      drafts: visits.drafts().length,
    }
  }

  return {
    status,
    intake: () => intake(store.submissions.countByState(), freeNow()),
    /** The office's own limits (`app.setLimits`). */
    setLimits: (wanted: QueueLimits): void => store.settings.set(LIMITS_SETTING, wanted),
    /** How this desk photographs (`app.setCapture`). */
    setCapture: (wanted: CaptureSettings): void => store.settings.set(CAPTURE_SETTING, wanted),
    /** The desk's screen as measured (`app.setScreen`). */
    setScreen: (wanted: ScreenSettings): void => store.settings.set(SCREEN_SETTING, wanted),
    /** What the desk remembers of a camera (`camera.remember`). */
    rememberCamera: (key: CameraMemoryKey, value: string | null): void => {
      const { [key]: _, ...others } = cameras()
      store.settings.set(CAMERAS_SETTING, value === null ? others : { ...others, [key]: value })
    },
  }
}
