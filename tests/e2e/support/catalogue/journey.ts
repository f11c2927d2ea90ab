import type { Want, Who } from '#shared/domain/services/index.ts'
import type { SIZES } from '../desk.ts'
import type { Language } from '../words.ts'

/** What is typed for a field, and how it is stored where that is not the same. */
export type Typed = {
  /** One text, or one for each level of an address. */
  readonly typed: string | readonly string[]
  /** What is then taken from the list that opens; without it the typed name stands as it is. */
  readonly taken?: string
  readonly stored: string
}

/** `true` ticks a box; of a choice the option's own value is named. */
export type Answer = string | true | Typed

/** One visit to the kiosk as data: who comes for what, how the desk stands, and what is answered. */
export type Journey = {
  /** Its row in docs/journeys.md. */
  readonly name: string
  readonly service: string
  /** The three plain questions. */
  readonly who: Who
  readonly stage: 'belum' | 'akun' | 'profil'
  readonly want: Want
  readonly network: 'online' | 'offline'
  readonly language: Language
  readonly size: keyof typeof SIZES
  /** Which synthetic card the registrant brought (tests/bench/ktp); none where none is asked for. */
  readonly card?: number
  /** By field id. Fields without an answer are left as the kiosk offers them. */
  readonly answers: Readonly<Record<string, Answer>>
  /** The access that is chosen among those that the central tells: how its card begins, and what it fills in. */
  readonly chosen?: { readonly card: string; readonly values: Readonly<Record<string, string>> }
  /** How each document is given, in the order of the list. */
  readonly documents?: Readonly<Record<string, 'file' | 'photo'>>
  /** Checks that the central makes later because there was no network. */
  readonly deferred?: readonly string[]
  /** The state in the petugas' list once every code was typed. */
  readonly ends: 'Terverifikasi' | 'Aktif'
}
