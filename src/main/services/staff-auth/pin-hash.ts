import { scrypt, timingSafeEqual } from 'node:crypto'

// OWASP Password Storage: scrypt N=2^17, r=8, p=1 needs 128 MiB; a kiosk with OCR loaded gets half of that
// (N=2^16, r=8, p=2 is the equivalent listed there). Six digits are only as safe as the lock-out anyway.
const COST = { N: 2 ** 16, r: 8, p: 2, maxmem: 128 * 1024 * 1024 }
const HASH_BYTES = 32

/** The salted scrypt hash (RFC 7914) of a PIN, 32 bytes. */
export function hashPin(pin: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, COST, (error, hash) => (error ? reject(error) : resolve(hash)))
  })
}

/** Whether a PIN has this hash, in constant time. */
export async function pinMatches(pin: string, salt: Uint8Array, hash: Uint8Array): Promise<boolean> {
  return timingSafeEqual(await hashPin(pin, salt), hash)
}
