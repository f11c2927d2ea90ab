/** A date as it is being typed: digits only, each part possibly incomplete. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string }

/** YYYY-MM-DD → what the three inputs show; anything else → empty inputs. */
export function splitDate(value: string): TypedDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  return { day: day ?? '', month: month ?? '', year: year ?? '' }
}

/** What was typed → YYYY-MM-DD, or '' while it is no date that exists in the calendar. */
export function joinDate({ day, month, year }: TypedDate): string {
  if (year.length !== 4 || month === '' || day === '') return ''
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  // 31-02 would roll over into March: only a date that reads back the same is one.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : ''
}
