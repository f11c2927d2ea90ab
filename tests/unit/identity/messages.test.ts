import { describe, expect, it } from 'vitest'
import {
  emailWarnings,
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
} from '#shared/domain/identity/index.ts'
import { parseReference } from '#shared/domain/submission/reference.ts'
import { identityMessages } from '../../../src/renderer/i18n/messages/identity.ts'

const entries = Object.entries(identityMessages)
const placeholders = (text: string): string[] =>
  Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? '').sort()

describe('words for identifiers', () => {
  it.each(entries)('%s says the same in both languages', (_key, message) => {
    expect(placeholders(message.id)).toEqual(placeholders(message.en))
    expect(message.id).toMatch(/[.?]$/)
    expect(message.en).toMatch(/[.?]$/)
  })

  it.each(entries)('%s avoids the words that interface.md avoids', (_key, message) => {
    expect(message.id).not.toMatch(
      /\b(klik|submit|unggah|pindai|invalid|error|gagal|sinkronisasi|ocr|biometrik|login)\b/i,
    )
  })

  it.each([
    ['a NPWP', parseNpwp('01.234.567.4-901.000')],
    ['a NIP', parseNip('19670817 199003 1 001')],
    ['a NIK', parseNik('6271 0117 0867 0001')],
  ])('gives an example of %s that is taken', (_name, parsed) => {
    expect(parsed.ok).toBe(true)
  })

  const QUESTIONS =
    /\.soft$|^nik\.(birthDate|sex|age|region|address|duplicate)$|^email\.(typo|registered|unregistered)$/
  it.each(entries.filter(([key]) => !QUESTIONS.test(key)))(
    '%s refuses, so it gives an example in both languages',
    (_key, message) => {
      expect(message.id).toMatch(/contoh/i)
      expect(message.en).toMatch(/for example/i)
    },
  )

  it.each([
    ['NIK', /6271 0117 0867 0001/, parseNik],
    ['NIP', /19670817 199003 1 001/, parseNip],
    ['NPWP', /01\.234\.567\.4-901\.000|0012 3456 7490 1000/, parseNpwp],
    ['NIB', /9120001234567/, parseNib],
    ['NRP', /24565/, parseNrp],
    ['date', /17-08-1967/, parseDate],
    ['name', /BUDI SANTOSO/, parsePersonName],
    ['phone', /0812-3456-7890/, parsePhone],
    ['e-mail', /nama@gmail\.com/, parseEmail],
    ['username', /budi\.santoso/, parseUsername],
    ['coordinates', /-2\.2083, 113\.9138/, parseCoordinates],
    ['reference', /KT-7F3K-92QD/, parseReference],
  ] as const)('the example of a %s is taken when somebody copies it', (_name, example, parse) => {
    const shown = entries.flatMap(([, { id, en }]) => [id.match(example)?.[0], en.match(example)?.[0]])
    const examples = [...new Set(shown.filter((text) => text !== undefined))]
    expect(examples).not.toEqual([])
    for (const text of examples) expect([text, parse(text).ok]).toEqual([text, true])
  })

  it('asks for the meant domain, not the typed one', () => {
    const [warning] = emailWarnings('nama@gmial.com')
    expect(identityMessages['email.typo'].id.replace('{domain}', String(warning?.params?.domain))).toBe(
      'Maksudnya gmail.com?',
    )
  })
})
