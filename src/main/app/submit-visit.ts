import type { AppError } from '#shared/domain/errors.ts'
import { err, type Result } from '#shared/domain/result.ts'
import { formOfVisit } from '#shared/domain/services/index.ts'
import type { Audit } from '../services/audit/index.ts'
import type { Enrolments } from '../services/enrolment/index.ts'
import type { Submit } from '../services/queue/index.ts'
import { KTP_CHECKED } from '../services/reading-report/index.ts'
import type { Store, SubmissionRecord } from '../services/store/index.ts'
import { correctedFields, type Draft, type Visits } from '../services/visit/index.ts'
import { OFFICE_SETTING, Office } from './kiosk-status.ts'

type Deps = {
  readonly store: Store
  readonly visits: Visits
  readonly enrolment: Enrolments
  readonly audit: Audit
  readonly submit: Submit
  /** Told the id of every new submission. */
  readonly onSubmitted: (id: string) => void
}

/** Turns the open visit into a submission; a double press gives one submission and the same receipt twice. */
export function createSubmitVisit({ store, visits, enrolment, audit, submit, onSubmitted }: Deps) {
  /** Which fields of a read card were changed by hand, for the reports: names, never values. */
  function noteCorrections(draft: Draft): void {
    const step = formOfVisit(draft).steps.find((candidate) => candidate.screen === 'ktp-confirm')
    if (!step || draft.reading.kind !== 'read') return
    audit.record(KTP_CHECKED, { subject: draft.id, detail: correctedFields(step, draft).join(',') })
  }

  async function submitNow(): Promise<Result<SubmissionRecord, AppError>> {
    const ready = visits.readyToSubmit()
    if (!ready.ok) return ready
    const enrolled = enrolment.current()
    const office = store.settings.find(OFFICE_SETTING, Office)
    if (!enrolled || !office) return err({ code: 'intake-stopped', reason: 'not-set-up' })
    const { draft } = ready.value
    const to = { recipients: enrolled.recipients, limits: enrolled.limits, office }
    const submitted = await submit(ready.value, to, () => visits.currentDraft() === draft)
    if (!submitted.ok) return submitted
    audit.record('visit.submitted', { staffId: draft.petugas.id, subject: draft.id })
    noteCorrections(draft)
    visits.submitted()
    onSubmitted(draft.id)
    return submitted
  }

  let submitting: Promise<Result<SubmissionRecord, AppError>> | null = null
  return (): Promise<Result<SubmissionRecord, AppError>> => {
    submitting ??= submitNow().finally(() => {
      submitting = null
    })
    return submitting
  }
}
