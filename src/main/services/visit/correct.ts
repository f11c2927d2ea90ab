import type { VisitSnapshot } from '#shared/contract/views.ts'
import { type FormDefinition, visibleFields, visibleSteps } from '#shared/domain/forms/index.ts'
import { err, ok } from '#shared/domain/result.ts'
import { CONSENTS, consentTexts, findForm, formOfVisit } from '#shared/domain/services/index.ts'
import {
  CHECKED_FIELD,
  type Correction,
  followingParts,
  isMendable,
  knownParts,
  type NamedParts,
  takenAs,
} from '#shared/domain/submission/corrections.ts'
import { CheckId, type FormValues, SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { DEFAULT_KEEP_DAYS, type KeepDays } from '#shared/domain/submission/retention.ts'
import type { Clock } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import { SubmissionSummary } from '../queue/index.ts'
import type { StaffMember } from '../staff-auth/index.ts'
import type { Store, SubmissionRecord } from '../store/index.ts'
import { isConsentedTo } from './consents.ts'
import type { Answer, Desk } from './desk.ts'
import type { Draft } from './draft.ts'
import type { DraftBook } from './draft-book.ts'
import { nikStepOf } from './draft-changes.ts'

type Deps = {
  readonly store: Store
  readonly clock: Clock
  readonly audit: Audit
  readonly newId: () => string
  readonly desk: Desk
  readonly book: DraftBook
  /** What consent screens promise from now on. */
  readonly keepDays: () => KeepDays
}

/** What is corrected: the submission, why it needs attention if it does, and what the central named. */
export type Correctable = {
  readonly record: SubmissionRecord
  readonly reason: string | null
  readonly named: NamedParts
}

/** Ticks and confirmations that hold for one visit alone. */
const OF_ONE_VISIT = ['nikBenar', 'sudahDitinjau'] as const

/**
 * Opens a new version of a submission that can be mended: everything is there from the kiosk's working copy, and only
 * what was named is asked again. It has an id of its own; the old one stays as it is until this one is sent.
 */
export function createCorrect({ store, clock, audit, newId, desk, book, keepDays }: Deps) {
  return function correct(
    { record, reason, named }: Correctable,
    petugas: StaffMember,
    mayStart: () => Answer<null>,
  ): Answer<VisitSnapshot> {
    if (desk.current()) return err({ code: 'wrong-state', state: 'visit-open' })
    if (!isMendable(record.state, reason, record.exportedAt !== null))
      return err({ code: 'wrong-state', state: record.state })
    if (record.correctedBy !== null || book.findCorrectionOf(record.id))
      return err({ code: 'wrong-state', state: 'already-corrected' })
    if (record.data === null) return err({ code: 'not-found', what: 'working-copy' })
    const payload = SubmissionPayload.parse(JSON.parse(record.data))
    const form = findForm(payload.service, payload.formVersion)
    if (!form) return err({ code: 'not-found', what: 'service' })
    const closed = mayStart()
    if (!closed.ok) return closed

    const parts = knownParts(form, named)
    const promised = SubmissionSummary.parse(JSON.parse(record.summary)).keepDays ?? DEFAULT_KEEP_DAYS
    const asked = visibleSteps(form, payload.values)
      .filter((step) => step.screen === 'consent')
      .flatMap((step) => visibleFields(step, payload.values))
    const consent = consentTexts({ ...payload, keepDays: promised })
      .filter((text) => asked.some((field) => field.id === text.field))
      .some((text) => !isConsentedTo(text, payload.consents))
    const following = followingParts(form, parts.fields, {
      fields: Object.keys(payload.values),
      documents: store.submissionDocuments.list(record.id).map(({ kind }) => kind),
    })
    const correction: Correction = {
      of: record.id,
      reference: record.reference,
      ...parts,
      following,
      consent,
    }
    const draft = draftOf(payload, correction, {
      id: newId(),
      petugas,
      now: clock.now().toISOString(),
      // What was promised is kept; a consent given anew hears the present promise.
      keepDays: consent ? keepDays() : promised,
    })
    audit.record('visit.correction-started', { staffId: petugas.id, subject: draft.id, detail: record.id })
    const takeOver = (): void => {
      // What has to be given again must not be sent again: a named picture or document stays behind.
      for (const { purpose } of store.submissionPhotos.listSizes(record.id)) {
        const isNamed = parts.photos.includes(takenAs(purpose))
        const photo = isNamed ? undefined : store.submissionPhotos.find(record.id, purpose)
        if (photo) store.draftPhotos.put(draft.id, photo)
      }
      for (const { kind } of store.submissionDocuments.list(record.id)) {
        const document = parts.fields.includes(kind)
          ? undefined
          : store.submissionDocuments.find(record.id, kind)
        if (document) store.draftDocuments.put(draft.id, document)
      }
    }
    return ok(desk.keep(draft, takeOver))
  }
}

function draftOf(
  payload: SubmissionPayload,
  correction: Correction,
  { id, petugas, now, keepDays }: { id: string; petugas: StaffMember; now: string; keepDays: KeepDays },
): Draft {
  const { service, formVersion, language } = payload
  const form = formOfVisit({ service, formVersion, correction })
  const first = form.steps[0]
  const last = form.steps.at(-1)
  const confirms = nikStepOf(form)
  if (!first || !last) throw new Error(`a correction of ${service} shows no step`)
  const isOpen = correction.fields.length === 0 && correction.photos.length === 0
  // An account alone asks for no NIK: there it begins at its first step.
  const start = correction.consent ? first : (confirms ?? first)
  return {
    id,
    service,
    formVersion,
    language,
    petugas: { id: petugas.id, name: petugas.name },
    startedAt: now,
    // Nothing named: the registrant confirms the NIK and is at the review, from where everything can be changed.
    step: isOpen ? start.id : first.id,
    furthest: isOpen ? last.id : first.id,
    resumeAt: isOpen && confirms ? last.id : null,
    stepSince: now,
    values: keptValues(payload.values, correction, form),
    reading: { kind: 'none' },
    checks: Object.fromEntries(
      Object.entries(payload.checks).filter(
        ([check]) => !correction.fields.includes(CHECKED_FIELD[CheckId.parse(check)]),
      ),
    ),
    codes: {},
    accesses: null,
    keepDays,
    consents: correction.consent ? [] : payload.consents,
    timings: [],
    // Those of pictures that are taken again are decided again.
    photoOverrides: (payload.photoOverrides ?? []).filter(
      ({ purpose }) => !correction.photos.includes(takenAs(purpose)),
    ),
    correction,
  }
}

/** What is not asked again; named fields keep their old value to be corrected, but count as unchecked. */
function keptValues(
  values: FormValues,
  { fields, photos, consent }: Correction,
  form: FormDefinition,
): FormValues {
  const dropped = new Set<string>(OF_ONE_VISIT)
  // An answer of the central about what is given again is asked for again.
  for (const { id, setBy } of form.steps.flatMap((step) => step.fields))
    if (setBy !== undefined && fields.includes(CHECKED_FIELD[setBy])) dropped.add(id)
  if (consent) for (const id of ['caraSetuju', ...CONSENTS.map((text) => text.field)]) dropped.add(id)
  if (photos.includes('swafoto')) dropped.add('tanpaKacamataMasker')
  if (photos.includes('ktp-frame')) dropped.add('ketikSendiri')
  const kept = Object.entries(values).filter(([id]) => !dropped.has(id))
  return Object.fromEntries(
    kept.map(([id, value]) => [
      id,
      id === 'sudahDicek' && Array.isArray(value) ? value.filter((field) => !fields.includes(field)) : value,
    ]),
  )
}
