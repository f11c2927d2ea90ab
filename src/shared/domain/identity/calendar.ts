const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Years that a date on a form can have: nobody alive was born before, no assignment ends after. */
export const EARLIEST_YEAR = 1900
export const LATEST_YEAR = 2100

/** Month names as civil servants write them, January first. */
export const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const

/** A day without time or zone; `month` 1–12. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number }

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** True when the day exists in the Gregorian calendar; any year. */
export function isRealDay({ year, month, day }: CalendarDay): boolean {
  const days = DAYS_IN_MONTH[month - 1]
  if (days === undefined) return false
  return day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : days)
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** ISO 8601 calendar date, `1967-08-17`. */
export const toIso = ({ year, month, day }: CalendarDay): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

/** Reads an ISO 8601 calendar date; undefined when it is another notation or no real day. */
export function fromIso(iso: string): CalendarDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!match) return undefined
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isRealDay(day) ? day : undefined
}

/** Whole years between two days; negative when `born` lies after `today`. */
export function ageOn(born: CalendarDay, today: CalendarDay): number {
  const birthdayPassed = today.month > born.month || (today.month === born.month && today.day >= born.day)
  return today.year - born.year - (birthdayPassed ? 0 : 1)
}
