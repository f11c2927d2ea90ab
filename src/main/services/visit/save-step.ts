import type { VisitSnapshot } from '#shared/contract/views.ts'
import {
  checkDraftValues,
  checkStep,
  getStep,
  type StepDefinition,
  visibleSteps,
  withoutForeignUnit,
} from '#shared/domain/forms/index.ts'
import { err, ok } from '#shared/domain/result.ts'
import { CONSENTS, formOfVisit } from '#shared/domain/services/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import { stepAfter } from '#shared/domain/visit/index.ts'
import type { Clock } from '../../app/app.ts'
import { afterAccessChange } from './access-check.ts'
import type { CompanyCheck } from './company-check.ts'
import { consentRecords } from './consents.ts'
import type { ContactChecks } from './contact-checks.ts'
import { type Answer, type Desk, formError, noVisit } from './desk.ts'
import type { Draft } from './draft.ts'
import {
  afterCompanyChange,
  afterContactChange,
  enterStep,
  mayEnter,
  mergeValues,
  nextStep,
  ownValues,
  sameCompany,
  sameContact,
  withoutStaleConfirmations,
  withProposedUsername,
} from './draft-changes.ts'
import type { GateIssues } from './gates.ts'

type Deps = {
  readonly desk: Desk
  readonly clock: Clock
  readonly contactChecks: ContactChecks
  readonly companyCheck: CompanyCheck
  readonly gateIssues: GateIssues
}

type StepInput = {
  readonly step: string
  readonly values: FormValues
  readonly advance: boolean
  readonly mode?: 'sendiri' | 'dibantu' | undefined
}

/** Checks and keeps the values of one step; `advance` leaves the step when nothing stands in the way. */
export function createSaveStep({ desk, clock, contactChecks, companyCheck, gateIssues }: Deps) {
  /** Records what was agreed to when the step is left; a tick changed without leaving it voids the record. */
  function withConsents(draft: Draft, before: FormValues, step: StepDefinition, advance: boolean): Draft {
    if (step.screen !== 'consent') return draft
    if (advance) return { ...draft, consents: consentRecords(draft, clock.now()) }
    const same = [...CONSENTS.map((text) => text.field), 'caraSetuju'].every(
      (id) => before[id] === draft.values[id],
    )
    return same ? draft : { ...draft, consents: [] }
  }

  /** Asking the central takes time: what was saved, or ended, meanwhile must stand. */
  async function withContactAnswers(draft: Draft): Promise<Draft | undefined> {
    desk.keep(draft)
    const answers = await contactChecks.ask(draft)
    const now = desk.current()
    if (now?.id !== draft.id || !sameContact(now, draft)) return undefined
    return { ...now, checks: { ...now.checks, ...answers } }
  }

  /** Cek NIB when the step is left without a good answer; an answer about another company does not count. */
  async function withCompanyAnswer(draft: Draft): Promise<Draft | undefined> {
    if (draft.checks.nib === 'passed') return draft
    desk.keep(draft)
    const withAnswer = await companyCheck(draft)
    const now = desk.current()
    return now?.id === draft.id && sameCompany(now, draft) ? withAnswer(now) : undefined
  }

  /** Leaves the step when it is the present one; a step that no longer applies is left too. */
  function leave(draft: Draft, step: StepDefinition, mode: StepInput['mode']): Draft {
    const form = formOfVisit(draft)
    const by = mode ?? (step.turn === 'petugas' ? 'dibantu' : 'sendiri')
    if (draft.step === step.id) {
      const entered = enterStep(draft, form, nextStep(draft, form, step), by, clock.now())
      return step.screen === 'nik-confirm' ? { ...entered, resumeAt: null } : entered
    }
    if (visibleSteps(form, draft.values).some((candidate) => candidate.id === draft.step)) return draft
    return enterStep(draft, form, stepAfter(form, draft.values, draft.step).id, by, clock.now())
  }

  /**
   * The company is asked about before the step is checked: how it stands and its name come with the answer, and nobody
   * has to press Cek NIB first (001 steps 2–3).
   */
  async function leaveCompany(input: StepInput): Promise<Answer<VisitSnapshot>> {
    const kept = await saveValues({ ...input, advance: false })
    const draft = desk.current()
    if (!kept.ok || !draft) return kept
    const asked = await withCompanyAnswer(draft)
    if (!asked) return err(noVisit)
    desk.keep(asked)
    return saveValues(input)
  }

  async function saveValues(input: StepInput): Promise<Answer<VisitSnapshot>> {
    const before = desk.current()
    if (!before) return err(noVisit)
    const form = formOfVisit(before)
    if (!mayEnter(before, form, input.step)) return err({ code: 'wrong-state', state: before.step })
    const step = getStep(form, input.step)
    const foreign = step.fields.filter(
      (field) => (field.setBy || field.byPetugas) && field.id in input.values,
    )
    if (foreign.length > 0) return formError(foreign.map(({ id }) => ({ field: id, code: 'field.hidden' })))
    const sent = withoutForeignUnit(step, before.values, {
      ...ownValues(step, before.values),
      ...input.values,
    })
    const checked = input.advance
      ? checkStep(step, before.values, sent)
      : checkDraftValues(step, before.values, sent)
    if (checked.issues.length > 0) return formError(checked.issues)

    const merged = withProposedUsername(form, mergeValues(step, before.values, checked.values))
    const values = withoutStaleConfirmations(before.values, merged)
    const changed = afterContactChange(before, values)
    if (!changed.ok) return changed
    const still = afterAccessChange(before, afterCompanyChange(before, changed.value))
    const draft = withConsents(still, before.values, step, input.advance)
    if (!input.advance) return ok(desk.keep(draft))

    const asked = step.screen === 'contact' ? await withContactAnswers(draft) : draft
    if (!asked) return err(noVisit)
    const issues = gateIssues(step, asked, desk.photosOf(asked))
    if (issues.length > 0) {
      desk.keep(asked)
      return formError(issues)
    }
    return ok(desk.keep(leave(asked, step, input.mode)))
  }

  return async function saveStep(input: StepInput): Promise<Answer<VisitSnapshot>> {
    const draft = desk.current()
    if (!draft) return err(noVisit)
    const step = formOfVisit(draft).steps.find((candidate) => candidate.id === input.step)
    return input.advance && step?.screen === 'company' ? leaveCompany(input) : saveValues(input)
  }
}
