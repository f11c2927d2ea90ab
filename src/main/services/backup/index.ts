export { createBackups } from './backups.ts'
export { createDamagedCopies, type DamagedCopies } from './damaged-copies.ts'
export { openOrRestore, wasUsed } from './open-or-restore.ts'
export { NOTICE_SETTING, reconcile, StartNotice } from './reconcile.ts'
