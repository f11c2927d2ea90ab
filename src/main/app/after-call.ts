import type { Channel } from '#shared/contract/channels.ts'

/** Calls after which the frame of the screen looks different although no service said so itself. */
export const STATUS_CHANGING: ReadonlySet<string> = new Set<Channel>([
  'app.setUp',
  'app.enrol',
  'app.setLimits',
  'app.setRetention',
  'app.setCapture',
  'app.setScreen',
  'camera.remember',
  'app.dismissNotice',
  'app.setRecoveryKey',
  'staff.signIn',
  'staff.signOut',
  'draft.wipe',
  'submission.cancel',
])

/**
 * Calls whose loss would leave a kiosk that nobody can open or that is connected no more. Copying a large database is
 * seconds of work, so nothing else asks for it: a cancellation is noted durably beside the database (docs/decisions/0043).
 */
export const BACKED_UP_AT_ONCE: ReadonlySet<string> = new Set<Channel>([
  'app.setUp',
  'app.enrol',
  'app.setConnection',
  'app.setLimits',
  'app.setRetention',
  'app.setCapture',
  'app.setScreen',
  'app.setRecoveryKey',
  'staff.add',
  'staff.resetPin',
])
