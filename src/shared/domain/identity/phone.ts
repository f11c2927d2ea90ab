import { err, ok, type Result } from '../result.ts'
import { type Issue, issue } from './issue.ts'
import { isTooLong, tidy } from './text.ts'

/**
 * Reads a mobile number: `0812…`, `+62 812…`, `62812…`, `0062812…`, also `+62 (0)812…`, with spaces, dots,
 * dashes or brackets. After +62 it starts with 8 and has 9–13 digits (domain.md, Identifiers).
 * @returns E.164, `+6281234567890`, or `phone.format`
 */
export function parsePhone(text: string): Result<string, Issue> {
  if (isTooLong(text)) return err(issue('phone.format'))
  const dialled = tidy(text).replace(/[ .()-]/g, '')
  const match = /^(?:(?:\+|00)?620?|0)(8[0-9]{8,12})$/.exec(dialled)
  return match ? ok(`+62${match[1] ?? ''}`) : err(issue('phone.format'))
}

/** The number as dialled inside the country, `081234567890`; undefined when it is no E.164 mobile number. */
function domestic(e164: string): string | undefined {
  return /^\+628[0-9]{8,12}$/.test(e164) ? `0${e164.slice(3)}` : undefined
}

/** `+6281234567890` → `0812-3456-7890`; other text is answered as it is. */
export function formatPhone(e164: string): string {
  const number = domestic(e164)
  return number ? `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}` : e164
}

/** `+6281234567890` → `0812-****-7890`. Short numbers show fewer digits: at least four stay hidden. */
export function maskPhone(e164: string): string {
  const number = domestic(e164)
  if (!number) return '****'
  const shown = Math.min(4, number.length - 8)
  return `${number.slice(0, 4)}-****-${number.slice(-shown)}`
}
