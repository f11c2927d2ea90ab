import type { VisitSnapshot } from '#shared/contract/views.ts'
import {
  checkForm,
  type FormDefinition,
  getStep,
  type PhotoPurpose,
  visibleDocuments,
  visibleSteps,
} from '#shared/domain/forms/index.ts'
import { err, ok } from '#shared/domain/result.ts'
import { findForm, formOfVisit, getForm } from '#shared/domain/services/index.ts'
import { takenAs } from '#shared/domain/submission/corrections.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import type { KeepDays } from '#shared/domain/submission/retention.ts'
import type { Clock } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import type { KioskTime } from '../kiosk-time/index.ts'
import type { StaffMember } from '../staff-auth/index.ts'
import type { Store, StoredDocument, StoredPhoto } from '../store/index.ts'
import { type AccessCheck, createAccessChoice } from './access-check.ts'
import type { CompanyCheck } from './company-check.ts'
import type { ContactChecks } from './contact-checks.ts'
import { createCorrect } from './correct.ts'
import { type Answer, createDesk, formError, noVisit } from './desk.ts'
import { createVisitDocuments } from './documents.ts'
import type { Draft } from './draft.ts'
import { createDraftBook } from './draft-book.ts'
import { enterStep, mayEnter, sameCompany, sameContact } from './draft-changes.ts'
import { createGates, missingPhotos } from './gates.ts'
import { createGoOnToAccess } from './go-on-to-access.ts'
import { createInterruptions } from './interruptions.ts'
import { firstOpenStep, knownAnswers } from './known-answers.ts'
import { createOfficeEmail } from './office-email.ts'
import { createVisitPhotos, type ReadKtp } from './photos.ts'
import { createSaveStep } from './save-step.ts'
import { createSnapshotView } from './snapshot.ts'
import type { WarningContext } from './warnings.ts'

type Deps = {
  readonly store: Store
  readonly clock: Clock
  readonly time: KioskTime
  readonly audit: Audit
  readonly newId: () => string
  readonly readKtp: ReadKtp
  readonly contactChecks: ContactChecks
  readonly companyCheck: CompanyCheck
  readonly accessCheck: AccessCheck
  readonly regionKnown: WarningContext['regionKnown']
  readonly kmFromRegency: WarningContext['kmFromRegency']
  /** Whether a code names a village of today. */
  readonly isArea: (code: string) => boolean
  /** Reference of an earlier, living submission with this NIK, other than `exceptId`, if any. */
  readonly findDuplicate: (nik: string, exceptId?: string) => string | null
  /** What consent screens promise from now on. */
  readonly keepDays: () => KeepDays
  readonly onChange: (visit: VisitSnapshot | null) => void
}

/** Everything that a submission takes from a visit. */
type ReadyVisit = {
  readonly draft: Draft
  readonly values: FormValues
  readonly photos: StoredPhoto[]
  readonly documents: StoredDocument[]
}

/** Pictures that the form asks this registrant for; the card is cut out of its frame. */
function isAskedPhoto(form: FormDefinition, values: FormValues, purpose: PhotoPurpose): boolean {
  return visibleSteps(form, values).some((step) => step.photos?.includes(takenAs(purpose)))
}

/** Documents that the form asks this registrant for; one given before an answer changed is not sent. */
const askedDocuments = (form: FormDefinition, values: FormValues): string[] =>
  visibleSteps(form, values).flatMap((step) => visibleDocuments(step, values).map(({ id }) => id))

/** How a visit begins. */
export type NewVisit = {
  readonly service: string
  readonly language: 'id' | 'en'
  readonly answers?: Readonly<Record<string, string>> | undefined
  /** What is known of the person from an earlier visit: filled in, and asked for like everything else. */
  readonly filledIn?: FormValues
}

