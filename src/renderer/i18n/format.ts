import type { Language } from '#shared/contract/views.ts'

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const

/** Indonesia's three zones by minutes east of UTC. */
const ZONES: Readonly<Record<number, string>> = { 420: 'WIB', 480: 'WITA', 540: 'WIT' }

/**
 * Clock time as an Indonesian reads it: "14.05 WIB" (English "14:05 WIB").
 * @param at an instant (ISO string or Date), shown in the machine's own zone
 */
export function formatTime(at: string | Date, language: Language): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  const time = `${two(date.getHours())}${language === 'id' ? '.' : ':'}${two(date.getMinutes())}`
  const zone = ZONES[-date.getTimezoneOffset()]
  return zone ? `${time} ${zone}` : time
}

/** A calendar day: "17 Agustus 1967" (English "17 August 1967"). `day` is YYYY-MM-DD or an instant. */
export function formatDate(day: string | Date, language: Language): string {
  const isPlainDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day)
  // A plain day has no zone: reading it as local midnight keeps it from slipping to the day before.
  const date = isPlainDay ? new Date(`${day}T00:00:00`) : new Date(day)
  return new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(date)
}

/** Day and time together: "17 Agustus 2026, 14.05 WIB". */
export function formatDateTime(at: string | Date, language: Language): string {
  return `${formatDate(new Date(at), language)}, ${formatTime(at, language)}`
}

/** "1.250" (English "1,250"). */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language]).format(value)
}

/** How long ago, in the coarsest useful unit: "2 jam" / "2 h". Never negative. */
export function formatAge(since: string | Date, now: Date, language: Language): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(since).getTime()) / 60_000))
  const [unit, count] =
    minutes < 60
      ? (['minute', minutes] as const)
      : minutes < 48 * 60
        ? (['hour', Math.floor(minutes / 60)] as const)
        : (['day', Math.floor(minutes / 1440)] as const)
  return new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
