import { err, ok, type Result } from '../result.ts'
import { EARLIEST_YEAR, isRealDay, LATEST_YEAR, toIso } from './calendar.ts'
import { type Issue, issue } from './issue.ts'
import type { Sex } from './nik.ts'
import { readDigits } from './text.ts'

/** A civil servant's number (Nomor Induk Pegawai, Peraturan Kepala BKN 22/2007; PPPK: NI PPPK). */
export type Nip = {
  /** The 18 digits. */
  readonly value: string
  /** ISO date. */
  readonly birthDate: string
  /** Year of appointment, and the month; null when digits 13–14 are no month, as for PPPK. */
  readonly appointment: { readonly year: number; readonly month: number | null }
  readonly sex: Sex
  readonly serial: string
}

/** Nobody is appointed younger; used for a warning only. */
const YOUNGEST_APPOINTMENT = 15

/**
 * Reads a NIP: 18 digits, the first eight a real birth date, digit 15 is 1 (man) or 2 (woman). Digits 13–14 may be
 * anything: for PPPK they are no month (domain.md, Identifiers).
 * @returns the parts, or `nip.characters`, `nip.length {n}`, `nip.date`, `nip.sex`
 */
export function parseNip(text: string): Result<Nip, Issue> {
  const read = readDigits(text, 'nip', 18)
  if (!read.ok) return read
  const value = read.value
  const born = {
    year: Number(value.slice(0, 4)),
    month: Number(value.slice(4, 6)),
    day: Number(value.slice(6, 8)),
  }
  if (born.year < EARLIEST_YEAR || born.year > LATEST_YEAR || !isRealDay(born)) return err(issue('nip.date'))
  const sexDigit = value.charAt(14)
  if (sexDigit !== '1' && sexDigit !== '2') return err(issue('nip.sex'))
  const month = Number(value.slice(12, 14))
  return ok({
    value,
    birthDate: toIso(born),
    appointment: { year: Number(value.slice(8, 12)), month: month >= 1 && month <= 12 ? month : null },
    sex: sexDigit === '1' ? 'LAKI-LAKI' : 'PEREMPUAN',
    serial: value.slice(15),
  })
}

/** What a NIP is compared with; all of it may be unknown. */
export type NipContext = {
  /** ISO date as on the KTP or the form. */
  readonly birthDate?: string | undefined
  readonly sex?: string | undefined
  /** False when the registrant is certainly no PPPK: then digits 13–14 should be a month. */
  readonly pppk?: boolean | undefined
}

/**
 * What is odd about a NIP; never a refusal.
 * @returns any of `nip.birthDate.soft`, `nip.sex.soft`, `nip.month.soft`, `nip.appointment.soft`
 */
export function nipWarnings(nip: Nip, context: NipContext): Issue[] {
  const warnings: Issue[] = []
  if (context.birthDate !== undefined && context.birthDate !== nip.birthDate)
    warnings.push(issue('nip.birthDate.soft'))
  if ((context.sex === 'LAKI-LAKI' || context.sex === 'PEREMPUAN') && context.sex !== nip.sex) {
    warnings.push(issue('nip.sex.soft'))
  }
  if (context.pppk === false && nip.appointment.month === null) warnings.push(issue('nip.month.soft'))
  if (nip.appointment.year < Number(nip.birthDate.slice(0, 4)) + YOUNGEST_APPOINTMENT) {
    warnings.push(issue('nip.appointment.soft'))
  }
  return warnings
}

/** 18 digits → `19670817 199003 1 001`; other text is answered as it is. */
export function formatNip(nip: string): string {
  const digits = nip.replace(/\D/g, '')
  return digits.length === 18 ? digits.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4') : nip
}
