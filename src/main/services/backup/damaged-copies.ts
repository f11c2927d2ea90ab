import { z } from 'zod'
import type { RetentionDays } from '#shared/domain/submission/retention.ts'
import type { Audit } from '../audit/index.ts'
import type { KioskTime } from '../kiosk-time/index.ts'
import { eraseSetAside, listSetAside, type Store } from '../store/index.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Since when each is known, in milliseconds of kiosk time. */
const Since = z.record(z.string(), z.number())
const SINCE = 'damaged.since'

type Deps = {
  readonly dataDir: string
  readonly store: Store
  readonly time: KioskTime
  readonly audit: Audit
  readonly days: () => RetentionDays
}

/**
 * Ends the life of damaged databases that were set aside. Each still holds drafts, photos and working copies, so it may
 * stay as long as the longest-lived of them and no longer: time enough for technical help to look into it, and after
 * that nothing in it may be kept anyway. What was not sent yet lies in its sealed packet and does not need it.
 */
export function createDamagedCopies({ dataDir, store, time, audit, days }: Deps) {
  return {
    /** Erases those whose time is over; answers how many. */
    sweep(): number {
      const found = listSetAside(dataDir)
      const known = store.settings.find(SINCE, Since) ?? {}
      if (found.length === 0 && Object.keys(known).length === 0) return 0
      const now = time.now().getTime()
      const since = Object.fromEntries(found.map(({ id }) => [id, known[id] ?? now]))
      const { verified, rejected } = days()
      const life = Math.max(verified, rejected) * DAY_MS
      const over = time.mayErase() ? found.filter(({ id }) => now - (since[id] ?? now) >= life) : []
      for (const copy of over) {
        eraseSetAside(dataDir, copy)
        audit.record('kiosk.damaged-erased', { detail: copy.id })
        delete since[copy.id]
      }
      if (JSON.stringify(since) !== JSON.stringify(known)) store.settings.set(SINCE, since)
      return over.length
    },
  }
}
export type DamagedCopies = ReturnType<typeof createDamagedCopies>
