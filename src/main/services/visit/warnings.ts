import type { Warning } from '#shared/contract/views.ts'
import {
  type Coordinates,
  emailWarnings,
  nikWarnings,
  nipWarnings,
  parseCoordinates,
  parseNik,
  parseNip,
  type Sex,
} from '#shared/domain/identity/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'

/** What the warnings are measured against. */
export type WarningContext = {
  /** The local date, ISO 8601. */
  readonly today: string
  readonly regionKnown: (sixDigits: string) => boolean
  /** How far off a pin lies that cannot be right for a regency; undefined when nothing speaks against it. */
  readonly kmFromRegency: (regency: string, pin: Coordinates) => number | undefined
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** Soft findings over all values so far: shown, never blocking (domain.md, Identifiers). */
export function visitWarnings(
  values: FormValues,
  { today, regionKnown, kmFromRegency }: WarningContext,
): Warning[] {
  const birthDate = text(values.tanggalLahir)
  const sex = text(values.jenisKelamin) as Sex | undefined
  const person = { ...(birthDate && { birthDate }), ...(sex && { sex }) }
  const warnings: Warning[] = []
  const nik = parseNik(text(values.nik) ?? '')
  if (nik.ok) {
    warnings.push(
      ...nikWarnings(nik.value, { ...person, today, regionKnown }).map((issue) => ({
        field: 'nik',
        ...issue,
      })),
    )
  }
  const nip = parseNip(text(values.nip) ?? '')
  if (nip.ok) warnings.push(...nipWarnings(nip.value, person).map((issue) => ({ field: 'nip', ...issue })))
  const email = text(values.email)
  if (email) warnings.push(...emailWarnings(email).map((issue) => ({ field: 'email', ...issue })))
  warnings.push(...periodWarnings(values, today), ...pinWarnings(values, kmFromRegency))
  return warnings
}

/** A pin that lies nowhere near the regency of the address (001 step 4). */
function pinWarnings(values: FormValues, kmFromRegency: WarningContext['kmFromRegency']): Warning[] {
  const pin = parseCoordinates(text(values.titikUsaha) ?? '')
  const [province, regency] = (text(values.wilayahUsaha) ?? '').split('.')
  if (!pin.ok || regency === undefined) return []
  const km = kmFromRegency(`${province}.${regency}`, pin.value)
  return km === undefined ? [] : [{ field: 'titikUsaha', code: 'pin.elsewhere.soft', params: { km } }]
}

/** An access that ends this soon needs its next letter now (002, numbers 6–7). */
const SOON_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** What is odd about the period of an access: past, ending soon, longer than its letter (002). */
function periodWarnings(values: FormValues, today: string): Warning[] {
  const end = text(values.akhirBerlaku)
  if (end === undefined) return []
  const field = 'akhirBerlaku'
  const letterEnd = text(values.skBerlakuSampai)
  const daysLeft = Math.round((Date.parse(end) - Date.parse(today)) / DAY_MS)
  const warnings: Warning[] = []
  if (daysLeft < 0) warnings.push({ field, code: 'period.past.soft' })
  else if (daysLeft <= SOON_DAYS)
    warnings.push({ field, code: 'period.endsSoon.soft', params: { n: daysLeft } })
  if (letterEnd !== undefined && end > letterEnd) warnings.push({ field, code: 'period.beyondLetter.soft' })
  if (values.tteAktif === 'belum') warnings.push({ field: 'tteAktif', code: 'bsre.hint' })
  return warnings
}
