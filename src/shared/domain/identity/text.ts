import { err, ok, type Result } from '../result.ts'
import { type Issue, issue } from './issue.ts'

/** Nothing that a person types into an identifier field is longer; longer text is refused unread. */
const LONGEST = 400

/** True for text so long that it cannot be an identifier (a pasted page, a stuck key). */
export const isTooLong = (text: string): boolean => text.length > LONGEST

/** Full-width forms (Unicode FF01–FF5E) lie exactly this far above their ASCII counterparts. */
const FULL_WIDTH_OFFSET = 0xfee0

/**
 * Invisible characters that phones, chat programs and PDFs leave around pasted numbers. Marks that turn the
 * writing direction to right-to-left are kept here, so that the parsers refuse them: they can make a value
 * look like another one.
 */
const STRAY = /(?![\u061c\u200f\u202b\u202e\u2067])(?:\p{Cc}|\p{Cf}|\p{Variation_Selector}|\u034f)/gu

/**
 * Brings typed, scanned or pasted text into one notation: full-width forms to ASCII, every kind of space to
 * one space, every kind of dash to `-`, stray invisible characters removed. Letters and digits of other scripts
 * stay and are left for the parser to refuse.
 */
export function tidy(text: string): string {
  return (
    text
      .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
      // The byte order mark counts as a space in JavaScript: it goes before spaces are looked at.
      .replace(/\ufeff/g, '')
      .replace(/\s+/g, ' ')
      .replace(STRAY, '')
      .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, '-')
      .normalize('NFC')
      .replace(/ {2,}/g, ' ')
      .trim()
  )
}

/** Typographic apostrophes, accents and backticks, as found in names, to `'`. */
export const plainApostrophes = (text: string): string =>
  text.replace(/[\u2018\u2019\u02bc\u02b9\u2032\u00b4`]/g, "'")

/**
 * Reads a number in any usual notation: spaces, dots and dashes between the digits, the identifier's own name
 * in front (`NIP. 19670817 199003 1 001`).
 * @param label the identifier's name, first part of its message keys
 * @param lengths how many digits there may be
 * @returns the digits, `….characters` (something other than digits, often the letter O for a zero) or `….length {n}`
 */
export function readDigits(
  text: string,
  label: 'nik' | 'nip' | 'npwp' | 'nib',
  ...lengths: readonly number[]
): Result<string, Issue> {
  if (isTooLong(text)) return err(issue(`${label}.length`, { n: text.length }))
  const tidied = tidy(text).toLowerCase()
  const body = tidied.startsWith(label) ? tidied.slice(label.length).replace(/^[ .:]+/, '') : tidied
  const digits = body.replace(/[ .-]/g, '')
  if (!/^[0-9]*$/.test(digits)) return err(issue(`${label}.characters`))
  return lengths.includes(digits.length) ? ok(digits) : err(issue(`${label}.length`, { n: digits.length }))
}
