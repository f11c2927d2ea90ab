import type { DraftView, VisitSnapshot } from '#shared/contract/views.ts'
import type { AppError, FieldIssue } from '#shared/domain/errors.ts'
import type { FormDefinition } from '#shared/domain/forms/form-definition.ts'
import {
  checkDraftValues,
  checkForm,
  checkStep,
  getStep,
  type PhotoPurpose,
  type StepDefinition,
  visibleFields,
  visibleSteps,
} from '#shared/domain/forms/index.ts'
import { proposeUsername } from '#shared/domain/identity/index.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { findForm, getForm } from '#shared/domain/services/index.ts'
import type { FieldValue, FormValues } from '#shared/domain/submission/payload.ts'
import { laterStep, mayGoTo, stepAfter } from '#shared/domain/visit/index.ts'
import type { Clock } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import { inspectJpeg } from '../pictures/index.ts'
import type { StaffMember } from '../staff-auth/index.ts'
import type { Store, StoredPhoto } from '../store/index.ts'
import { consentRecords } from './consents.ts'
import type { ContactChecks } from './contact-checks.ts'
import type { Draft, StoredReading } from './draft.ts'
import { createDraftBook } from './draft-book.ts'
import { gateIssues, missingPhotos } from './gates.ts'
import { unsureFields, withReading } from './ktp-values.ts'
import { visitWarnings, type WarningContext } from './warnings.ts'

type Deps = {
  readonly store: Store
  readonly clock: Clock
  readonly audit: Audit
  readonly newId: () => string
  readonly readKtp: (frame: Uint8Array) => Promise<{ reading: StoredReading; card: StoredPhoto | null }>
  readonly contactChecks: ContactChecks
  readonly regionKnown: WarningContext['regionKnown']
  /** Reference of an earlier, living submission with this NIK, if any. */
  readonly findDuplicate: (nik: string) => string | null
  readonly onChange: (visit: VisitSnapshot | null) => void
}

