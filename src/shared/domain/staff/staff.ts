import { z } from 'zod'

/** `petugas` helps registrants; `admin` also sets the kiosk up, manages PINs and reads reports. */
export const StaffRole = z.enum(['petugas', 'admin'])
export type StaffRole = z.infer<typeof StaffRole>

/** A PIN: exactly six digits (interface.md §2). */
export const Pin = z.string().regex(/^\d{6}$/)

/** Wrong PINs allowed before the lock, and how long the lock lasts. */
export const PIN_LIMITS = { tries: 5, lockMinutes: 15 } as const

/** The PIN every demo starts with; it opens nothing outside demo mode. */
export const DEMO_PIN = '121212'

/** PINs that protect nothing: refused outside demo mode when a PIN is set. */
export function isWeakPin(pin: string): boolean {
  return (
    pin === DEMO_PIN || /^(\d)\1{5}$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin)
  )
}
