import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNpwp, parseNib, parseNpwp } from '#shared/domain/identity/index.ts'

/** Check digit by the table of doubled digits, worked out another way than the code does it. */
const checkDigit = (first8: string): number => {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
  const sum = Array.from(first8, Number).reduce(
    (all, digit, index) => all + (index % 2 === 1 ? (doubled[digit] ?? 0) : digit),
    0,
  )
  return (10 - (sum % 10)) % 10
}

const first8 = fc.stringMatching(/^[0-9]{8}$/).filter((digits) => digits !== '00000000')
const last6 = fc.stringMatching(/^[0-9]{6}$/)

describe('parseNpwp', () => {
  it.each([
    ['01.234.567.4-901.000', '012345674901000', 'lama'],
    ['NPWP: 012345674901000', '012345674901000', 'lama'],
    ['0012 3456 7490 1000', '0012345674901000', 'badan'],
    ['6271011708670001', '6271011708670001', 'nik'],
  ])('reads %s', (text, value, kind) => {
    expect(parseNpwp(text)).toEqual({ ok: true, value: { value, kind } })
  })

  it.each([
    ['a wrong check digit', '01.234.567.8-901.000', { code: 'npwp.checkDigit' }],
    ['a wrong check digit in 16', '0012345678901000', { code: 'npwp.checkDigit' }],
    ['fifteen zeros', '0'.repeat(15), { code: 'npwp.checkDigit' }],
    ['sixteen zeros', '0'.repeat(16), { code: 'npwp.checkDigit' }],
    ['16 digits with an impossible date', '6271013213670001', { code: 'npwp.nik' }],
    ['14 digits', '01234567490100', { code: 'npwp.length', params: { n: 14 } }],
    ['17 digits', '01234567490100000', { code: 'npwp.length', params: { n: 17 } }],
    ['nothing', '', { code: 'npwp.length', params: { n: 0 } }],
    ['letters', '01.234.567.4-9O1.000', { code: 'npwp.characters' }],
    ['an emoji', '01.234.567.4-901.00🧾', { code: 'npwp.characters' }],
  ])('refuses %s', (_name, text, error) => {
    expect(parseNpwp(text)).toEqual({ ok: false, error })
  })

  it('takes exactly one check digit of ten, in both lengths, and survives formatting', () => {
    fc.assert(
      fc.property(
        first8,
        last6,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom('', '0'),
        (head, tail, check, zero) => {
          const digits = `${zero}${head}${check}${tail}`
          const parsed = parseNpwp(digits)
          expect(parsed.ok).toBe(check === checkDigit(head))
          if (parsed.ok) expect(parseNpwp(formatNpwp(digits))).toEqual(parsed)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('leaves other text alone when formatting', () => {
    expect(formatNpwp('012345674901000')).toBe('01.234.567.4-901.000')
    expect(formatNpwp('6271011708670001')).toBe('6271 0117 0867 0001')
    expect(formatNpwp('12')).toBe('12')
  })
})

describe('parseNib', () => {
  it('takes 13 digits in any notation', () => {
    expect(parseNib('NIB 0220-1044-1234.5')).toEqual({ ok: true, value: '0220104412345' })
  })

  it.each([
    ['022010441234', { code: 'nib.length', params: { n: 12 } }],
    ['02201044123456', { code: 'nib.length', params: { n: 14 } }],
    ['022010441234X', { code: 'nib.characters' }],
    ['٠٢٢٠١٠٤٤١٢٣٤٥', { code: 'nib.characters' }],
  ])('refuses %s', (text, error) => {
    expect(parseNib(text)).toEqual({ ok: false, error })
  })
})
