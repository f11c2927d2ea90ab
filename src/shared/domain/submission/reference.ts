import { type Issue, issue } from '../identity/issue.ts'
import { isTooLong, tidy } from '../identity/text.ts'
import { err, ok, type Result } from '../result.ts'

/** 32 characters, five bits each; without 0 O 1 I, which are confused on paper and on the phone. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_LENGTH = 8

const withDashes = (code: string): string => `KT-${code.slice(0, 4)}-${code.slice(4)}`

/**
 * Makes the number that the registrant takes home, `KT-7F3K-92QD` (40 random bits).
 * @param random at least 8 random bytes
 * @throws RangeError when there are fewer: a bug of the caller
 */
export function makeReference(random: Uint8Array): string {
  if (random.length < CODE_LENGTH) throw new RangeError(`makeReference needs ${CODE_LENGTH} random bytes`)
  // 256 is a multiple of 32: every character is equally likely.
  const code = Array.from(random.subarray(0, CODE_LENGTH), (byte) =>
    ALPHABET.charAt(byte % ALPHABET.length),
  ).join('')
  return withDashes(code)
}

/**
 * Reads a reference as somebody types or dictates it: `kt 7f3k 92qd`, `KT7F3K92QD`, `7F3K-92QD`.
 * @returns `KT-7F3K-92QD`, or `reference.format`
 */
export function parseReference(text: string): Result<string, Issue> {
  if (isTooLong(text)) return err(issue('reference.format'))
  const plain = tidy(text).replace(/[ .-]/g, '')
  // Upper case only after the check: "ß" would become "SS".
  const match = /^(?:kt)?([2-9A-HJ-NP-Z]{8})$/i.exec(plain)
  return match ? ok(withDashes((match[1] ?? '').toUpperCase())) : err(issue('reference.format'))
}
