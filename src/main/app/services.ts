import type { ParsedInput } from '#shared/contract/contract.ts'
import type { AppStatus, CameraMemoryKey, CaptureSettings, ScreenSettings } from '#shared/contract/views.ts'
import type { AppError } from '#shared/domain/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import type { QueueLimits } from '#shared/domain/submission/limits.ts'
import type { RetentionDays } from '#shared/domain/submission/retention.ts'
import type { Audit } from '../services/audit/index.ts'
import type { StillCameras } from '../services/camera/index.ts'
import type { Courier } from '../services/courier/index.ts'
import type { Enrolments } from '../services/enrolment/index.ts'
import type { KioskTime } from '../services/kiosk-time/index.ts'
import type { Cancellations, Runner, SubmissionLog } from '../services/queue/index.ts'
import type { RecoveryKeys } from '../services/recovery/index.ts'
import type { Reference } from '../services/reference/index.ts'
import type { Areas } from '../services/regions/index.ts'
import type { StaffAuth } from '../services/staff-auth/index.ts'
import type { Store, SubmissionRecord } from '../services/store/index.ts'
import type { Sync } from '../services/sync/index.ts'
import type { Codes, Visits } from '../services/visit/index.ts'
import type { Clock } from './app.ts'
import type { RateLimiter } from './rate-limiter.ts'

/** Everything the handlers call. */
export type Services = {
  readonly clock: Clock
  readonly time: KioskTime
  readonly store: Store
  readonly audit: Audit
  readonly staff: StaffAuth
  readonly visits: Visits
  readonly codes: Codes
  readonly submissions: SubmissionLog
  readonly cancellations: Cancellations
  readonly runner: Runner
  readonly sync: Sync
  readonly enrolment: Enrolments
  readonly courier: Courier
  readonly areas: Areas
  readonly reference: Reference
  readonly recovery: RecoveryKeys
  readonly cameras: StillCameras
  readonly keyedHash: (text: string) => Uint8Array
  /** Slows down guessing at the public status question. */
  readonly statusLimiter: RateLimiter
  readonly status: () => AppStatus
  /** Why no new visit may start, or null. */
  readonly intake: () => AppStatus['intake']['reason']
  readonly setLimits: (limits: QueueLimits) => void
  readonly setRetention: (days: RetentionDays) => void
  /** Prints the page, where the host can; undefined: the page prints itself. */
  readonly print: (() => Promise<boolean>) | undefined
  readonly setCapture: (settings: CaptureSettings) => void
  readonly setScreen: (settings: ScreenSettings) => void
  readonly rememberCamera: (key: CameraMemoryKey, value: string | null) => void
  /** Staff has read what happened at start. */
  readonly dismissNotice: () => void
  readonly setUp: (input: ParsedInput<'app.setUp'>) => Promise<Result<null, AppError>>
  /** Seals the open visit and puts it into the queue. */
  readonly submitVisit: () => Promise<Result<SubmissionRecord, AppError>>
}
