import type { AppError } from '#shared/domain/errors.ts'
import { err, type Result } from '#shared/domain/result.ts'
import type { Audit } from '../services/audit/index.ts'
import type { Enrolments } from '../services/enrolment/index.ts'
import type { Submit } from '../services/queue/index.ts'
import type { Store, SubmissionRecord } from '../services/store/index.ts'
import type { Visits } from '../services/visit/index.ts'
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
