import { ok } from '#shared/domain/result.ts'
import type { Handlers } from '../app/dispatch.ts'
import type { Services } from '../app/services.ts'

type StaffCalls = Extract<keyof Handlers, `staff.${string}`>

/** PINs and shifts. */
export const staffHandlers = ({ staff, visits }: Services): Pick<Handlers, StaffCalls> => ({
  'staff.choices': () => ok(staff.choices()),
  'staff.signIn': ({ staffId, pin }) => staff.signIn(staffId, pin),
  'staff.signOut': () => {
    // The next petugas finds the visit locked, not lost.
    try {
      visits.lock(staff.session()?.id)
    } finally {
      // Also when the disk is full and nothing could be noted.
      staff.signOut()
    }
    return ok({})
  },
  'staff.add': ({ name, role, pin }) => staff.add(name, role, pin),
  'staff.resetPin': async ({ staffId, pin }) => {
    const reset = await staff.resetPin(staffId, pin)
    return reset.ok ? ok({}) : reset
  },
})
