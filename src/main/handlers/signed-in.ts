import type { StaffAuth, StaffMember } from '../services/staff-auth/index.ts'

/** The petugas of the shift; dispatch has already refused calls without one. */
export function signedIn(staff: StaffAuth): StaffMember {
  const member = staff.session()
  if (!member) throw new Error('called without a shift')
  return member
}
