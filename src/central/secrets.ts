import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

type Random = (bytes: number) => Uint8Array

/** Lower-case hex SHA-256. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** A random bearer secret for URLs and headers (base64url, 256 bits). */
export const randomSecret = (random: Random): string => Buffer.from(random(32)).toString('base64url')

/** Draws characters of an alphabet without bias: bytes beyond the last whole multiple are drawn again. */
function draw(random: Random, alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length)
  let text = ''
  while (text.length < length) {
    for (const byte of random(length)) {
      if (byte < limit && text.length < length) text += alphabet.charAt(byte % alphabet.length)
    }
  }
  return text
}

/** A one-time code of digits as it is sent to a phone or an e-mail address. */
export const randomDigits = (random: Random, length: number): string => draw(random, '0123456789', length)

/** Letters and digits that are not mistaken for one another when read aloud or typed. */
const READABLE = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A device's enrolment code, `XXXX-XXXX`. */
export function randomEnrolmentCode(random: Random): string {
  const text = draw(random, READABLE, 8)
  return `${text.slice(0, 4)}-${text.slice(4)}`
}

/** Keyed digest of a one-time code, bound to what it was sent for: a copied database reveals no code. */
export const codeMac = (secret: string, purpose: string, code: string): string =>
  createHmac('sha256', Buffer.from(secret, 'base64')).update(`${purpose}\n${code}`).digest('hex')

/** Compares two hex digests in constant time. */
export const sameDigest = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
