import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNip, type Nip, nipWarnings, parseNip, parseNrp } from '#shared/domain/identity/index.ts'

const nipOf = (text: string): Nip => {
  const parsed = parseNip(text)
  if (!parsed.ok) throw new Error(`${text} refused: ${parsed.error.code}`)
  return parsed.value
}

describe('parseNip', () => {
  it('reads the parts', () => {
    expect(nipOf('19670817 199003 1 001')).toEqual({
      value: '196708171990031001',
      birthDate: '1967-08-17',
      appointment: { year: 1990, month: 3 },
      sex: 'LAKI-LAKI',
      serial: '001',
    })
  })

  it('takes a PPPK number, whose digits 13–14 are no month', () => {
    const nip = nipOf('198501122022212003')
    expect(nip.appointment).toEqual({ year: 2022, month: null })
    expect(nip.sex).toBe('PEREMPUAN')
    expect(nipWarnings(nip, {})).toEqual([])
  })

  it.each([
    ['01', 1],
    ['12', 12],
    ['13', null],
    ['00', null],
    ['21', null],
  ])('takes digits 13–14 %s for month %s', (digits, month) => {
    expect(nipOf(`196708171990${digits}1001`).appointment.month).toBe(month)
  })

  it.each(['NIP. 19670817 199003 1 001', '1967-0817.199003-1-001', '１９６７０８１７１９９００３１００１'])(
    'reads %s',
    (text) => {
      expect(nipOf(text).value).toBe('196708171990031001')
    },
  )

  it.each([
    ['17 digits', '19670817199003100', 'nip.length', 17],
    ['19 digits', '1967081719900310011', 'nip.length', 19],
    ['10,000 characters', 'x'.repeat(10_000), 'nip.length', 10_000],
    ['letters', '19670817199003100A', 'nip.characters', undefined],
    ['an emoji', '19670817199003100🙂', 'nip.characters', undefined],
    ['31 February', '196702311990031001', 'nip.date', undefined],
    ['the year 1867', '186708171990031001', 'nip.date', undefined],
    ['29 February 1900', '190002291990031001', 'nip.date', undefined],
    ['sex digit 0', '196708171990030001', 'nip.sex', undefined],
    ['sex digit 3', '196708171990033001', 'nip.sex', undefined],
  ])('refuses %s', (_name, text, code, n) => {
    expect(parseNip(text)).toEqual({ ok: false, error: n === undefined ? { code } : { code, params: { n } } })
  })

  it('gives back what formatNip wrote', () => {
    const date = fc.date({ min: new Date('1940-01-01'), max: new Date('2008-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, fc.stringMatching(/^[0-9]{6}[12][0-9]{3}$/), (born, rest) => {
        const digits = born.toISOString().slice(0, 10).replaceAll('-', '') + rest
        expect(nipOf(formatNip(digits)).value).toBe(digits)
        expect(nipOf(digits).birthDate).toBe(born.toISOString().slice(0, 10))
      }),
    )
  })
})

describe('formatNip', () => {
  it('writes 8-6-1-3 and leaves other text alone', () => {
    expect(formatNip('196708171990031001')).toBe('19670817 199003 1 001')
    expect(formatNip('1967')).toBe('1967')
  })
})

describe('nipWarnings', () => {
  const nip = nipOf('196708171990031001')
  const codes = (...args: Parameters<typeof nipWarnings>) =>
    nipWarnings(...args).map((warning) => warning.code)

  it('compares with birth date and sex', () => {
    expect(codes(nip, { birthDate: '1967-08-17', sex: 'LAKI-LAKI' })).toEqual([])
    expect(codes(nip, { birthDate: '1967-08-18', sex: 'PEREMPUAN' })).toEqual([
      'nip.birthDate.soft',
      'nip.sex.soft',
    ])
  })

  it('expects a month only of somebody who is certainly no PPPK', () => {
    const pppk = nipOf('198501122022211003')
    expect(codes(pppk, {})).toEqual([])
    expect(codes(pppk, { pppk: true })).toEqual([])
    expect(codes(pppk, { pppk: false })).toEqual(['nip.month.soft'])
    expect(codes(nip, { pppk: false })).toEqual([])
  })

  it('wonders about an appointment in childhood', () => {
    expect(codes(nipOf('196708171981031001'), {})).toEqual(['nip.appointment.soft'])
    expect(codes(nipOf('196708171982031001'), {})).toEqual([])
  })
})

describe('parseNrp', () => {
  it.each([
    ['24565', '000000000000024565'],
    ['24565/P', '000000000000024565'],
    ['NRP. 24565', '000000000000024565'],
    ['AB 12-345', '000000000000012345'],
    ['000000000000024565', '000000000000024565'],
    ['123456789012345678', '123456789012345678'],
    ['７８０１０２３４', '000000000078010234'],
  ])('reads %s as %s', (text, value) => {
    expect(parseNrp(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['1234567890123456789', { code: 'nrp.length', params: { n: 19 } }],
    ['', { code: 'nrp.empty' }],
    ['ABC', { code: 'nrp.empty' }],
    ['000', { code: 'nrp.empty' }],
    ['24565😀', { code: 'nrp.characters' }],
    ['٢٤٥٦٥', { code: 'nrp.characters' }],
  ])('refuses %s', (text, error) => {
    expect(parseNrp(text)).toEqual({ ok: false, error })
  })

  it('is padded once and for all', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }),
        fc.constantFrom('', '/P', ' AB'),
        (number, letters) => {
          const once = parseNrp(`${number}${letters}`)
          expect(once.ok && once.value.length === 18 && BigInt(once.value) === number).toBe(true)
          if (once.ok) expect(parseNrp(once.value)).toEqual(once)
        },
      ),
    )
  })
})
