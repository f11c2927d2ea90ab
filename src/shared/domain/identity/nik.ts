import { err, ok, type Result } from '../result.ts'
import { ageOn, type CalendarDay, fromIso, isRealDay } from './calendar.ts'
import { type Issue, issue } from './issue.ts'
import { readDigits } from './text.ts'

/** As printed on the KTP. */
export type Sex = 'LAKI-LAKI' | 'PEREMPUAN'

/** A population number (Nomor Induk Kependudukan, UU 24/2013; build-up: Permendagri 40/2019). */
export type Nik = {
  /** The 16 digits. */
  readonly value: string
  /** Where the number was first issued, which need not be today's address: `62`, `6271`, `627101`. */
  readonly province: string
  readonly regency: string
  readonly district: string
  /** The number holds only two digits of the year. */
  readonly birthDate: { readonly day: number; readonly month: number; readonly yearTwoDigits: number }
  readonly sex: Sex
  /** The last four digits, never `0000`. */
  readonly serial: string
}

/** Day numbers of women are written 40 higher. */
const WOMEN_DAY_OFFSET = 40
/** A KTP is issued at 17, or earlier to the married. */
const KTP_AGE = 17

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/**
 * Reads a NIK: 16 digits, a real birth date inside, serial not `0000` (domain.md, Identifiers). Regions are not
 * looked at: old codes are real. 29 February counts as real when either century has it.
 * @returns the parts, or `nik.characters`, `nik.length {n}`, `nik.date`, `nik.serial`
 */
export function parseNik(text: string): Result<Nik, Issue> {
  const read = readDigits(text, 'nik', 16)
  if (!read.ok) return read
  const value = read.value
  const writtenDay = Number(value.slice(6, 8))
  const isWoman = writtenDay > WOMEN_DAY_OFFSET
  const day = isWoman ? writtenDay - WOMEN_DAY_OFFSET : writtenDay
  const month = Number(value.slice(8, 10))
  const yearTwoDigits = Number(value.slice(10, 12))
  const isReal = [1900, 2000].some((century) => isRealDay({ year: century + yearTwoDigits, month, day }))
  if (!isReal) return err(issue('nik.date'))
  const serial = value.slice(12)
  if (serial === '0000') return err(issue('nik.serial'))
  return ok({
    value,
    province: value.slice(0, 2),
    regency: value.slice(0, 4),
    district: value.slice(0, 6),
    birthDate: { day, month, yearTwoDigits },
    sex: isWoman ? 'PEREMPUAN' : 'LAKI-LAKI',
    serial,
  })
}

/** What a NIK is compared with; everything except `today` may be unknown. */
export type NikContext = {
  /** ISO date as on the form. */
  readonly birthDate?: string | undefined
  readonly sex?: string | undefined
  /** ISO date. */
  readonly today: string
  /** Whether a district code (six digits) is in the list of regions. */
  readonly regionKnown?: ((code6: string) => boolean) | undefined
  /** Regency code (four digits) of the address on the form. */
  readonly addressRegency?: string | undefined
}

/** The latest day that fits the two digits of the year and is not in the future. */
function likelyBirthDay(nik: Nik, today: CalendarDay): CalendarDay | undefined {
  return [2000, 1900]
    .map((century) => ({ ...nik.birthDate, year: century + nik.birthDate.yearTwoDigits }))
    .find((day) => isRealDay(day) && ageOn(day, today) >= 0)
}

function dateInNik(nik: Nik): string {
  const { day, month, yearTwoDigits } = nik.birthDate
  return [day, month, yearTwoDigits].map(twoDigits).join('-')
}

/**
 * What is odd about a NIK. Warnings, never refusals (domain.md, Identifiers): the number keeps the region of its
 * first issue, and cards with a wrong date or sex inside the number are in use.
 * @returns any of `nik.birthDate {a}`, `nik.sex {a}`, `nik.age {n}`, `nik.region {code}`, `nik.address`
 */
export function nikWarnings(nik: Nik, context: NikContext): Issue[] {
  const warnings: Issue[] = []
  const formDay = context.birthDate === undefined ? undefined : fromIso(context.birthDate)
  const { day, month, yearTwoDigits } = nik.birthDate
  if (formDay && (formDay.day !== day || formDay.month !== month || formDay.year % 100 !== yearTwoDigits)) {
    warnings.push(issue('nik.birthDate', { a: dateInNik(nik) }))
  }
  if ((context.sex === 'LAKI-LAKI' || context.sex === 'PEREMPUAN') && context.sex !== nik.sex) {
    warnings.push(issue('nik.sex', { a: nik.sex }))
  }
  const today = fromIso(context.today)
  const born = formDay ?? (today && likelyBirthDay(nik, today))
  const age = today && born ? ageOn(born, today) : undefined
  if (age !== undefined && age >= 0 && age < KTP_AGE) warnings.push(issue('nik.age', { n: age }))
  if (context.regionKnown && !context.regionKnown(nik.district)) {
    warnings.push(issue('nik.region', { code: nik.district }))
  }
  if (context.addressRegency !== undefined && context.addressRegency !== nik.regency) {
    warnings.push(issue('nik.address'))
  }
  return warnings
}

const sixteenDigits = (nik: string): string | undefined => {
  const digits = nik.replace(/\D/g, '')
  return digits.length === 16 ? digits : undefined
}

/** 16 digits → `6271 0157 0890 0001`; other text is answered as it is. */
export function formatNik(nik: string): string {
  return sixteenDigits(nik)?.replace(/(\d{4})(?=\d)/g, '$1 ') ?? nik
}

/** 16 digits → `6271 **** **** 0001`, for every screen but S6 and S7; other text becomes stars. */
export function maskNik(nik: string): string {
  const digits = sixteenDigits(nik)
  return digits ? `${digits.slice(0, 4)} **** **** ${digits.slice(12)}` : '**** **** **** ****'
}
