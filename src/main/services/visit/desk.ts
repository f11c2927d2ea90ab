import type { VisitSnapshot } from '#shared/contract/views.ts'
import type { AppError, FieldIssue } from '#shared/domain/errors.ts'
import type { PhotoPurpose } from '#shared/domain/forms/index.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { Store } from '../store/index.ts'
import type { Draft } from './draft.ts'
import type { DraftBook } from './draft-book.ts'

/** What every call about the visit answers. */
export type Answer<T> = Result<T, AppError>

/** The answer when no visit is open, or another one than the call began with. */
export const noVisit: AppError = { code: 'wrong-state', state: 'no-visit' }

/** Form rules that are not met. */
export const formError = (issues: readonly FieldIssue[]): Answer<never> =>
  err({ code: 'form', issues: [...issues] })

type Deps = {
  readonly store: Store
  readonly book: DraftBook
  readonly view: (draft: Draft, locked: boolean) => VisitSnapshot
  /** The open visit for the screen; null when there is none to show. */
  readonly onChange: (visit: VisitSnapshot | null) => void
}

/** Holds the one open visit: every change is stored, encrypted, before it is told. */
export function createDesk({ store, book, view, onChange }: Deps) {
  let current: Draft | null = null
  let locked = false

  /**
   * Stores the changed draft, and `also` in the same transaction, and tells the renderer; behind a locked screen it
   * tells nothing. On a full disk it throws, and everything is as it was.
   */
  function keep(draft: Draft, also?: () => void): VisitSnapshot {
    book.save(draft, locked ? 'locked' : 'open', also)
    current = draft
    const snapshot = view(draft, locked)
    onChange(locked ? null : snapshot)
    return snapshot
  }

  return {
    current: (): Draft | null => current,
    isLocked: () => locked,
    keep,
    /**
     * Changes the visit `id` as it stands now. For work that took time: meanwhile the visit may have ended, and
     * what was erased must not be written again.
     */
    update: (id: string, change: (now: Draft) => Draft, also?: () => void): Answer<VisitSnapshot> =>
      current?.id === id ? ok(keep(change(current), also)) : err(noVisit),
    /** The visit is no longer on the screen (ended, submitted, paused, wiped). */
    forget(): void {
      current = null
      locked = false
      onChange(null)
    },
    /** Locks the screen; that must not wait for a full disk to have room again. */
    lock(draft: Draft, also: () => void): void {
      locked = true
      current = draft
      onChange(null)
      book.save(draft, 'locked', also)
    },
    unlock(change: (draft: Draft) => Draft): VisitSnapshot | null {
      locked = false
      return current && keep(change(current))
    },
    photosOf: (draft: Draft): PhotoPurpose[] =>
      store.draftPhotos.listSizes(draft.id).map((photo) => photo.purpose),
  }
}
export type Desk = ReturnType<typeof createDesk>
