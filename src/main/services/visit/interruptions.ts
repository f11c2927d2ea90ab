import type { DraftView, VisitSnapshot } from '#shared/contract/views.ts'
import { err, ok } from '#shared/domain/result.ts'
import { formOfVisit } from '#shared/domain/services/index.ts'
import { laterStep } from '#shared/domain/visit/index.ts'
import type { Clock } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import type { StaffMember } from '../staff-auth/index.ts'
import { type Answer, type Desk, noVisit } from './desk.ts'
import type { Draft } from './draft.ts'
import type { DraftBook } from './draft-book.ts'
import { nikStepOf, withStoppedClock } from './draft-changes.ts'

type Deps = { readonly desk: Desk; readonly book: DraftBook; readonly audit: Audit; readonly clock: Clock }

/** How a visit is locked, put aside, taken up again, and how its life ends (domain/visit/life.ts). */
export function createInterruptions({ desk, book, audit, clock }: Deps) {
  /** Ends the lives of drafts whose time is over, the locked one on the screen included; true when there were any. */
  function sweep(): boolean {
    const wiped = book.sweep()
    if (wiped.includes(desk.current()?.id ?? '')) desk.forget()
    return wiped.length > 0
  }

  /** An interrupted visit begins at its NIK again, to see that it is the right person. */
  function fromTheNik(draft: Draft): Draft {
    const form = formOfVisit(draft)
    const nikStep = nikStepOf(form)
    const passed =
      nikStep && draft.values.nik !== undefined && laterStep(form, draft.step, nikStep.id) === draft.step
    if (!passed) return fromNow(draft)
    const { nikBenar: _, ...values } = draft.values
    const resumeAt = draft.resumeAt ?? (draft.step === nikStep.id ? null : draft.step)
    return fromNow({ ...draft, values, step: nikStep.id, resumeAt })
  }

  /** Time without the registrant is no time of a step. */
  function fromNow(draft: Draft): Draft {
    return { ...draft, stepSince: clock.now().toISOString() }
  }

  return {
    sweep,

    end(reason: string, staffId: string): Answer<null> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      book.wipe([draft.id], () => audit.record('visit.ended', { staffId, subject: draft.id, detail: reason }))
      desk.forget()
      return ok(null)
    },

    lock(staffId?: string): Answer<null> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      if (!desk.isLocked()) {
        desk.lock(withStoppedClock(draft, clock.now()), () =>
          audit.record('visit.locked', { ...(staffId && { staffId }), subject: draft.id }),
        )
      }
      return ok(null)
    },

    unlock(staffId: string): Answer<VisitSnapshot | null> {
      const draft = desk.current()
      if (draft) audit.record('visit.unlocked', { staffId, subject: draft.id })
      return ok(desk.unlock(fromNow))
    },

    pause(staffId: string): Answer<null> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      book.save(withStoppedClock(draft, clock.now()), 'paused', () =>
        audit.record('visit.paused', { staffId, subject: draft.id }),
      )
      desk.forget()
      return ok(null)
    },

    drafts: (): DraftView[] => book.list().filter((draft) => draft.id !== desk.current()?.id),

    /** Takes up an interrupted or paused visit. */
    resume(id: string, petugas: StaffMember): Answer<VisitSnapshot> {
      if (desk.current()) return err({ code: 'wrong-state', state: 'visit-open' })
      sweep()
      const draft = book.find(id)
      if (!draft) return err({ code: 'not-found', what: 'draft' })
      const noteIt = () => audit.record('visit.resumed', { staffId: petugas.id, subject: id })
      return ok(desk.keep(fromTheNik(draft), noteIt))
    },

    wipeDraft(id: string, staffId: string): Answer<null> {
      if (!book.find(id) || id === desk.current()?.id) return err({ code: 'not-found', what: 'draft' })
      book.wipe([id], () => audit.record('visit.wiped', { staffId, subject: id, detail: 'by-petugas' }))
      return ok(null)
    },
  }
}
