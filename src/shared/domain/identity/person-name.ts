import { err, ok, type Result } from '../result.ts'
import { type Issue, issue } from './issue.ts'
import { isTooLong, plainApostrophes, tidy } from './text.ts'

const LONGEST = 100

/**
 * Reads a name as on the KTP: one field, 1–100 characters, one word is enough; `. , ' - /` and titles are kept and
 * the case is not touched (interface.md §4). Digits are taken (old cards have them) and warned about.
 * @returns the name with single spaces, or `name.empty`, `name.length {n}`, `name.characters`
 */
export function parsePersonName(text: string): Result<string, Issue> {
  if (isTooLong(text)) return err(issue('name.length', { n: text.length }))
  const name = tidy(plainApostrophes(text))
  if (name === '') return err(issue('name.empty'))
  const length = Array.from(name).length
  if (length > LONGEST) return err(issue('name.length', { n: length }))
  if (!/^[\p{Script=Latin}0-9 .,'/-]+$/u.test(name) || !/\p{Script=Latin}/u.test(name)) {
    return err(issue('name.characters'))
  }
  return ok(name)
}

/** What is odd about a parsed name: `name.digits.soft`, mostly a zero that was read for an O. */
export function personNameWarnings(name: string): Issue[] {
  return /[0-9]/.test(name) ? [issue('name.digits.soft')] : []
}

/** `Budi Santoso` → `B*** S***`. */
export function maskName(name: string): string {
  return tidy(name.slice(0, LONGEST * 4))
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `${Array.from(word)[0] ?? ''}***`)
    .join(' ')
}
