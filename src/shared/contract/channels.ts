/** Names of every call: all that the preload script knows of the contract. */
export const CHANNELS = [
  'app.status',
  'app.setUp',
  'app.enrol',
  'app.setLimits',
  'app.dismissNotice',
  'app.setRecoveryKey',
  'staff.choices',
  'staff.signIn',
  'staff.signOut',
  'staff.add',
  'staff.resetPin',
  'visit.start',
  'visit.current',
  'visit.setLanguage',
  'visit.saveStep',
  'visit.goTo',
  'visit.keepPhoto',
  'visit.readKtp',
  'visit.photo',
  'visit.checkContact',
  'visit.requestCode',
  'visit.verifyCode',
  'visit.deferCodes',
  'visit.submit',
  'visit.end',
  'visit.lock',
  'visit.unlock',
  'visit.pause',
  'draft.list',
  'draft.resume',
  'draft.wipe',
  'submission.list',
  'submission.receipt',
  'submission.retry',
  'submission.check',
  'sync.now',
  'courier.export',
  'courier.importReceipts',
  'camera.stillDevices',
  'camera.takeStill',
] as const

/** The name of a call. */
export type Channel = (typeof CHANNELS)[number]

/** Names of everything the core says unasked. */
export const EVENTS = ['app.status', 'visit', 'submissions', 'courier'] as const
