export { BACKUP_PERIOD_MS, BACKUP_RETRY_MS, type Backups, createBackups } from './backups.ts'
export { openOrRestore, wasUsed } from './open-or-restore.ts'
export { NOTICE_SETTING, reconcile, StartNotice } from './reconcile.ts'
