import { describe, expect, it } from 'vitest'
import { emailWarnings, parseNik, parseNip, parseNpwp } from '#shared/domain/identity/index.ts'
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

  it('asks for the meant domain, not the typed one', () => {
    const [warning] = emailWarnings('nama@gmial.com')
    expect(identityMessages['email.typo'].id.replace('{domain}', String(warning?.params?.domain))).toBe(
      'Maksudnya gmail.com?',
    )
  })
})
