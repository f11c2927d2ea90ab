import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDateIndonesian,
  maskName,
  parseDate,
  parsePersonName,
  personNameWarnings,
} from '#shared/domain/identity/index.ts'

describe('parsePersonName', () => {
  it.each([
    ['SUKARNO', 'SUKARNO'],
    ['Y', 'Y'],
    ['Dr. H. Budi Santoso, S.H., M.Si.', 'Dr. H. Budi Santoso, S.H., M.Si.'],
    ["NUR'AINI", "NUR'AINI"],
    ['NUR’AINI', "NUR'AINI"],
    ['NUR`AINI', "NUR'AINI"],
    ['ANAK AGUNG A/N DEWI-PUTRI', 'ANAK AGUNG A/N DEWI-PUTRI'],
    ['  budi   SANTOSO ', 'budi SANTOSO'],
    ['ＢＵＤＩ', 'BUDI'],
    ['Jose\u0301', 'José'],
    ['A'.repeat(100), 'A'.repeat(100)],
  ])('reads %s and leaves the case alone', (text, value) => {
    expect(parsePersonName(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['', { code: 'name.empty' }],
    [' \u200b\t', { code: 'name.empty' }],
    ['A'.repeat(101), { code: 'name.length', params: { n: 101 } }],
    ['BUDI 😀', { code: 'name.characters' }],
    ['محمد', { code: 'name.characters' }],
    ['BUDI \u202eOSOTNAS', { code: 'name.characters' }],
    ['БУДИ', { code: 'name.characters' }],
    ['<b>BUDI</b>', { code: 'name.characters' }],
    ['BUDI; DROP TABLE', { code: 'name.characters' }],
    ['...', { code: 'name.characters' }],
    ['1234', { code: 'name.characters' }],
    ['\ud800', { code: 'name.characters' }],
  ])('refuses %s', (text, error) => {
    expect(parsePersonName(text)).toEqual({ ok: false, error })
  })

  it('wonders about a digit', () => {
    expect(personNameWarnings('BUDI')).toEqual([])
    expect(personNameWarnings('BUD1')).toEqual([{ code: 'name.digits.soft' }])
  })

  it('is stable on what it took', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÀ-öø-ÿ .,'/-]{1,100}$/), (text) => {
        const parsed = parsePersonName(text)
        if (parsed.ok) expect(parsePersonName(parsed.value)).toEqual(parsed)
      }),
    )
  })

  it('masks every word', () => {
    expect(maskName('Budi Santoso')).toBe('B*** S***')
    expect(maskName('SUKARNO')).toBe('S***')
    expect(maskName('')).toBe('')
  })
})

describe('parseDate', () => {
  it.each([
    '17-08-1967',
    '17/08/1967',
    '17/8/1967',
    '17.08.1967',
    '17 08 1967',
    '17 - 08 - 1967',
    '17081967',
    '1967-08-17',
    '1967/8/17',
    '17 Agustus 1967',
    '17 agu 1967',
    '17-AGT-1967',
    '１７－０８－１９６７',
    ' 17-08-1967\u200b',
  ])('reads %s', (text) => {
    expect(parseDate(text)).toEqual({ ok: true, value: '1967-08-17' })
  })

  it.each([
    ['', 'date.format'],
    ['17', 'date.format'],
    ['17-08', 'date.format'],
    ['17-08-196', 'date.format'],
    ['17-08-19677', 'date.format'],
    ['1967', 'date.format'],
    ['17 Augustus 1967', 'date.format'],
    ['1967-08-17T00:00:00Z', 'date.format'],
    ['١٧-٠٨-١٩٦٧', 'date.format'],
    ['17-08-1967😀', 'date.format'],
    ['\u202e17-08-1967', 'date.format'],
    ['17-08-67', 'date.year'],
    ['170867', 'date.year'],
    ['17 Agustus 67', 'date.year'],
    ['31-04-1967', 'date.impossible'],
    ['29-02-1967', 'date.impossible'],
    ['29-02-1900', 'date.impossible'],
    ['00-08-1967', 'date.impossible'],
    ['17-13-1967', 'date.impossible'],
    ['08-17-1967', 'date.impossible'],
    ['17-08-1867', 'date.impossible'],
    ['17-08-2967', 'date.impossible'],
  ])('refuses %s', (text, code) => {
    expect(parseDate(text)).toEqual({ ok: false, error: { code } })
  })

  it('refuses a day after today only when told the day', () => {
    expect(parseDate('24-11-2026')).toEqual({ ok: true, value: '2026-11-24' })
    expect(parseDate('24-11-2026', { today: '2026-11-23' })).toEqual({
      ok: false,
      error: { code: 'date.future' },
    })
    expect(parseDate('23-11-2026', { today: '2026-11-23' }).ok).toBe(true)
  })

  it('agrees with the calendar on every day, month and year', () => {
    const two = (value: number) => String(value).padStart(2, '0')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 32 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 1900, max: 2100 }),
        (day, month, year) => {
          const date = new Date(Date.UTC(year, month - 1, day))
          const isReal =
            date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
          expect(parseDate(`${two(day)}-${two(month)}-${year}`).ok).toBe(isReal)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('comes back from the words', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, (day) => {
        const iso = day.toISOString().slice(0, 10)
        expect(parseDate(formatDateIndonesian(iso))).toEqual({ ok: true, value: iso })
      }),
    )
  })

  it('writes the date in words, other text as it is', () => {
    expect(formatDateIndonesian('1967-08-17')).toBe('17 Agustus 1967')
    expect(formatDateIndonesian('2026-01-02')).toBe('2 Januari 2026')
    expect(formatDateIndonesian('besok')).toBe('besok')
    expect(formatDateIndonesian('2026-02-30')).toBe('2026-02-30')
  })
})
