import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { makeReference, parseReference } from '#shared/domain/submission/reference.ts'

const inPayload = SubmissionPayload.shape.reference

describe('makeReference', () => {
  it('is what the payload takes, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), (random) => {
        expect(inPayload.safeParse(makeReference(random)).success).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('uses all 32 characters equally, none of 0 O 1 I', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const character = makeReference(new Uint8Array(8).fill(byte)).charAt(3)
      counts.set(character, (counts.get(character) ?? 0) + 1)
    }
    expect(counts.size).toBe(32)
    expect(new Set(counts.values())).toEqual(new Set([8]))
    expect(Array.from(counts.keys()).join('')).not.toMatch(/[0O1I]/)
  })

  it('depends on every byte', () => {
    const seen = Array.from({ length: 8 }, (_, at) =>
      makeReference(Uint8Array.from({ length: 8 }, (_none, index) => (index === at ? 5 : 0))),
    )
    expect(new Set(seen).size).toBe(8)
  })

  it('wants eight bytes', () => {
    expect(() => makeReference(new Uint8Array(7))).toThrow(RangeError)
  })
})

describe('parseReference', () => {
  it.each([
    'KT-7F3K-92QD',
    'kt-7f3k-92qd',
    'KT7F3K92QD',
    '7f3k 92qd',
    ' kt 7f3k–92qd ',
    'ＫＴ－７Ｆ３Ｋ－９２ＱＤ',
    'KT.7F3K.92QD',
  ])('reads %s', (text) => {
    expect(parseReference(text)).toEqual({ ok: true, value: 'KT-7F3K-92QD' })
  })

  it.each([
    '',
    'KT',
    'KT-7F3K-92Q',
    'KT-7F3K-92QDD',
    'KT-7F3K-92Q0',
    'KT-7F3K-92QO',
    'KT-7F3K-92QI',
    'KT-7F3K-92Q1',
    'XX-7F3K-92QD',
    'KT-7F3K-92Q😀',
    'KT-7F3K-92ß',
  ])('refuses %s', (text) => {
    expect(parseReference(text)).toEqual({ ok: false, error: { code: 'reference.format' } })
  })

  it('reads back every reference, also one whose code starts with KT', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        fc.boolean(),
        fc.boolean(),
        (random, lower, bare) => {
          const reference = makeReference(random)
          const written = bare ? reference.slice(3).replace('-', ' ') : reference
          expect(parseReference(lower ? written.toLowerCase() : written)).toEqual({
            ok: true,
            value: reference,
          })
        },
      ),
    )
    expect(parseReference('KT22-2222')).toEqual({ ok: true, value: 'KT-KT22-2222' })
  })
})
