import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emailWarnings,
  formatDateIndonesian,
  formatNik,
  formatNip,
  formatNpwp,
  formatPhone,
  type Issue,
  maskEmail,
  maskName,
  maskNik,
  maskPhone,
  parseCoordinates,
  parseDate,
  parseEmail,
  parseNib,
  parseNik,
  parseNip,
  parseNpwp,
  parseNrp,
  parsePersonName,
  parsePhone,
  parseUsername,
  personNameWarnings,
  proposeUsername,
} from '#shared/domain/identity/index.ts'
import type { Result } from '#shared/domain/result.ts'
import { parseReference } from '#shared/domain/submission/reference.ts'
import { identityMessages } from '../../../src/renderer/i18n/messages/identity.ts'

type Parser = (text: string) => Result<string | { readonly value: string }, Issue>

/** Each parser with the shape that everything it takes must have, whatever was typed. */
const parsers: ReadonlyArray<readonly [string, Parser, RegExp]> = [
  ['NIK', parseNik, /^[0-9]{6}([0-6][0-9]|7[01])(0[1-9]|1[0-2])[0-9]{2}(?!0000)[0-9]{4}$/],
  ['NIP', parseNip, /^(19|20|21)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9][0-9]{6}[12][0-9]{3}$/],
  ['NRP', parseNrp, /^(?!0{18})[0-9]{18}$/],
  ['NPWP', parseNpwp, /^[0-9]{15,16}$/],
  ['NIB', parseNib, /^[0-9]{13}$/],
  ['phone', parsePhone, /^\+628[0-9]{8,12}$/],
  ['e-mail', parseEmail, /^[!-?A-~]{1,64}@[a-z0-9.-]+\.[a-z]{2,}$/],
  ['username', parseUsername, /^[a-z][a-z0-9._]{3,29}$/],
  ['name', parsePersonName, /^[\p{Script=Latin}0-9.,'/-][\p{Script=Latin}0-9 .,'/-]{0,99}$/u],
  ['date', parseDate, /^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/],
  ['coordinates', parseCoordinates, /^-?[0-9]{1,2}\.[0-9]{6}, [0-9]{2,3}\.[0-9]{6}$/],
  ['reference', parseReference, /^KT-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/],
]

/** Anything a keyboard, a scanner, a clipboard or an attacker may deliver. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.stringMatching(/^[0-9 .+()-]{0,30}$/),
  fc.stringMatching(/^[0-9]{13,18}$/),
  fc
    .array(
      fc.constantFrom(
        '6271',
        '19670817',
        '199003',
        '08',
        '@',
        'gmail.com',
        '\u202e',
        '\u200b',
        '😀',
        '٣',
        'KT-',
        ' ',
        '\0',
        '\ud800',
        'NIK',
        "'",
        '0000',
        '1',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

const textOf = (value: string | { readonly value: string }): string =>
  typeof value === 'string' ? value : value.value

describe.each(parsers)('%s, given any text', (_name, parse, shape) => {
  it('answers a value of its shape or an issue that has words, and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parse(text)
        if (parsed.ok) expect(textOf(parsed.value)).toMatch(shape)
        else expect(identityMessages).toHaveProperty([parsed.error.code])
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads its own value again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parse(text)
        if (parsed.ok) expect(parse(textOf(parsed.value))).toEqual(parsed)
      }),
      { numRuns: 1_000 },
    )
  })

  it('refuses ten thousand characters with words that fit', () => {
    for (const part of ['1', 'A', ' ', '😀', '\u202e']) {
      const parsed = parse(part.repeat(10_000 / part.length))
      expect(parsed.ok ? '' : parsed.error.code).toMatch(/\.(length|format)$/)
    }
  })

  it('refuses ten million characters at once', () => {
    for (const part of ['0', ' ', '😀', 'a@', '-', '\u200b']) {
      const started = performance.now()
      expect(parse(part.repeat(10_000_000 / part.length)).ok).toBe(false)
      expect(performance.now() - started).toBeLessThan(1_000)
    }
  })
})

describe('showing any text', () => {
  it('never throws, and masks never show a long run of digits', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const show of [
          formatNik,
          formatNip,
          formatNpwp,
          formatPhone,
          formatDateIndonesian,
          maskEmail,
          maskName,
        ]) {
          expect(typeof show(text)).toBe('string')
        }
        expect(maskNik(text)).not.toMatch(/[0-9]{5}/)
        expect(maskPhone(text)).not.toMatch(/[0-9]{5}/)
        expect(Array.isArray(emailWarnings(text)) && Array.isArray(personNameWarnings(text))).toBe(true)
        expect(proposeUsername(text)).not.toBe('')
      }),
      { numRuns: 1_000 },
    )
  })
})
