import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/domain/errors.ts'
import { dictionary } from '../../../src/renderer/i18n/dictionary.ts'
import { errorMessage } from '../../../src/renderer/i18n/error-text.ts'
import { hasMessage, translate } from '../../../src/renderer/i18n/text.ts'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('the dictionary', () => {
  it('has every text in both languages with the same placeholders', () => {
    const uneven = Object.entries(dictionary).filter(
      ([, text]) =>
        text.id.trim() === '' ||
        text.en.trim() === '' ||
        placeholders(text.en).join() !== placeholders(text.id).join(),
    )
    expect(uneven).toEqual([])
  })

  it('speaks as people do (interface specification §4, words to avoid)', () => {
    const avoided = /\b(klik|submit|unggah|pindai|invalid|error|sinkronisasi|OCR|biometrik|login)\b/i
    const offending = Object.entries(dictionary).filter(([, text]) => avoided.test(text.id))
    expect(offending).toEqual([])
  })
})

describe('translate', () => {
  it('fills placeholders and leaves unknown ones visible', () => {
    expect(translate('id', 'pin.wrong', { n: 3 })).toBe('PIN salah. Sisa 3 kali.')
    expect(translate('en', 'pin.wrong')).toContain('{n}')
  })

  it('knows which codes have a text, prototypes excluded', () => {
    expect(hasMessage('nik.length')).toBe(true)
    expect(hasMessage('toString')).toBe(false)
  })
})

describe('errorMessage', () => {
  const samples: AppError[] = [
    { code: 'unknown-channel' },
    { code: 'invalid-input', issues: [] },
    { code: 'too-large', maxBytes: 1 },
    { code: 'refused-caller' },
    { code: 'not-signed-in' },
    { code: 'forbidden' },
    { code: 'locked' },
    { code: 'pin-wrong', triesLeft: 2 },
    { code: 'pin-locked', until: '2026-11-23T10:00:00.000Z' },
    { code: 'not-found', what: 'submission' },
    { code: 'wrong-state', state: 'none' },
    { code: 'form', issues: [] },
    { code: 'intake-stopped', reason: 'disk-full' },
    { code: 'intake-stopped', reason: 'something new' },
    { code: 'central', kind: 'offline' },
    { code: 'central', kind: 'something new' },
    { code: 'camera', reason: 'not-installed' },
    { code: 'camera', reason: 'denied' },
    { code: 'store', reason: 'disk-full' },
    { code: 'store', reason: 'damaged' },
    { code: 'unexpected', ref: 'K-4F2' },
  ]

  it.each(samples)('$code has a text of its own', (error) => {
    expect(hasMessage(errorMessage(error).key)).toBe(true)
  })

  it('has a sample here for every code of the union', () => {
    const codes = AppError.options.map((option) => option.shape.code.value)
    expect(new Set(samples.map((sample) => sample.code))).toEqual(new Set(codes))
  })

  it('names the field rule when only one is broken', () => {
    const one: AppError = { code: 'form', issues: [{ field: 'nik', code: 'nik.length', params: { n: 12 } }] }
    expect(errorMessage(one)).toEqual({ key: 'nik.length', params: { n: 12 } })
    const two: AppError = { code: 'form', issues: [...one.issues, { field: 'hp', code: 'phone.format' }] }
    expect(errorMessage(two).key).toBe('error.form')
  })
})