/** The one open visit of this kiosk: every change is stored, encrypted, before it is answered. */
export function createVisits(deps: Deps) {
  const { store, clock, audit, contactChecks, companyCheck } = deps
  const book = createDraftBook(deps)
  const view = createSnapshotView(deps)
  const desk = createDesk({ store, book, view, onChange: deps.onChange })
  const gateIssues = createGates(deps.isArea, (id) =>
    store.draftDocuments.list(id).map((document) => document.kind),
  )
  const accesses = createAccessChoice({ desk, accessCheck: deps.accessCheck })
  const life = createInterruptions({ desk, book, audit, clock })

  function start(input: NewVisit, petugas: StaffMember): Answer<VisitSnapshot> {
    if (desk.current()) return err({ code: 'wrong-state', state: 'visit-open' })
    const form = findForm(input.service)
    if (!form) return err({ code: 'not-found', what: 'service' })
    const known = knownAnswers(form, input.answers ?? {})
    if (!known.ok) return known
    const first = firstOpenStep(form, known.value)
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
      values: { ...input.filledIn, ...known.value },
      reading: { kind: 'none' },
      checks: {},
      codes: {},
      accesses: null,
      keepDays: deps.keepDays(),
      consents: [],
      timings: [],
      photoOverrides: [],
      correction: null,
    }
    const noteIt = () =>
      audit.record('visit.started', { staffId: petugas.id, subject: draft.id, detail: form.service })
    return ok(desk.keep(draft, noteIt))
  }

  async function checkContact(): Promise<Answer<VisitSnapshot>> {
    const draft = desk.current()
    if (!draft) return err(noVisit)
    const answers = await contactChecks.ask(draft)
    return desk.update(draft.id, (now) =>
      sameContact(now, draft) ? { ...now, checks: { ...now.checks, ...answers } } : now,
    )
  }

  async function checkCompany(): Promise<Answer<VisitSnapshot>> {
    const draft = desk.current()
    if (!draft) return err(noVisit)
    const withAnswer = await companyCheck(draft)
    return desk.update(draft.id, (now) => (sameCompany(now, draft) ? withAnswer(now) : now))
  }

  return {
    ...life,
    ...createVisitPhotos({ store, desk, clock, audit, readKtp: deps.readKtp }),
    ...createVisitDocuments({ store, desk, clock }),
    ...createOfficeEmail({ desk, audit }),
    saveStep: createSaveStep({ desk, clock, contactChecks, companyCheck, gateIssues }),

    /** How the visit stands, for the status line. */
    state: (): 'none' | 'open' | 'locked' =>
      desk.current() ? (desk.isLocked() ? 'locked' : 'open') : 'none',
    currentDraft: desk.current,
    isLocked: desk.isLocked,
    current(): VisitSnapshot | null {
      const draft = desk.current()
      return draft && view(draft, desk.isLocked())
    },

    start,
    goOnToAccess: createGoOnToAccess({ audit, start }),

    setLanguage(language: 'id' | 'en'): Answer<VisitSnapshot> {
      const draft = desk.current()
      return draft ? ok(desk.keep({ ...draft, language })) : err(noVisit)
    },

    goTo(target: string): Answer<VisitSnapshot> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      const form = formOfVisit(draft)
      if (!mayEnter(draft, form, target)) return err({ code: 'wrong-state', state: draft.step })
      return ok(desk.keep(enterStep(draft, form, target, 'dibantu', clock.now())))
    },

    checkContact,

    checkAccesses: accesses.checkAccesses,
    chooseAccess: accesses.chooseAccess,

    /** Cek NIB: green, red or registered already (001 steps 2–3). */
    checkCompany,

    /**
     * The network is back during the visit: what was put off and needs nobody is asked now. Codes are the registrant's; at
     * the review the registrant is about to send what stands there, and the central asks by itself.
     */
    async askDeferred(): Promise<void> {
      const draft = desk.current()
      if (!draft || getStep(formOfVisit(draft), draft.step).screen === 'review') return
      const { checks } = draft
      if (checks['email-registered'] === 'deferred' || checks['username-free'] === 'deferred')
        await checkContact()
      if (checks.nib === 'deferred') await checkCompany()
      await accesses.askAccessesAgain()
    },

    /** For answers of the central about a code: keeps the changed checks. */
    updateChecks: (id: string, change: Pick<Partial<Draft>, 'checks' | 'codes'>): Answer<VisitSnapshot> =>
      desk.update(id, (now) => ({ ...now, ...change })),

    /** The last gate: the whole form, every picture, every step's own demands. */
    readyToSubmit(): Answer<ReadyVisit> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      // Whatever a correction asks for again, what is sent is whole.
      const whole = getForm(draft.service, draft.formVersion)
      const checked = checkForm(whole, draft.values)
      const form = formOfVisit(draft)
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
        photos: photos
          .filter((purpose) => isAskedPhoto(whole, draft.values, purpose))
          .flatMap((purpose) => store.draftPhotos.find(draft.id, purpose) ?? []),
        documents: askedDocuments(whole, draft.values).flatMap(
          (kind) => store.draftDocuments.find(draft.id, kind) ?? [],
        ),
      })
    },

    /** The draft became a submission. */
    submitted: desk.forget,

    correct: createCorrect({ store, clock, audit, newId: deps.newId, desk, book, keepDays: deps.keepDays }),
  }
}
export type Visits = ReturnType<typeof createVisits>
