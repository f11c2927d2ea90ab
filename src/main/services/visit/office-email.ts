import type { VisitSnapshot } from '#shared/contract/views.ts'
import { emailWarnings } from '#shared/domain/identity/index.ts'
import { err } from '#shared/domain/result.ts'
import { formOfVisit, OFFICE_EMAIL_FIELD, type OfficeEmailReason } from '#shared/domain/services/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import type { Audit } from '../audit/index.ts'
import type { StaffMember } from '../staff-auth/index.ts'
import { type Answer, type Desk, noVisit } from './desk.ts'
import { withoutStaleConfirmations } from './draft-changes.ts'

/** Whether the e-mail looks like an office's: an account is lost with it when its owner moves (004). */
export const hasOfficeEmail = (values: FormValues): boolean =>
  typeof values.email === 'string' &&
  emailWarnings(values.email).some((warning) => warning.code === 'email.office')

/** The petugas' word that an office address is taken all the same; the PIN was checked before. */
export function createOfficeEmail({ desk, audit }: { readonly desk: Desk; readonly audit: Audit }) {
  return {
    allowOfficeEmail(reason: OfficeEmailReason, petugas: StaffMember): Answer<VisitSnapshot> {
      const draft = desk.current()
      if (!draft) return err(noVisit)
      const asked = formOfVisit(draft).steps.some((step) =>
        step.fields.some((field) => field.id === OFFICE_EMAIL_FIELD),
      )
      if (!asked || !hasOfficeEmail(draft.values)) return err({ code: 'wrong-state', state: draft.step })
      const values = { ...draft.values, [OFFICE_EMAIL_FIELD]: reason }
      return desk.update(
        draft.id,
        (now) => ({ ...now, values: withoutStaleConfirmations(now.values, values) }),
        () =>
          audit.record('visit.email-overridden', { staffId: petugas.id, subject: draft.id, detail: reason }),
      )
    },
  }
}