type Answer<T> = Result<T, AppError>
const noVisit: AppError = { code: 'wrong-state', state: 'no-visit' }
const formError = (issues: readonly FieldIssue[]): Answer<never> => err({ code: 'form', issues: [...issues] })
const localDate = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/** The one open visit of this kiosk: every change is stored, encrypted, before it is answered. */
export function createVisits(deps: Deps) {
  const { store, clock, audit } = deps
  const book = createDraftBook(deps)
  let current: Draft | null = null
  let locked = false

  const photosOf = (draft: Draft): PhotoPurpose[] =>
    store.draftPhotos.listSizes(draft.id).map((photo) => photo.purpose)

  function snapshot(draft: Draft): VisitSnapshot {
    const form = getForm(draft.service, draft.formVersion)
    const confirmStep = form.steps.find((step) => step.screen === 'ktp-confirm')
    const nik = draft.values.nik
    return {
      id: draft.id,
      service: draft.service,
      formVersion: draft.formVersion,
      language: draft.language,
      step: draft.step,
      steps: visibleSteps(form, draft.values).map((step) => step.id),
      furthest: draft.furthest,
      values: draft.values,
      photos: Object.fromEntries(
        store.draftPhotos
          .listSizes(draft.id)
          .map(({ purpose, width, height, takenAt }) => [purpose, { width, height, takenAt }]),
      ),
      reading: readingView(draft.reading),
      unsure: confirmStep ? unsureFields(confirmStep, draft) : [],
      checks: draft.checks,
      warnings: visitWarnings(draft.values, { today: localDate(clock.now()), regionKnown: deps.regionKnown }),
      duplicate: typeof nik === 'string' ? deps.findDuplicate(nik) : null,
      startedAt: draft.startedAt,
      locked,
    }
  }

  /** Stores the changed draft and tells the renderer. */
  function keep(draft: Draft): VisitSnapshot {
    book.save(draft)
    current = draft
    const view = snapshot(draft)
    deps.onChange(view)
    return view
  }

  function forget(): void {
    current = null
    locked = false
    deps.onChange(null)
  }

  /** Enters a step: notes how long the one before took and who did it (LPSE standard 5). */
  function enter(draft: Draft, form: FormDefinition, target: string, mode: 'sendiri' | 'dibantu'): Draft {
    const now = clock.now()
    const seconds = Math.max(0, Math.round((now.getTime() - new Date(draft.stepSince).getTime()) / 1000))
    return {
      ...draft,
      step: target,
      furthest: laterStep(form, draft.furthest, target),
      stepSince: now.toISOString(),
      timings: [...draft.timings, { step: draft.step, seconds, mode }],
    }
  }

  const ownValues = (step: StepDefinition, values: FormValues): FormValues =>
    Object.fromEntries(
      visibleFields(step, values).flatMap(({ id }) => (values[id] === undefined ? [] : [[id, values[id]]])),
    )

  /** New values of a step over the old ones; what was emptied is removed. */
  function merge(step: StepDefinition, before: FormValues, own: FormValues): FormValues {
    const kept = Object.entries(before).filter(([id]) => !step.fields.some((field) => field.id === id))
    return Object.fromEntries<FieldValue>([...kept, ...Object.entries(own)])
  }

  /** A changed contact voids its code; one whose code was accepted cannot be changed here (SOP 003 step 16). */
  function afterContactChange(draft: Draft, values: FormValues): Answer<Draft> {
    const contacts = [
      { field: 'email', channel: 'email', check: 'email-code', asked: 'email-registered' },
      { field: 'hp', channel: 'phone', check: 'phone-code', asked: undefined },
      { field: 'username', channel: undefined, check: undefined, asked: 'username-free' },
    ] as const
    const next = { ...draft, values, checks: { ...draft.checks }, codes: { ...draft.codes } }
    for (const { field, channel, check, asked } of contacts) {
      if (values[field] === draft.values[field]) continue
      if (check && draft.checks[check] === 'passed') return formError([{ field, code: 'review.locked' }])
      if (check) delete next.checks[check]
      if (asked) delete next.checks[asked]
      if (channel) delete next.codes[channel]
    }
    return ok(next)
  }

  async function saveStep(input: {
    step: string
    values: FormValues
    advance: boolean
    mode?: 'sendiri' | 'dibantu' | undefined
  }): Promise<Answer<VisitSnapshot>> {
    if (!current) return err(noVisit)
    const form = getForm(current.service, current.formVersion)
    if (!mayGoTo(form, current.values, current.furthest, input.step))
      return err({ code: 'wrong-state', state: current.step })
    const step = getStep(form, input.step)
    const sent = { ...ownValues(step, current.values), ...input.values }
    const checked = input.advance
      ? checkStep(step, current.values, sent)
      : checkDraftValues(step, current.values, sent)
    if (checked.issues.length > 0) return formError(checked.issues)

    const values = withProposedUsername(merge(step, current.values, checked.values))
    const changed = afterContactChange(current, values)
    if (!changed.ok) return changed
    let draft = changed.value
    if (step.screen === 'consent' && input.advance) {
      draft = { ...draft, consents: consentRecords(values, draft.language, clock.now()) }
    }
    if (!input.advance) return ok(keep(draft))
    if (step.screen === 'contact') draft = await deps.contactChecks.check(draft)
    const issues = gateIssues(step, draft, photosOf(draft))
    if (issues.length > 0) {
      keep(draft)
      return formError(issues)
    }
    if (draft.step !== step.id) return ok(keep(draft))
    const target = draft.resumeAt ?? stepAfter(form, draft.values, step.id).id
    const mode = input.mode ?? (step.turn === 'petugas' ? 'dibantu' : 'sendiri')
    return ok(keep({ ...enter(draft, form, target, mode), resumeAt: null }))
  }

  return {
    /** How the visit stands, for the status line. */
    state: (): 'none' | 'open' | 'locked' => (current ? (locked ? 'locked' : 'open') : 'none'),
    currentDraft: () => current,
    isLocked: () => locked,
    current: (): VisitSnapshot | null => (current ? snapshot(current) : null),
    saveStep,

    start(input: { service: string; language: 'id' | 'en' }, petugas: StaffMember): Answer<VisitSnapshot> {
      if (current) return err({ code: 'wrong-state', state: 'visit-open' })
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
        consents: [],
        timings: [],
      }
      audit.record('visit.started', { staffId: petugas.id, subject: draft.id, detail: form.service })
      return ok(keep(draft))
    },

    setLanguage: (language: 'id' | 'en'): Answer<VisitSnapshot> =>
      current ? ok(keep({ ...current, language })) : err(noVisit),

    goTo(target: string): Answer<VisitSnapshot> {
      if (!current) return err(noVisit)
      const form = getForm(current.service, current.formVersion)
      if (!mayGoTo(form, current.values, current.furthest, target))
        return err({ code: 'wrong-state', state: current.step })
      return ok(keep(enter(current, form, target, 'dibantu')))
    },

    async keepPhoto(purpose: PhotoPurpose, jpeg: Uint8Array): Promise<Answer<VisitSnapshot>> {
      if (!current) return err(noVisit)
      const picture = await inspectJpeg(jpeg)
      if (!picture.ok) return formError([{ field: purpose, code: `photo.${picture.error}` }])
      const draft = current
      store.transaction(() => {
        store.draftPhotos.put(draft.id, { purpose, ...picture.value, takenAt: clock.now().toISOString() })
        if (purpose === 'ktp-frame') store.draftPhotos.drop(draft.id, 'ktp')
      })
      if (purpose !== 'ktp-frame') return ok(keep(draft))
      return ok(keep({ ...draft, reading: { kind: 'none' } }))
    },

    photo(purpose: PhotoPurpose): Answer<StoredPhoto> {
      if (!current) return err(noVisit)
      const photo = store.draftPhotos.find(current.id, purpose)
      return photo ? ok(photo) : err({ code: 'not-found', what: 'photo' })
    },

    async readKtp(): Promise<Answer<VisitSnapshot>> {
      if (!current) return err(noVisit)
      const id = current.id
      const frame = store.draftPhotos.find(id, 'ktp-frame')
      if (!frame) return err({ code: 'not-found', what: 'photo' })
      const { reading, card } = await deps.readKtp(frame.jpeg)
      // Reading takes seconds: the visit may have ended, or another photo may have been taken meanwhile.
      if (current?.id !== id || store.draftPhotos.find(id, 'ktp-frame')?.takenAt !== frame.takenAt)
        return err(noVisit)
      const form = getForm(current.service, current.formVersion)
      const step = form.steps.find((candidate) => candidate.screen === 'ktp-confirm')
      if (card) store.draftPhotos.put(id, { ...card, takenAt: frame.takenAt })
      return ok(
        keep({
          ...current,
          reading,
          values: step ? withReading(step, current.values, reading) : current.values,
        }),
      )
    },

    async checkContact(): Promise<Answer<VisitSnapshot>> {
      if (!current) return err(noVisit)
      const id = current.id
      const checked = await deps.contactChecks.check(current)
      return current?.id === id ? ok(keep({ ...current, checks: checked.checks })) : err(noVisit)
    },

    /** For answers of the central about a code: keeps the changed checks. */
    updateChecks(id: string, change: Pick<Partial<Draft>, 'checks' | 'codes'>): Answer<VisitSnapshot> {
      return current?.id === id ? ok(keep({ ...current, ...change })) : err(noVisit)
    },

    /** The last gate: the whole form, every picture, every step's own demands. */
    readyToSubmit(): Answer<{ draft: Draft; values: FormValues; photos: StoredPhoto[] }> {
      if (!current) return err(noVisit)
      const draft = current
      const form = getForm(draft.service, draft.formVersion)
      const checked = checkForm(form, draft.values)
      const photos = photosOf(draft)
      const steps = visibleSteps(form, draft.values)
      const issues = [
        ...checked.issues,
        ...steps.flatMap((step) => [...missingPhotos(step, photos), ...gateIssues(step, draft, photos)]),
      ]
      if (issues.length > 0) return formError(issues)
      return ok({
        draft,
        values: checked.values,
        photos: photos.flatMap((purpose) => store.draftPhotos.find(draft.id, purpose) ?? []),
      })
    },

    /** Called inside the submitting transaction's end: the draft became a submission. */
    submitted: forget,

    end(reason: string, staffId: string): Answer<null> {
      if (!current) return err(noVisit)
      audit.record('visit.ended', { staffId, subject: current.id, detail: reason })
      book.wipe(current.id)
      forget()
      return ok(null)
    },

    lock(staffId?: string): Answer<null> {
      if (!current) return err(noVisit)
      if (!locked) {
        book.save(current, 'locked')
        locked = true
        audit.record('visit.locked', { ...(staffId && { staffId }), subject: current.id })
        deps.onChange(null)
      }
      return ok(null)
    },

    unlock(staffId: string): Answer<VisitSnapshot | null> {
      locked = false
      if (!current) return ok(null)
      audit.record('visit.unlocked', { staffId, subject: current.id })
      return ok(keep(current))
    },

    pause(staffId: string): Answer<null> {
      if (!current) return err(noVisit)
      book.save(current, 'paused')
      audit.record('visit.paused', { staffId, subject: current.id })
      forget()
      return ok(null)
    },

    drafts: (): DraftView[] => book.list().filter((draft) => draft.id !== current?.id),

    /** Takes up an interrupted or paused visit: first the NIK, to see that it is the right person. */
    resume(id: string, petugas: StaffMember): Answer<VisitSnapshot> {
      if (current) return err({ code: 'wrong-state', state: 'visit-open' })
      const draft = book.find(id)
      if (!draft) return err({ code: 'not-found', what: 'draft' })
      audit.record('visit.resumed', { staffId: petugas.id, subject: id })
      const form = getForm(draft.service, draft.formVersion)
      const nikStep = form.steps.find((step) => step.screen === 'nik-confirm')
      const passedNik =
        nikStep && draft.values.nik !== undefined && laterStep(form, draft.step, nikStep.id) === draft.step
      if (!passedNik || draft.step === nikStep.id) return ok(keep(draft))
      return ok(
        keep({ ...draft, step: nikStep.id, resumeAt: draft.step, stepSince: clock.now().toISOString() }),
      )
    },

    wipeDraft(id: string, staffId: string): Answer<null> {
      if (!book.find(id) || id === current?.id) return err({ code: 'not-found', what: 'draft' })
      book.wipe(id)
      audit.record('visit.wiped', { staffId, subject: id, detail: 'by-petugas' })
      return ok(null)
    },

    /** Ends the lives of drafts whose time is over, the locked one on the screen included. */
    sweep(): void {
      if (book.sweep().includes(current?.id ?? '')) forget()
    },
  }
}
export type Visits = ReturnType<typeof createVisits>

function readingView(reading: StoredReading): VisitSnapshot['reading'] {
  if (reading.kind !== 'read') return reading
  const fields = Object.entries(reading.fields).map(([id, field]) => [
    id,
    {
      confidence: field.confidence,
      read: field.value,
      alternatives: field.alternatives.slice(0, 2),
      box: field.box,
    },
  ])
  return { kind: 'read', fields: Object.fromEntries(fields) }
}

/** The username is proposed from the name once; what the registrant made of it stays (interface.md S9). */
function withProposedUsername(values: FormValues): FormValues {
  if (values.username !== undefined || typeof values.nama !== 'string') return values
  const proposal = proposeUsername(values.nama)
  return proposal === '' ? values : { ...values, username: proposal }
}
