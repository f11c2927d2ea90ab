import { DEFAULT_RETENTION, RetentionDays } from '#shared/domain/submission/retention.ts'
import type { Settings } from '../store/index.ts'

const SETTING = 'retention'

/** How long this office keeps working copies and the audit trail (`app.setRetention`). */
export function createRetentionDays(settings: Settings) {
  return {
    get: (): RetentionDays => settings.find(SETTING, RetentionDays) ?? DEFAULT_RETENTION,
    set: (days: RetentionDays): void => settings.set(SETTING, days),
  }
}
