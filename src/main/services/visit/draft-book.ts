import type { DraftView } from '#shared/contract/views.ts'
import { maskName } from '#shared/domain/identity/index.ts'
import { type DraftState, wipeAt } from '#shared/domain/visit/index.ts'
import type { Clock } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import type { KioskTime } from '../kiosk-time/index.ts'
import type { DraftRow, Store } from '../store/index.ts'
import { Draft } from './draft.ts'

type Deps = {
  readonly store: Store
  readonly clock: Clock
  readonly time: KioskTime
  readonly audit: Audit
}

/**
 * Keeps drafts in the encrypted store and ends their lives by the one rule (domain/visit/life.ts). `stateSince` is
 * kiosk time, `touchedAt` what the computer clock said.
 */
export function createDraftBook({ store, clock, time, audit }: Deps) {
  const endOf = (row: DraftRow): Date => wipeAt(row.state, new Date(row.stateSince), new Date(row.touchedAt))

  let copiesInLog = false

  /** secure_delete overwrites the pages; emptying the log removes the copies in it. */
  function emptyLog(): void {
    try {
      store.truncateLog()
      copiesInLog = false
    } catch {
      // The disk is full: the draft is gone all the same, and the next sweep tries again.
    }
  }

  /** Erases drafts, and writes `also`, in one transaction: a full disk leaves everything as it was. */
  function wipe(ids: readonly string[], also: () => void): void {
    store.transaction(() => {
      for (const id of ids) store.drafts.drop(id)
      also()
    })
    copiesInLog = true
    emptyLog()
  }

  const viewOf = (row: DraftRow): DraftView => {
    const draft = Draft.parse(JSON.parse(row.data))
    return {
      id: row.id,
      service: draft.service,
      maskedName: typeof draft.values.nama === 'string' ? maskName(draft.values.nama) : '',
      step: draft.furthest,
      state: row.state,
      touchedAt: row.touchedAt,
      wipeAt: time.shown(endOf(row)).toISOString(),
    }
  }

  return {
    /** The visit that corrects this submission, if one is under way. */
    findCorrectionOf(submissionId: string): Draft | undefined {
      return store.drafts
        .list()
        .map((row) => Draft.parse(JSON.parse(row.data)))
        .find((draft) => draft.correction?.of === submissionId)
    },
    /** Stores a draft, and writes `also`, in one transaction. */
    save(draft: Draft, state: DraftState = 'open', also?: () => void): void {
      const now = clock.now().toISOString()
      const before = store.drafts.find(draft.id)
      // Work that ends behind a locked screen must not give the draft a longer life.
      const stateSince =
        state === 'locked' && before?.state === 'locked' ? before.stateSince : time.now().toISOString()
      const data = JSON.stringify(draft)
      store.transaction(() => {
        store.drafts.save({ id: draft.id, state, stateSince, touchedAt: now, data })
        also?.()
      })
    },
    find(id: string): Draft | undefined {
      const row = store.drafts.find(id)
      return row && Draft.parse(JSON.parse(row.data))
    },
    list: (): DraftView[] => store.drafts.list().map(viewOf),
    wipe,
    /** Wipes every draft whose time is over; answers their ids. */
    sweep(): string[] {
      if (copiesInLog) emptyLog()
      if (!time.mayErase()) return []
      const now = time.now()
      const over = store.drafts.list().filter((row) => endOf(row) <= now)
      if (over.length === 0) return []
      const ids = over.map((row) => row.id)
      wipe(ids, () => {
        for (const row of over) audit.record('visit.wiped', { subject: row.id, detail: row.state })
      })
      return ids
    },
  }
}
export type DraftBook = ReturnType<typeof createDraftBook>
