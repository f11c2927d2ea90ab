import {
  type FormDefinition,
  type StepDefinition,
  visibleFields,
  visibleSteps,
} from '#shared/domain/forms/index.ts'
import { proposeUsername } from '#shared/domain/identity/index.ts'
import { ok } from '#shared/domain/result.ts'
import { formOfVisit, OFFICE_EMAIL_FIELD } from '#shared/domain/services/index.ts'
import type { FieldValue, FormValues, StepTiming } from '#shared/domain/submission/payload.ts'
import { laterStep, mayGoTo, stepAfter } from '#shared/domain/visit/index.ts'
import { type Answer, formError } from './desk.ts'
import type { Draft } from './draft.ts'

/** The times of a visit with the step that is open now: how long it has been so far and who does it (LPSE standard 5). */
export function timingsUntil(draft: Draft, now: Date, mode?: StepTiming['mode']): StepTiming[] {
  const seconds = Math.max(0, Math.round((now.getTime() - Date.parse(draft.stepSince)) / 1000))
  const turn = formOfVisit(draft).steps.find((step) => step.id === draft.step)?.turn
  const by = mode ?? (turn === 'petugas' ? 'dibantu' : 'sendiri')
  return [...draft.timings, { step: draft.step, seconds, mode: by }]
}

/** The clock of the open step stops: the screen is locked, or the visit put aside. */
export const withStoppedClock = (draft: Draft, now: Date): Draft => ({
  ...draft,
  timings: timingsUntil(draft, now),
  stepSince: now.toISOString(),
})

/** Enters a step: notes how long the one before took and who did it. */
export function enterStep(
  draft: Draft,
  form: FormDefinition,
  target: string,
  mode: 'sendiri' | 'dibantu',
  now: Date,
): Draft {
  return {
    ...draft,
    step: target,
    furthest: laterStep(form, draft.furthest, target),
    stepSince: now.toISOString(),
    timings: timingsUntil(draft, now, mode),
  }
}

/** The step that shows the NIK for confirmation, if the form has one. */
export const nikStepOf = (form: FormDefinition): StepDefinition | undefined =>
  form.steps.find((step) => step.screen === 'nik-confirm')

/** Whether the visit may go to a step: never past the furthest, and past the NIK only when the person showed to be the right one. */
export function mayEnter(draft: Draft, form: FormDefinition, target: string): boolean {
  const limit = draft.resumeAt === null ? draft.furthest : (nikStepOf(form)?.id ?? draft.furthest)
  return mayGoTo(form, draft.values, limit, target)
}

/** Where the visit goes on after a step: an interrupted one where it was left, once the NIK is confirmed. */
export function nextStep(draft: Draft, form: FormDefinition, step: StepDefinition): string {
  const resumes = step.screen === 'nik-confirm' && draft.resumeAt !== null
  // A correction in which everything may be changed goes on with the person, not with the next empty page.
  const confirms = nikStepOf(form)
  if (step.screen === 'consent' && draft.resumeAt !== null && confirms) return confirms.id
  const shown = visibleSteps(form, draft.values).some((candidate) => candidate.id === draft.resumeAt)
  if (resumes && shown && draft.resumeAt !== null) return draft.resumeAt
  return stepAfter(form, draft.values, step.id).id
}

/** The values that belong to a step's visible fields. */
export const ownValues = (step: StepDefinition, values: FormValues): FormValues =>
  Object.fromEntries(
    visibleFields(step, values).flatMap(({ id }) => (values[id] === undefined ? [] : [[id, values[id]]])),
  )

/** New values of a step over the old ones; what was emptied is removed. */
export function mergeValues(step: StepDefinition, before: FormValues, own: FormValues): FormValues {
  const kept = Object.entries(before).filter(([id]) => !step.fields.some((field) => field.id === id))
  return Object.fromEntries<FieldValue>([...kept, ...Object.entries(own)])
}

/**
 * The username is proposed from the name once, where this visit asks for one; what the registrant made of it stays
 * (interface.md S9).
 */
export function withProposedUsername(form: FormDefinition, values: FormValues): FormValues {
  if (values.username !== undefined || typeof values.nama !== 'string') return values
  const asks = visibleSteps(form, values).some((step) => step.fields.some(({ type }) => type === 'username'))
  if (!asks) return values
  const proposal = proposeUsername(values.nama)
  return proposal === '' ? values : { ...values, username: proposal }
}

/** A confirmation holds for what was shown: another NIK is confirmed anew, and any change is reviewed anew. */
export function withoutStaleConfirmations(before: FormValues, after: FormValues): FormValues {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)])
  const changed = [...ids].filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]))
  const stale = new Set<string>()
  if (changed.includes('nik')) stale.add('nikBenar')
  if (changed.some((id) => id !== 'sudahDitinjau')) stale.add('sudahDitinjau')
  return Object.fromEntries(Object.entries(after).filter(([id]) => !stale.has(id)))
}

/** A changed contact voids its code; one whose code was accepted cannot be changed here (SOP 003 step 16). */
export function afterContactChange(draft: Draft, values: FormValues): Answer<Draft> {
  const contacts = [
    { field: 'email', channel: 'email', check: 'email-code', asked: 'email-registered' },
    { field: 'hp', channel: 'phone', check: 'phone-code', asked: undefined },
    { field: 'username', channel: undefined, check: undefined, asked: 'username-free' },
  ] as const
  const next = {
    ...draft,
    values: withoutStaleReason(draft.values, values),
    checks: { ...draft.checks },
    codes: { ...draft.codes },
  }
  for (const { field, channel, check, asked } of contacts) {
    if (values[field] === draft.values[field]) continue
    if (check && draft.checks[check] === 'passed') return formError([{ field, code: 'review.locked' }])
    if (check) delete next.checks[check]
    if (asked) delete next.checks[asked]
    if (channel) delete next.codes[channel]
  }
  return ok(next)
}

/** What a petugas let pass was one address: another one is judged anew. */
function withoutStaleReason(before: FormValues, after: FormValues): FormValues {
  if (before.email === after.email) return after
  const { [OFFICE_EMAIL_FIELD]: _, ...values } = after
  return values
}

/** Whether two states of a visit name the same address and username: an answer about one holds for the other. */
export const sameContact = (a: Draft, b: Draft): boolean =>
  a.values.email === b.values.email && a.values.username === b.values.username

const COMPANY_FIELDS = ['nib', 'nik', 'tipePenyedia'] as const

/** Whether two states of a visit ask the same about the same company. */
export const sameCompany = (a: Draft, b: Draft): boolean =>
  COMPANY_FIELDS.every((field) => a.values[field] === b.values[field])

/** The answer of Cek NIB holds for the NIB, person and type it was asked about. */
export function afterCompanyChange(before: Draft, after: Draft): Draft {
  if (sameCompany(before, after)) return after
  const { nib: answered, ...checks } = after.checks
  const { hasilNib: _, ...values } = after.values
  // These came with the answer: another company has its own.
  if (answered === 'passed')
    for (const field of ['namaPerusahaan', 'statusPerusahaan'])
      if (after.values[field] === before.values[field]) delete values[field]
  return { ...after, checks, values }
}
