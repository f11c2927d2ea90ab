import type { Warning } from '#shared/contract/views.ts'
import {
  emailWarnings,
  nikWarnings,
  nipWarnings,
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
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** Soft findings over all values so far: shown, never blocking (domain.md, Identifiers). */
export function visitWarnings(values: FormValues, { today, regionKnown }: WarningContext): Warning[] {
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
  return warnings
}
