import { describe, expect, it } from 'vitest'
import type { ReadWord } from '../../../src/main/services/ocr/text/engine.ts'
import { innerLabels, leadingLabel } from '../../../src/main/services/ocr/text/labels.ts'
import { glyphsOf } from '../../../src/main/services/ocr/text/line.ts'
import { planRows } from '../../../src/main/services/ocr/text/plan.ts'
import { findCardEdge, type ReadRow } from '../../../src/main/services/ocr/text/read-rows.ts'

const UNIT = 1.6
const CAP = 24

/** Words with where they begin; every letter is 14 wide, colons are narrow and low. */
type Placed = readonly (readonly [text: string, left: number])[]

const rowOf = (words: Placed, index: number): ReadRow => {
  const baseline = 100 + index * 44
  const read = words.map(
    ([text, left]): ReadWord => ({
      text,
      confidence: 0.95,
      left,
      right: left + text.length * 14,
      top: baseline - CAP,
      bottom: baseline,
      middles: [...text].map((_, i) => left + i * 14 + 6),
    }),
  )
  const parts = read.flatMap((word) =>
    [...word.text].map((char, i) => ({
      left: word.left + i * 14,
      right: word.left + i * 14 + (char === ':' ? 4 : 12),
      top: baseline - (char === ':' ? 8 : CAP),
      bottom: baseline,
      area: 100,
    })),
  )
  const glyphs = glyphsOf(read)
  const label = leadingLabel(glyphs)
  return {
    row: { baseline, capHeight: CAP, parts },
    words: read,
    glyphs,
    label,
    inner: innerLabels(glyphs, label?.to ?? 0, 18 * UNIT),
  }
}
const valuesOf = (rows: readonly Placed[]): Record<string, string> =>
  Object.fromEntries(
    [...planRows(rows.map(rowOf), UNIT).fields].map(([name, { pieces }]) => [
      name,
      pieces.map((piece) => piece.words.map((word) => word.text).join(' ')).join(' | '),
    ]),
  )

const HEAD: readonly Placed[] = [
  [
    ['PROVINSI', 300],
    ['BALI', 430],
  ],
  [
    ['KABUPATEN', 300],
    ['BADUNG', 440],
  ],
  [
    ['NIK', 40],
    [':', 250],
    ['5103010203040001', 280],
  ],
]

const NAMA: Placed = [
  ['Nama', 40],
  [':', 250],
  ['NI', 280],
  ['LUH', 320],
]

describe('values', () => {
  it('are what stands behind label and colon, second lines included', () => {
    const values = valuesOf([
      ...HEAD,
      NAMA,
      [
        ['Alamat', 40],
        [':', 250],
        ['JL.', 280],
        ['MELATI', 340],
      ],
      [
        ['NO.', 280],
        ['4', 340],
      ],
      [
        ['Agama', 40],
        [':', 250],
        ['HINDU', 280],
      ],
    ])
    expect(values).toEqual({ nama: 'NI LUH', alamat: 'JL. MELATI | NO. 4', agama: 'HINDU' })
  })
  it('need neither colons nor a common edge', () => {
    const values = valuesOf([
      ...HEAD,
      [
        ['Nama', 40],
        ['NI', 130],
        ['LUH', 170],
      ],
      [
        ['Alamat', 40],
        ['JL.', 150],
        ['MELATI', 210],
      ],
      [
        ['Kecamatan', 40],
        ['KUTA', 200],
      ],
      [
        ['Agama', 40],
        ['HINDU', 120],
      ],
    ])
    expect(values).toEqual({ nama: 'NI LUH', alamat: 'JL. MELATI', kecamatan: 'KUTA', agama: 'HINDU' })
  })
  it('may share a row', () => {
    const values = valuesOf([
      ...HEAD,
      NAMA,
      [
        ['Agama', 40],
        [':', 250],
        ['HINDU', 280],
        ['Pekerjaan', 500],
        [':', 640],
        ['GURU', 670],
      ],
    ])
    expect(values).toMatchObject({ agama: 'HINDU', pekerjaan: 'GURU' })
  })
  it('keep the blood group apart when its label cannot be read', () => {
    const values = valuesOf([
      ...HEAD,
      NAMA,
      [
        ['Jenis', 40],
        ['Kelamin', 120],
        [':', 250],
        ['PEREMPUAN', 280],
        ['Xx!', 520],
        ['O', 600],
      ],
    ])
    expect(values).toMatchObject({ jenisKelamin: 'PEREMPUAN', golonganDarah: 'Xx! O' })
  })
  it('that can be nothing else are found without their label, and taken out of where they stood', () => {
    const values = valuesOf([
      ...HEAD,
      NAMA,
      [
        ['Agama', 40],
        [':', 250],
        ['HINDU', 280],
        ['WNI', 400],
      ],
      [
        ['Kecamatan', 40],
        [':', 250],
        ['KUTA', 280],
      ],
    ])
    expect(values).toMatchObject({ agama: 'HINDU', kewarganegaraan: 'WNI' })
  })
})

describe('print beside the card', () => {
  const dirt = (words: Placed): Placed => [['mdnte', 20], ['iuwqz', 120], ...words]
  const rows = (some: readonly Placed[]): ReadRow[] => some.map(rowOf)
  const clean: readonly Placed[] = [
    [
      ['Nama', 300],
      [':', 450],
      ['SRI', 480],
    ],
    [
      ['Alamat', 300],
      [':', 450],
      ['KUTA', 480],
    ],
    [
      ['Agama', 300],
      [':', 450],
      ['HINDU', 480],
    ],
  ]
  it('is told by rows that begin far left of the labels', () => {
    const edge = findCardEdge(rows([...clean, dirt([['Pekerjaan', 300]]), dirt([['Kecamatan', 300]])]), UNIT)
    expect(edge).toBeGreaterThan(230)
    expect(edge).toBeLessThan(300)
  })
  it('is not seen where all rows begin with their labels', () => {
    expect(findCardEdge(rows(clean), UNIT)).toBeUndefined()
  })
})
