import { err, ok, type Result } from '../result.ts'
import {
  type CalendarDay,
  EARLIEST_YEAR,
  fromIso,
  isRealDay,
  LATEST_YEAR,
  MONTHS,
  toIso,
} from './calendar.ts'
import { type Issue, issue } from './issue.ts'
import { isTooLong, tidy } from './text.ts'

/** The number of a month by its Indonesian name or the first three letters (also `Agt`, `Nop`). */
function monthByName(name: string): number | undefined {
  const lower = name.toLowerCase()
  if (lower === 'agt') return 8
  if (lower === 'nop' || lower === 'nopember') return 11
  const index = MONTHS.findIndex(
    (month) => month.toLowerCase() === lower || month.slice(0, 3).toLowerCase() === lower,
  )
  return index === -1 ? undefined : index + 1
}

type YearMonthDay = { readonly year: string; readonly month: number; readonly day: number }

function split(text: string): YearMonthDay | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return { year: iso[1] ?? '', month: Number(iso[2]), day: Number(iso[3]) }
  const numbers =
    /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{2}|\d{4})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(text)
  if (numbers) return { day: Number(numbers[1]), month: Number(numbers[2]), year: numbers[3] ?? '' }
  const words = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{2}|\d{4})$/i.exec(text)
  const month = words && monthByName(words[2] ?? '')
  return words && month ? { day: Number(words[1]), month, year: words[3] ?? '' } : undefined
}

/**
 * Reads a date as people here write it: `17-08-1967`, `17/8/1967`, `17081967`, `17 Agustus 1967`, or ISO 8601.
 * A year of two digits is refused: 67 may be 1967 or 2067 on an assignment letter.
 * @param options.today ISO date; when given, later dates are refused (birth dates)
 * @returns the ISO 8601 date, or `date.format`, `date.year`, `date.impossible`, `date.future`
 */
export function parseDate(text: string, options: { readonly today?: string } = {}): Result<string, Issue> {
  if (isTooLong(text)) return err(issue('date.format'))
  const parts = split(tidy(text))
  if (!parts) return err(issue('date.format'))
  if (parts.year.length !== 4) return err(issue('date.year'))
  const day: CalendarDay = { year: Number(parts.year), month: parts.month, day: parts.day }
  if (day.year < EARLIEST_YEAR || day.year > LATEST_YEAR || !isRealDay(day))
    return err(issue('date.impossible'))
  const iso = toIso(day)
  if (options.today !== undefined && iso > options.today) return err(issue('date.future'))
  return ok(iso)
}

/** `1967-08-17` → `17 Agustus 1967` (interface.md §4); other text is answered as it is. */
export function formatDateIndonesian(iso: string): string {
  const day = fromIso(iso)
  return day ? `${day.day} ${MONTHS[day.month - 1] ?? ''} ${day.year}` : iso
}
