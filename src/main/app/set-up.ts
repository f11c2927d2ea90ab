import type { ParsedInput } from '#shared/contract/contract.ts'
import type { AppError } from '#shared/domain/errors.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { DEMO_PIN, isWeakPin } from '#shared/domain/staff/staff.ts'
import type { Audit } from '../services/audit/index.ts'
import type { Enrolments } from '../services/enrolment/index.ts'
import type { StaffAuth } from '../services/staff-auth/index.ts'
import type { Store } from '../services/store/index.ts'
import type { DemoCentral } from './app.ts'
import { OFFICE_SETTING } from './kiosk-status.ts'

type Deps = {
  readonly store: Store
  readonly staff: StaffAuth
  readonly enrolment: Enrolments
  readonly audit: Audit
}

/** First run: the connection (if there is one yet), the office, the first admin. Possible once. */
export function createSetUp({ store, staff, enrolment, audit }: Deps) {
  return async function setUp(input: ParsedInput<'app.setUp'>): Promise<Result<null, AppError>> {
    if (staff.list().length > 0) return err({ code: 'wrong-state', state: 'already-set-up' })
    if (isWeakPin(input.admin.pin)) return err({ code: 'form', issues: [{ field: 'pin', code: 'pin.weak' }] })
    if (input.central) {
      const { url, enrolmentCode, connection } = input.central
      const reached = connection ? enrolment.setConnection(connection) : ok(null)
      if (!reached.ok) return reached
      const enrolled = await enrolment.enrol({ url, enrolmentCode, deviceName: input.deviceName })
      if (!enrolled.ok) return enrolled
    }
    store.settings.set(OFFICE_SETTING, input.office)
    const admin = await staff.add(input.admin.name, 'admin', input.admin.pin)
    if (!admin.ok) return admin
    audit.record('kiosk.set-up', { staffId: admin.value.id })
    return ok(null)
  }
}

/** A demo sets itself up: an office, a petugas with the demo PIN, and the embedded central. */
export async function setUpDemo({ store, staff, enrolment }: Deps, demo: DemoCentral): Promise<void> {
  if (staff.list().length === 0) {
    store.settings.set(OFFICE_SETTING, { code: 'CONTOH', name: 'LPSE Contoh' })
    await staff.add('Petugas Contoh', 'admin', DEMO_PIN)
  }
  if (!enrolment.current()) {
    await enrolment.enrol({
      url: demo.centralUrl,
      enrolmentCode: demo.enrolmentCode,
      deviceName: 'Kios contoh',
    })
  }
}
