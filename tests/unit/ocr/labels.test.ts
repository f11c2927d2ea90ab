import { describe, expect, it } from 'vitest'
import { assignRows, labelLikeness, ROW_ORDER } from '../../../src/main/services/ocr/text/labels.ts'

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
const rows = (labels: readonly (string | null)[]) =>
  labels.map((label) => ({ label: label ?? '', hasLabelInk: label !== null }))
const names = (labels: readonly (string | null)[]) =>
  assignRows(rows(labels)).map((role) => (typeof role === 'string' ? role : role.row))

describe('labels', () => {
  it('are told apart whatever their case and signs', () => {
    expect(labelLikeness('Tempat / Tgl. Lahir :', 'ttl')).toBe(1)
    expect(labelLikeness('KEL / DESA', 'kelDesa')).toBe(1)
    expect(labelLikeness('Agama', 'pekerjaan')).toBeLessThan(0.4)
    expect(labelLikeness('', 'nama')).toBe(0)
  })
})

describe('rows', () => {
  it('take their names from clean labels', () => {
    expect(names(PRINTED)).toEqual([...ROW_ORDER])
  })
  it('keep their names when labels are misread or empty between two that are not', () => {
    const damaged = [...PRINTED]
    damaged[3] = 'Alxxxx'
    damaged[5] = ''
    damaged[8] = 'S?atus Pe;kaw'
    expect(names(damaged)).toEqual([...ROW_ORDER])
  })
  it('join a second line to the value above', () => {
    const withSecondLine = [...PRINTED.slice(0, 4), null, ...PRINTED.slice(4)]
    expect(names(withSecondLine)).toEqual([...ROW_ORDER.slice(0, 4), 'continuation', ...ROW_ORDER.slice(4)])
  })
  it('go without a row that is not there', () => {
    const without = PRINTED.filter((label) => label !== 'Kecamatan')
    expect(names(without)).toEqual(ROW_ORDER.filter((row) => row !== 'kecamatan'))
  })
  it('leave out print that is no field', () => {
    expect(names(['REPUBLIK', ...PRINTED])).toEqual(['other', ...ROW_ORDER])
  })
})
