/** A NIK as its 16 digits, or already read. */
type NikLike = string | { readonly value: string }

const prefix = (nik: NikLike, length: number): string =>
  (typeof nik === 'string' ? nik : nik.value).slice(0, length)

/** Province code inside a NIK: two digits, `62`. */
export const provinceOf = (nik: NikLike): string => prefix(nik, 2)

/** Regency or city code inside a NIK: four digits, `6271`. */
export const regencyOf = (nik: NikLike): string => prefix(nik, 4)

/** District (kecamatan) code inside a NIK: six digits, `627101`. */
export const districtOf = (nik: NikLike): string => prefix(nik, 6)

/**
 * Answers whether a district code is in a list, for `nikWarnings`. The list comes from outside
 * (idn-area-data: the same codes without dots); codes written `62.71.01` are understood too.
 */
export function knownRegions(districtCodes: Iterable<string>): (code6: string) => boolean {
  const known = new Set(Array.from(districtCodes, (code) => code.replaceAll('.', '')))
  return (code6) => known.has(code6)
}
