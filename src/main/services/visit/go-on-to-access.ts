import type { VisitSnapshot } from '#shared/contract/views.ts'
import { err } from '#shared/domain/result.ts'
import { aboutThePerson, accessAfterProfile, getForm } from '#shared/domain/services/index.ts'
import { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import type { Audit } from '../audit/index.ts'
import type { StaffMember } from '../staff-auth/index.ts'
import type { SubmissionRecord } from '../store/index.ts'
import type { Answer } from './desk.ts'
import type { NewVisit } from './visits.ts'

type Deps = {
  readonly audit: Audit
  readonly start: (visit: NewVisit, petugas: StaffMember) => Answer<VisitSnapshot>
}

/** Whether a request for access can follow with the data of this registration, which the kiosk keeps for a while. */
export const leadsToAccess = ({ service, state, data }: SubmissionRecord): boolean =>
  service === 'profil' && state === 'terverifikasi' && data !== null

/**
 * Begins the request for access that follows a verified profile. What is known of the person is filled in; card, consent
 * and codes are asked for anew, because it is another request and perhaps another day.
 */
export function createGoOnToAccess({ audit, start }: Deps) {
  return function goOnToAccess(
    record: SubmissionRecord,
    petugas: StaffMember,
    mayStart: () => Answer<null>,
  ): Answer<VisitSnapshot> {
    if (record.service !== 'profil' || record.state !== 'terverifikasi')
      return err({ code: 'wrong-state', state: record.state })
    if (record.data === null) return err({ code: 'not-found', what: 'working-copy' })
    const closed = mayStart()
    if (!closed.ok) return closed
    const { values, language } = SubmissionPayload.parse(JSON.parse(record.data))
    const { service, answers } = accessAfterProfile(values)
    const filledIn = aboutThePerson(getForm(service), answers, values)
    const visit = start({ service, language, answers, filledIn }, petugas)
    if (visit.ok)
      audit.record('visit.access-started', {
        staffId: petugas.id,
        subject: visit.value.id,
        detail: record.id,
      })
    return visit
  }
}
