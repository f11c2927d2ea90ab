import { describe, expect, it } from 'vitest'
import {
  assignRows,
  innerLabels,
  labelLikeness,
  leadingLabel,
  ROW_ORDER,
} from '../../../src/main/services/ocr/text/labels.ts'
import type { Glyph } from '../../../src/main/services/ocr/text/line.ts'

const PRINTED = [
  'Nama',
  'Tempat/Tgl Lahir',
  'Jenis kelamin',
  'Alamat',
  'RT/RW',
  'Kel/Desa',
  'Kecamatan',
  'Agama',
  'Status Perkawinan',
  'Pekerjaan',
  'Kewarganegaraan',
  'Berlaku Hingga',
]
/** The rows of most cards: the blood group shares a line with the sex. */
const USUAL = ROW_ORDER.filter((row) => row !== 'golonganDarah')

/** A line as glyphs ten pixels apart; `_` is a column's gap. */
const line = (text: string): Glyph[] => {
  let x = 0
  let word = 0
  return [...text].flatMap((char): Glyph[] => {
    x += char === '_' ? 60 : 10
    if (char === '_') return []
    if (char === ' ') return [{ char, x, word: word++ }]
    return [{ char, x, word }]
  })
}
const lines = (labels: readonly (string | null)[]) =>
  labels.map((label) => ({
    label: label === null ? undefined : leadingLabel(line(label)),
    hasLabelInk: label !== null,
  }))
const names = (labels: readonly (string | null)[]) =>
  assignRows(lines(labels)).map((role) => (typeof role === 'string' ? role : role.row))

describe('labels', () => {
  it('are told apart whatever their case and signs', () => {
    expect(labelLikeness('Tempat / Tgl. Lahir :', 'ttl')).toBe(1)
    expect(labelLikeness('KEL / DESA', 'kelDesa')).toBe(1)
    expect(labelLikeness('Agama', 'pekerjaan')).toBeLessThan(0.4)
    expect(labelLikeness('', 'nama')).toBe(0)
  })
  it('end where their value begins, with or without a colon', () => {
    for (const text of ['Alamat : JL. MELATI', 'Alamat JL. MELATI', 'ALAMAT:JL. MELATI', '. Alamat JL.']) {
      const label = leadingLabel(line(text))
      expect(label?.row).toBe('alamat')
      expect(text.slice(0, label?.to).toUpperCase()).toMatch(/ALAMAT$/)
    }
  })
  it('are found in the middle of a line only behind a gap or before a colon', () => {
    const found = (text: string) => innerLabels(line(text), 14, 30).map((label) => label.row)
    expect(found('Jenis Kelamin : LAKI-LAKI Gol. Darah : O')).toEqual(['golonganDarah'])
    expect(found('Jenis Kelamin : LAKI-LAKI _Gol. Darah O')).toEqual(['golonganDarah'])
    expect(found('Tempat/Tgl Lahir : AGAM, 08-06-1991')).toEqual([])
  })
})

describe('rows', () => {
  it('take their names from clean labels', () => {
    expect(names(PRINTED)).toEqual(USUAL)
  })
  it('keep their names when labels are misread or empty between two that are not', () => {
    const damaged = [...PRINTED]
    damaged[3] = 'Alxxxx'
    damaged[5] = ''
    damaged[8] = 'S?atus Pe;kaw'
    expect(names(damaged)).toEqual(USUAL)
  })
  it('may stand in another order', () => {
    const [a, b, c, d, ...rest] = PRINTED
    expect(
      names([a, b, c, 'Gol. Darah', 'Agama', d, ...rest.filter((l) => l !== 'Agama')] as string[]),
    ).toEqual([
      'nama',
      'ttl',
      'jenisKelamin',
      'golonganDarah',
      'agama',
      'alamat',
      ...USUAL.slice(4).filter((row) => row !== 'agama'),
    ])
  })
  it('join a second line to the value above', () => {
    const withSecondLine = [...PRINTED.slice(0, 4), null, ...PRINTED.slice(4)]
    expect(names(withSecondLine)).toEqual([...USUAL.slice(0, 4), 'continuation', ...USUAL.slice(4)])
  })
  it('go without a row that is not there', () => {
    const without = PRINTED.filter((label) => label !== 'Kecamatan')
    expect(names(without)).toEqual(USUAL.filter((row) => row !== 'kecamatan'))
  })
  it('leave out print that is no field', () => {
    expect(names(['REPUBLIK', ...PRINTED])).toEqual(['other', ...USUAL])
  })
})
