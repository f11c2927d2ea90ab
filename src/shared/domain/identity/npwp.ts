import { err, ok, type Result } from '../result.ts'
import { type Issue, issue } from './issue.ts'
import { formatNik, parseNik } from './nik.ts'
import { readDigits } from './text.ts'

/** A taxpayer number: the old one of 15 digits or the new one of 16 (PMK 112/2022). */
export type Npwp = {
  readonly value: string
  /** `lama`: 15 digits; `nik`: 16 digits of a person; `badan`: 0 and the old 15 digits of a body. */
  readonly kind: 'lama' | 'nik' | 'badan'
}

/** Luhn's sum (ISO/IEC 7812-1 annex B) over digits whose last one is the check digit. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index))
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** The ninth digit checks the first eight; all zeros would pass and belong to nobody. */
const hasGoodCheckDigit = (old15: string): boolean => !/^0{9}/.test(old15) && passesLuhn(old15.slice(0, 9))

/**
 * Reads an NPWP of 15 digits (`01.234.567.8-901.000`) or 16 (domain.md, Identifiers).
 * @returns digits and kind, or `npwp.characters`, `npwp.length {n}`, `npwp.checkDigit`, `npwp.nik`
 */
export function parseNpwp(text: string): Result<Npwp, Issue> {
  const read = readDigits(text, 'npwp', 15, 16)
  if (!read.ok) return read
  const value = read.value
  if (value.length === 15) {
    return hasGoodCheckDigit(value) ? ok({ value, kind: 'lama' }) : err(issue('npwp.checkDigit'))
  }
  if (value.startsWith('0')) {
    return hasGoodCheckDigit(value.slice(1)) ? ok({ value, kind: 'badan' }) : err(issue('npwp.checkDigit'))
  }
  return parseNik(value).ok ? ok({ value, kind: 'nik' }) : err(issue('npwp.nik'))
}

/** 15 digits → `01.234.567.8-901.000`, 16 digits → groups of four; other text is answered as it is. */
export function formatNpwp(npwp: string): string {
  const digits = npwp.replace(/\D/g, '')
  if (digits.length === 16) return formatNik(digits)
  if (digits.length !== 15) return npwp
  return digits.replace(/^(\d{2})(\d{3})(\d{3})(\d)(\d{3})(\d{3})$/, '$1.$2.$3.$4-$5.$6')
}
