import type { Channel } from '#shared/contract/channels.ts'

/** Calls after which the frame of the screen looks different although no service said so itself. */
export const STATUS_CHANGING: ReadonlySet<string> = new Set<Channel>([
  'app.setUp',
  'app.enrol',
  'app.setLimits',
  'app.setRetention',
  'app.setCapture',
  'app.dismissNotice',
  'app.setRecoveryKey',
  'staff.signIn',
  'staff.signOut',
  'draft.wipe',
  'submission.cancel',
])

/** Calls whose loss would leave a kiosk that nobody can open or that is connected no more. */
export const BACKED_UP_AT_ONCE: ReadonlySet<string> = new Set<Channel>([
  'app.setUp',
  'app.enrol',
  'app.setConnection',
  'app.setLimits',
  'app.setRetention',
  'app.setCapture',
  'app.setRecoveryKey',
  'staff.add',
  'staff.resetPin',
  // A withdrawal must not be forgotten with a disk.
  'submission.cancel',
])
