import { hkdfSync } from 'node:crypto'

const derive = (dataKey: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', dataKey, '', purpose, 32))

/** Keys the hashes by which the kiosk finds a NIK or a birth date again without keeping it. */
export const lookupKeyOf = (dataKey: Uint8Array): Uint8Array => derive(dataKey, 'lookup')

/** Encrypts the kiosk's own record in each packet (packet-record.ts). */
export const recordKeyOf = (dataKey: Uint8Array): Uint8Array => derive(dataKey, 'packet-record')
