import type Database from 'better-sqlite3'
import type { StaffRole } from '#shared/domain/staff/staff.ts'

/** A member of staff as stored; the PIN only as a salted scrypt hash. */
export type StaffRow = {
  readonly id: string
  readonly name: string
  readonly role: StaffRole
  readonly pinSalt: Uint8Array
  readonly pinHash: Uint8Array
  readonly failedTries: number
  readonly lockedUntil: string | null
}

const COLUMNS =
  'id, name, role, pin_salt AS pinSalt, pin_hash AS pinHash, failed_tries AS failedTries, locked_until AS lockedUntil'

/** Staff of this kiosk. */
export function createStaffRepository(db: Database.Database) {
  const all = db.prepare<[], StaffRow>(`SELECT ${COLUMNS} FROM staff ORDER BY name, id`)
  const one = db.prepare<[string], StaffRow>(`SELECT ${COLUMNS} FROM staff WHERE id = ?`)
  const insert = db.prepare(
    'INSERT INTO staff (id, name, role, pin_salt, pin_hash) VALUES (@id, @name, @role, @pinSalt, @pinHash)',
  )
  const tries = db.prepare('UPDATE staff SET failed_tries = ?, locked_until = ? WHERE id = ?')
  const pin = db.prepare(
    'UPDATE staff SET pin_salt = ?, pin_hash = ?, failed_tries = 0, locked_until = NULL WHERE id = ?',
  )
  return {
    list: () => all.all(),
    find: (id: string) => one.get(id),
    add(row: Omit<StaffRow, 'failedTries' | 'lockedUntil'>): void {
      insert.run({ ...row, pinSalt: Buffer.from(row.pinSalt), pinHash: Buffer.from(row.pinHash) })
    },
    setTries(id: string, failedTries: number, lockedUntil: string | null): void {
      tries.run(failedTries, lockedUntil, id)
    },
    setPin(id: string, salt: Uint8Array, hash: Uint8Array): void {
      pin.run(Buffer.from(salt), Buffer.from(hash), id)
    },
  }
}
export type StaffRepository = ReturnType<typeof createStaffRepository>
