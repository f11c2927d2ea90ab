import type { AppError } from '#shared/domain/errors.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import { isWeakPin, PIN_LIMITS, type StaffRole } from '#shared/domain/staff/staff.ts'
import type { Clock } from '../../app/app.ts'
import type { Audit } from '../audit/index.ts'
import type { StaffRow, Store } from '../store/index.ts'
import { hashPin, pinMatches } from './pin-hash.ts'

const SALT_BYTES = 16

/** Who is signed in. */
export type StaffMember = { readonly id: string; readonly name: string; readonly role: StaffRole }

type Deps = {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
  readonly newId: () => string
  readonly random: (bytes: number) => Uint8Array
  readonly demo: boolean
}

const memberOf = ({ id, name, role }: StaffRow): StaffMember => ({ id, name, role })

/** Staff, their PINs and the shift. The session lives in memory alone: a restart asks for the PIN again. */
export function createStaffAuth({ store, audit, clock, newId, random, demo }: Deps) {
  let session: StaffMember | null = null

  const lockFrom = (now: Date): string =>
    new Date(now.getTime() + PIN_LIMITS.lockMinutes * 60_000).toISOString()

  /**
   * Until when a member is locked; null when not. A lock that ends later than any may was set while the computer's clock was
   * ahead: it begins anew, or a wrong clock would lock somebody out for years.
   */
  function lockOf(row: StaffRow, now: Date): string | null {
    if (!row.lockedUntil || new Date(row.lockedUntil) <= now) return null
    const longest = lockFrom(now)
    if (row.lockedUntil <= longest) return row.lockedUntil
    store.staff.setTries(row.id, row.failedTries, longest)
    return longest
  }

  /** Checks a PIN, counts wrong ones, locks after five for 15 minutes (interface.md §2). */
  async function checkPin(staffId: string, pin: string): Promise<Result<StaffMember, AppError>> {
    const row = store.staff.find(staffId)
    if (!row) return err({ code: 'not-found', what: 'staff' })
    const now = clock.now()
    const until = lockOf(row, now)
    if (until) return err({ code: 'pin-locked', until })
    // Counted before the slow check, so that a crash or parallel guesses never give a free try.
    const tries = (row.lockedUntil ? 0 : row.failedTries) + 1
    const lockedUntil = tries >= PIN_LIMITS.tries ? lockFrom(now) : null
    store.staff.setTries(row.id, tries, lockedUntil)
    if (await pinMatches(pin, row.pinSalt, row.pinHash)) {
      store.staff.setTries(row.id, 0, null)
      return ok(memberOf(row))
    }
    audit.record(lockedUntil ? 'staff.pin-locked' : 'staff.pin-wrong', { staffId: row.id })
    return err(
      lockedUntil
        ? { code: 'pin-locked', until: lockedUntil }
        : { code: 'pin-wrong', triesLeft: PIN_LIMITS.tries - tries },
    )
  }

  const refuseWeak = (pin: string): Result<null, AppError> =>
    !demo && isWeakPin(pin) ? err({ code: 'form', issues: [{ field: 'pin', code: 'pin.weak' }] }) : ok(null)

  return {
    session: () => session,
    list: (): StaffMember[] => store.staff.list().map(memberOf),
    /** Who may open the shift, and until when a PIN is locked. */
    choices: (): (StaffMember & { lockedUntil: string | null })[] =>
      store.staff.list().map((row) => {
        const locked = row.lockedUntil !== null && new Date(row.lockedUntil) > clock.now()
        return { ...memberOf(row), lockedUntil: locked ? row.lockedUntil : null }
      }),
    checkPin,
    async signIn(staffId: string, pin: string): Promise<Result<StaffMember, AppError>> {
      const member = await checkPin(staffId, pin)
      if (!member.ok) return member
      audit.record('staff.signed-in', { staffId })
      session = member.value
      return member
    },
    signOut(): void {
      const left = session
      // First of all the shift is over, also when the disk is full.
      session = null
      if (left) audit.record('staff.signed-out', { staffId: left.id })
    },
    async add(name: string, role: StaffRole, pin: string): Promise<Result<StaffMember, AppError>> {
      const weak = refuseWeak(pin)
      if (!weak.ok) return weak
      const salt = random(SALT_BYTES)
      const row = { id: newId(), name, role, pinSalt: salt, pinHash: await hashPin(pin, salt) }
      store.staff.add(row)
      audit.record('staff.added', { ...(session && { staffId: session.id }), subject: row.id, detail: role })
      return ok({ id: row.id, name, role })
    },
    async resetPin(staffId: string, pin: string): Promise<Result<null, AppError>> {
      const weak = refuseWeak(pin)
      if (!weak.ok) return weak
      if (!store.staff.find(staffId)) return err({ code: 'not-found', what: 'staff' })
      const salt = random(SALT_BYTES)
      store.staff.setPin(staffId, salt, await hashPin(pin, salt))
      audit.record('staff.pin-reset', { ...(session && { staffId: session.id }), subject: staffId })
      return ok(null)
    },
  }
}
export type StaffAuth = ReturnType<typeof createStaffAuth>
