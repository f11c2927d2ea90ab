import { z } from 'zod'

/** `petugas` helps registrants; `admin` also sets the kiosk up, manages PINs and reads reports. */
export const StaffRole = z.enum(['petugas', 'admin'])
export type StaffRole = z.infer<typeof StaffRole>

/** A PIN: exactly six digits (interface.md §2). */
export const Pin = z.string().regex(/^\d{6}$/)

/** Wrong PINs allowed before the lock, and how long the lock lasts. */
export const PIN_LIMITS = { tries: 5, lockMinutes: 15 } as const

export { DEMO_PIN, isWeakPin } from './pin-rules.ts'
