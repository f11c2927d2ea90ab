import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  districtOf,
  formatNik,
  knownRegions,
  maskNik,
  type Nik,
  nikWarnings,
  parseNik,
  provinceOf,
  regencyOf,
} from '#shared/domain/identity/index.ts'

const nikOf = (text: string): Nik => {
  const parsed = parseNik(text)
  if (!parsed.ok) throw new Error(`${text} refused: ${parsed.error.code}`)
  return parsed.value
}

describe('parseNik', () => {
  it('reads the parts of a man’s number', () => {
    expect(nikOf('6271011708670001')).toEqual({
      value: '6271011708670001',
      province: '62',
      regency: '6271',
      district: '627101',
      birthDate: { day: 17, month: 8, yearTwoDigits: 67 },
      sex: 'LAKI-LAKI',
      serial: '0001',
    })
  })

  it('takes 40 off a woman’s day', () => {
    const nik = nikOf('6271015708670001')
    expect([nik.sex, nik.birthDate.day]).toEqual(['PEREMPUAN', 17])
  })

  it.each([
    ['groups of four', '6271 0117 0867 0001'],
    ['dots and dashes', '62.71.01-170867-0001'],
    ['typographic dash', '627101–170867—0001'],
    ['its name in front', 'NIK : 6271011708670001'],
    ['full-width digits', '６２７１０１１７０８６７０００１'],
    ['zero-width space, BOM, line end', '\ufeff627101\u200b1708670001\r\n'],
    ['left-to-right marks of a phone', '\u202a6271011708670001\u202c'],
    ['no-break space', '6271\u00a00117\u00a00867\u00a00001'],
  ])('reads %s', (_name, text) => {
    expect(nikOf(text).value).toBe('6271011708670001')
  })

  it.each([
    ['nothing', '', 'nik.length', 0],
    ['15 digits', '627101170867000', 'nik.length', 15],
    ['17 digits', '62710117086700011', 'nik.length', 17],
    ['10,000 digits', '1'.repeat(10_000), 'nik.length', 10_000],
    ['the letter O', '627101170867OOO1', 'nik.characters', undefined],
    ['an emoji', '627101170867000😀', 'nik.characters', undefined],
    ['a key-cap digit', '627101170867000\u0031\ufe0f\u20e3', 'nik.characters', undefined],
    ['Arabic digits', '٦٢٧١٠١١٧٠٨٦٧٠٠٠١', 'nik.characters', undefined],
    ['a right-to-left override', '\u202e6271011708670001', 'nik.characters', undefined],
    ['a minus that is not a separator alone', '6271011708670001e0', 'nik.characters', undefined],
    ['day 00', '6271010008670001', 'nik.date', undefined],
    ['day 32', '6271013208670001', 'nik.date', undefined],
    ['day 40', '6271014008670001', 'nik.date', undefined],
    ['a woman’s day 72', '6271017208670001', 'nik.date', undefined],
    ['month 13', '6271011713670001', 'nik.date', undefined],
    ['month 00', '6271011700670001', 'nik.date', undefined],
    ['31 April', '6271013104670001', 'nik.date', undefined],
    ['29 February 67', '6271012902670001', 'nik.date', undefined],
    ['serial 0000', '6271011708670000', 'nik.serial', undefined],
  ])('refuses %s', (_name, text, code, n) => {
    expect(parseNik(text)).toEqual({ ok: false, error: n === undefined ? { code } : { code, params: { n } } })
  })

  it.each(['6271012902680001', '6271012902000001', '6271016902680001'])(
    'takes a real 29 February: %s',
    (text) => {
      expect(parseNik(text).ok).toBe(true)
    },
  )

  it('takes every real birth date of both sexes and gives the same digits back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }),
        fc.boolean(),
        fc.integer({ min: 110_000, max: 999_999 }),
        fc.integer({ min: 1, max: 9_999 }),
        (date, woman, region, serial) => {
          const day = date.getUTCDate() + (woman ? 40 : 0)
          const two = (value: number) => String(value).padStart(2, '0')
          const digits = `${region}${two(day)}${two(date.getUTCMonth() + 1)}${two(date.getUTCFullYear() % 100)}${String(serial).padStart(4, '0')}`
          const nik = nikOf(formatNik(digits))
          expect(nik.value).toBe(digits)
          expect(nik.sex).toBe(woman ? 'PEREMPUAN' : 'LAKI-LAKI')
          expect(nik.birthDate.day).toBe(date.getUTCDate())
        },
      ),
    )
  })

  it('never takes 16 digits whose date no calendar has', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{16}$/), (digits) => {
        const written = Number(digits.slice(6, 8))
        const day = written > 40 ? written - 40 : written
        const month = Number(digits.slice(8, 10))
        const isReal = [1900, 2000].some((century) => {
          const date = new Date(Date.UTC(century + Number(digits.slice(10, 12)), month - 1, day))
          return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
        })
        expect(parseNik(digits).ok).toBe(isReal && digits.slice(12) !== '0000')
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('nikWarnings', () => {
  const today = '2026-11-23'
  const nik = nikOf('6271011708670001')
  const codes = (...args: Parameters<typeof nikWarnings>) =>
    nikWarnings(...args).map((warning) => warning.code)

  it('says nothing when everything agrees', () => {
    const context = {
      today,
      birthDate: '1967-08-17',
      sex: 'LAKI-LAKI',
      regionKnown: (code: string) => code === '627101',
      addressRegency: '6271',
    }
    expect(nikWarnings(nik, context)).toEqual([])
  })

  it('says nothing about what it does not know', () => {
    expect(nikWarnings(nik, { today })).toEqual([])
    expect(nikWarnings(nik, { today: 'not a day', birthDate: 'abc', sex: 'X' })).toEqual([])
  })

  it.each(['1967-08-18', '1967-09-17', '1968-08-17'])(
    'names the date inside the number beside %s',
    (birthDate) => {
      expect(nikWarnings(nik, { today, birthDate })).toEqual([
        { code: 'nik.birthDate', params: { a: '17-08-67' } },
      ])
    },
  )

  it('warns of another sex', () => {
    expect(nikWarnings(nik, { today, sex: 'PEREMPUAN' })).toEqual([
      { code: 'nik.sex', params: { a: 'LAKI-LAKI' } },
    ])
  })

  it('warns of an unknown region, with its code', () => {
    const regionKnown = knownRegions(['62.71.02', '110101'])
    expect(nikWarnings(nik, { today, regionKnown })).toEqual([
      { code: 'nik.region', params: { code: '627101' } },
    ])
    expect(codes(nikOf('1101011708670001'), { today, regionKnown })).toEqual([])
    expect(codes(nikOf('6271021708670001'), { today, regionKnown })).toEqual([])
  })

  it('warns when the address is elsewhere', () => {
    expect(codes(nik, { today, addressRegency: '6203' })).toEqual(['nik.address'])
  })

  it.each([
    ['2009-11-24', 16],
    ['2009-11-23', undefined],
    ['2026-11-23', 0],
  ])('born %s: age %s', (birthDate, n) => {
    const [, month, day] = birthDate.split('-')
    const young = nikOf(`627101${day}${month}${birthDate.slice(2, 4)}0001`)
    const expected = n === undefined ? [] : [{ code: 'nik.age', params: { n } }]
    expect(nikWarnings(young, { today, birthDate })).toEqual(expected)
    expect(nikWarnings(young, { today })).toEqual(expected)
  })

  it('takes a year still to come for the last century’s', () => {
    expect(nikWarnings(nikOf('6271012411260001'), { today })).toEqual([])
    expect(nikWarnings(nikOf('6271013112290001'), { today })).toEqual([])
  })
})

describe('showing a NIK', () => {
  it('groups, masks, and never shows what is no NIK', () => {
    expect(formatNik('6271011708670001')).toBe('6271 0117 0867 0001')
    expect(formatNik('627')).toBe('627')
    expect(maskNik('6271 0157 0890 0000')).toBe('6271 **** **** 0000')
    expect(maskNik('627101170867')).toBe('**** **** **** ****')
  })

  it('cuts the region codes', () => {
    expect([provinceOf, regencyOf, districtOf].map((cut) => cut('6271011708670001'))).toEqual([
      '62',
      '6271',
      '627101',
    ])
    expect(provinceOf(nikOf('6271011708670001'))).toBe('62')
  })
})
