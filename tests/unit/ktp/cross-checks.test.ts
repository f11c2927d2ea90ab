import { describe, expect, it } from 'vitest'
import { compareBirthDate, compareSex, factsOfNik } from '#shared/domain/ktp/cross-checks.ts'

const MAN = '6204010912860002'
const WOMAN = '6204014912860002'

describe('facts of a NIK', () => {
  it('reads a man born on 9 December 1986', () => {
    expect(factsOfNik(MAN)).toEqual({ day: 9, month: 12, year: 86, woman: false })
  })
  it('takes 40 off a woman’s day', () => {
    expect(factsOfNik(WOMAN)).toEqual({ day: 9, month: 12, year: 86, woman: true })
  })
  it.each([
    '620401091286000',
    '62040109128600021',
    '6204013212860002',
    '6204017212860002',
    '6204010913860002',
    '6204010912860000',
    '62040109128600O2',
  ])('has none in %s', (nik) => expect(factsOfNik(nik)).toBeUndefined())
})

describe('cross-checks', () => {
  it('compares the birth date', () => {
    expect(compareBirthDate(MAN, '1986-12-09')).toBe('agree')
    expect(compareBirthDate(WOMAN, '1986-12-09')).toBe('agree')
    expect(compareBirthDate(MAN, '1986-12-08')).toBe('differ')
    expect(compareBirthDate(MAN, '')).toBe('unknown')
    expect(compareBirthDate('123', '1986-12-09')).toBe('unknown')
  })
  it('compares the sex', () => {
    expect(compareSex(MAN, 'LAKI-LAKI')).toBe('agree')
    expect(compareSex(WOMAN, 'LAKI-LAKI')).toBe('differ')
    expect(compareSex(WOMAN, 'PEREMPUAN')).toBe('agree')
    expect(compareSex(WOMAN, '')).toBe('unknown')
  })
})
