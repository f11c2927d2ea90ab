import { describe, expect, it } from 'vitest'
import {
  cleanAddress,
  cleanName,
  cleanPlace,
  findBlood,
  findDate,
  findRtRw,
  tidy,
} from '../../../src/main/services/ocr/text/clean.ts'

describe('dates', () => {
  it.each([
    ['PALANGKA RAYA, 09-12-1986', '1986-12-09', 'PALANGKA RAYA'],
    ['BIMA, O9-l2-1986', '1986-12-09', 'BIMA'],
    ['KOTA BARU 09 12 1986', '1986-12-09', 'KOTA BARU'],
    ['PALU,09.12.1986', '1986-12-09', 'PALU'],
  ])('%s', (text, iso, before) => expect(findDate(text)).toEqual({ iso, before }))

  it.each(['PALANGKA RAYA', '32-12-1986', '09-13-1986', '09-12-86', ''])('none in %s', (text) =>
    expect(findDate(text)).toBeUndefined(),
  )
})

describe('RT/RW', () => {
  it.each([
    ['004/012', '004/012'],
    ['OO4/0l2', '004/012'],
    [': 004 / 012', '004/012'],
    ['0041012', '004/012'],
    ['004012', '004/012'],
  ])('%s', (text, value) => expect(findRtRw(text)).toBe(value))
})

describe('blood group', () => {
  it.each([
    ['Gol. Darah : O', 'O'],
    ['Gol. Darah : 0', 'O'],
    ['Gol Darah : AB', 'AB'],
    ['Gol. Darah : Ot', 'O+'],
    ['Q', 'O'],
    ['O#', 'O+'],
    ['Of', 'O+'],
    ['AB', 'AB'],
    ['Gol. Darah : B-', 'B-'],
    ['Gol. Darah : -', '-'],
    ['Gol. Darah :', ''],
  ])('%s', (text, value) => expect(findBlood(text)).toBe(value))
})

describe('names and addresses', () => {
  it('makes quotes plain and digits letters in names', () => {
    expect(cleanName('MA’RUF 5ANTOSO, S.E.')).toBe("MA'RUF SANTOSO, S.E.")
    expect(cleanName(': I MADE')).toBe('I MADE')
    expect(cleanName('( - YUSUF WIJAYA')).toBe('YUSUF WIJAYA')
    expect(cleanName("IMAM SYAFII'I")).toBe("IMAM SYAFI'I")
  })
  it('mends the address abbreviations only', () => {
    expect(cleanAddress('JI. MELATI NO, 91A')).toBe('JL. MELATI NO. 91A')
    expect(cleanAddress('JLAHMAD YANI NO 179')).toBe('JL AHMAD YANI NO 179')
    expect(cleanAddress('DUSUN MERDEKA')).toBe('DUSUN MERDEKA')
    expect(cleanAddress('J LAHMAD YANI NG 86')).toBe('JL AHMAD YANI NO 86')
    expect(cleanAddress('JL. DIPONEGORO NO. &')).toBe('JL. DIPONEGORO NO. 4')
    expect(cleanAddress('JL. VETERAN NO. 39.')).toBe('JL. VETERAN NO. 39')
  })
  it('drops dirt before a value, never the value', () => {
    expect(cleanName('U — KARTIKA BASUKI')).toBe('KARTIKA BASUKI')
    expect(cleanPlace('FEMGAUIGI LAI : MINAHASA SELATAN')).toBe('MINAHASA SELATAN')
    expect(cleanPlace('BAU-BAU')).toBe('BAU-BAU')
    expect(cleanAddress('55... KP. IMAM BONJOL')).toBe('KP. IMAM BONJOL')
    expect(cleanAddress('I . JL. MELATI NO. 8')).toBe('JL. MELATI NO. 8')
    expect(cleanAddress('BLOK 5 JL MELATI')).toBe('BLOK 5 JL MELATI')
    expect(findRtRw('7 020/002')).toBe('020/002')
    expect(findRtRw('25 0261004')).toBe('026/004')
    expect(tidy(' : . WNI')).toBe('WNI')
    expect(tidy('-')).toBe('-')
  })
})
