import type { VisitSnapshot } from '#shared/contract/views.ts'
import { checkForm, visibleSteps } from '#shared/domain/forms/index.ts'
import { err, ok } from '#shared/domain/result.ts'
import { findForm, getForm } from '#shared/domain/services/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import type { KeepDays } from '#shared/domain/submission/retention.ts'
import type { Clock } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import type { KioskTime } from '../kiosk-time/index.ts'
import type { StaffMember } from '../staff-auth/index.ts'
import type { Store, StoredPhoto } from '../store/index.ts'
import type { ContactChecks } from './contact-checks.ts'
import { type Answer, createDesk, formError, noVisit } from './desk.ts'
import type { Draft, StoredReading } from './draft.ts'
import { createDraftBook } from './draft-book.ts'
import { enterStep, mayEnter, sameContact } from './draft-changes.ts'
import { gateIssues, missingPhotos } from './gates.ts'
import { createInterruptions } from './interruptions.ts'
import { createVisitPhotos } from './photos.ts'
import { createSaveStep } from './save-step.ts'
import { createSnapshotView } from './snapshot.ts'
import type { WarningContext } from './warnings.ts'

type Deps = {
  readonly store: Store
  readonly clock: Clock
  readonly time: KioskTime
  readonly audit: Audit
  readonly newId: () => string
  readonly readKtp: (frame: Uint8Array) => Promise<{ reading: StoredReading; card: StoredPhoto | null }>
  readonly contactChecks: ContactChecks
  readonly regionKnown: WarningContext['regionKnown']
  /** Reference of an earlier, living submission with this NIK, if any. */
  readonly findDuplicate: (nik: string) => string | null
  /** What consent screens promise from now on. */
  readonly keepDays: () => KeepDays
  readonly onChange: (visit: VisitSnapshot | null) => void
}

/** The one open visit of this kiosk: every change is stored, encrypted, before it is answered. */
export function createVisits(deps: Deps) {
  const { store, clock, audit, contactChecks } = deps
  const book = createDraftBook(deps)
  const view = createSnapshotView(deps)
  const desk = createDesk({ store, book, view, onChange: deps.onChange })
  const life = createInterruptions({ desk, book, audit, clock })

  return {
    ...life,
    ...createVisitPhotos({ store, desk, clock, readKtp: deps.readKtp }),
    saveStep: createSaveStep({ desk, clock, contactChecks }),

    /** How the visit stands, for the status line. */
    state: (): 'none' | 'open' | 'locked' =>
      desk.current() ? (desk.isLocked() ? 'locked' : 'open') : 'none',
    currentDraft: desk.current,
    isLocked: desk.isLocked,
    current(): VisitSnapshot | null {
      const draft = desk.current()
      return draft && view(draft, desk.isLocked())
    },

    start(input: { service: string; language: 'id' | 'en' }, petugas: StaffMember): Answer<VisitSnapshot> {
      if (desk.current()) return err({ code: 'wrong-state', state: 'visit-open' })
      const form = findForm(input.service)
      const first = form?.steps[0]
      if (!form || !first) return err({ code: 'not-found', what: 'service' })
      const now = clock.now().toISOString()
      const draft: Draft = {
        id: deps.newId(),
        service: form.service,
        formVersion: form.version,
        language: input.language,
        petugas: { id: petugas.id, name: petugas.name },
        startedAt: now,
        step: first.id,
        furthest: first.id,
        resumeAt: null,
        stepSince: now,
        values: {},
        reading: { kind: 'none' },
        checks: {},
        codes: {},
        keepDays: deps.keepDays(),
        consents: [],
        timings: [],
      }
      const noteIt = () =>
        audit.record('visit.started', { staffId: petugas.id, subject: draft.id, detail: form.service })
      return ok(desk.keep(draft, noteIt))
    },

    setLanguage(language: 'id' | 'en'): Answer<VisitSnapshot> {
      const draft = desk.current()
      return draft ? ok(desk.keep({ ...draft, language })) : err(noVisit)
    },

    goTo(target: string): Answer<VisitSnapshot> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      const form = getForm(draft.service, draft.formVersion)
      if (!mayEnter(draft, form, target)) return err({ code: 'wrong-state', state: draft.step })
      return ok(desk.keep(enterStep(draft, form, target, 'dibantu', clock.now())))
    },

    async checkContact(): Promise<Answer<VisitSnapshot>> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      const answers = await contactChecks.ask(draft)
      return desk.update(draft.id, (now) =>
        sameContact(now, draft) ? { ...now, checks: { ...now.checks, ...answers } } : now,
      )
    },

    /** For answers of the central about a code: keeps the changed checks. */
    updateChecks: (id: string, change: Pick<Partial<Draft>, 'checks' | 'codes'>): Answer<VisitSnapshot> =>
      desk.update(id, (now) => ({ ...now, ...change })),

    /** The last gate: the whole form, every picture, every step's own demands. */
    readyToSubmit(): Answer<{ draft: Draft; values: FormValues; photos: StoredPhoto[] }> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      const form = getForm(draft.service, draft.formVersion)
      const checked = checkForm(form, draft.values)
      const photos = desk.photosOf(draft)
      const issues = [
        ...checked.issues,
        ...visibleSteps(form, draft.values).flatMap((step) => [
          ...missingPhotos(step, photos),
          ...gateIssues(step, draft, photos),
        ]),
      ]
      if (issues.length > 0) return formError(issues)
      return ok({
        draft,
        values: checked.values,
        photos: photos.flatMap((purpose) => store.draftPhotos.find(draft.id, purpose) ?? []),
      })
    },

    /** The draft became a submission. */
    submitted: desk.forget,
  }
}
export type Visits = ReturnType<typeof createVisits>
