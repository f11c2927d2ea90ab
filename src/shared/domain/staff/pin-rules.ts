/** The PIN every demo starts with; it opens nothing outside demo mode. */
export const DEMO_PIN = '121212'

/** PINs that protect nothing: refused outside demo mode when a PIN is set. */
export function isWeakPin(pin: string): boolean {
  return (
    pin === DEMO_PIN || /^(\d)\1{5}$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin)
  )
}
