/** What a NIK says about its holder (Perpres 96/2018: region, birth date with day + 40 for women, serial). */
export type NikFacts = {
  /** Two-digit year: the century is not in the NIK. */
  readonly day: number
  readonly month: number
  readonly year: number
  readonly woman: boolean
}

/** Reads birth date and sex out of a 16-digit NIK; undefined when the date part cannot be a date. */
export const factsOfNik = (nik: string): NikFacts | undefined => {
  if (!/^\d{16}$/.test(nik)) return undefined
  const printed = Number(nik.slice(6, 8))
  const woman = printed > 40
  const day = woman ? printed - 40 : printed
  const month = Number(nik.slice(8, 10))
  const year = Number(nik.slice(10, 12))
  if (day < 1 || day > 31 || month < 1 || month > 12 || nik.endsWith('0000')) return undefined
  return { day, month, year, woman }
}

/** How two fields that should tell the same agree. */
export type Agreement = 'agree' | 'differ' | 'unknown'

/** Compares the NIK's birth date with the printed one (ISO `YYYY-MM-DD`). */
export const compareBirthDate = (nik: string, isoDate: string): Agreement => {
  const facts = factsOfNik(nik)
  const date = /^\d{2}(\d{2})-(\d{2})-(\d{2})$/.exec(isoDate)
  if (!facts || !date) return 'unknown'
  const same =
    Number(date[1]) === facts.year && Number(date[2]) === facts.month && Number(date[3]) === facts.day
  return same ? 'agree' : 'differ'
}

/** Compares the NIK's sex with the printed one (`LAKI-LAKI` / `PEREMPUAN`). */
export const compareSex = (nik: string, jenisKelamin: string): Agreement => {
  const facts = factsOfNik(nik)
  if (!facts || (jenisKelamin !== 'LAKI-LAKI' && jenisKelamin !== 'PEREMPUAN')) return 'unknown'
  return facts.woman === (jenisKelamin === 'PEREMPUAN') ? 'agree' : 'differ'
}
