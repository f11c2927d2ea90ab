import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleSteps } from '#shared/domain/forms/index.ts'
import { getForm } from '#shared/domain/services/index.ts'
import { laterStep, mayGoTo, stepAfter } from '#shared/domain/visit/index.ts'

const form = getForm('profil')
const asn = { pemohon: 'asn' }
const penyedia = { pemohon: 'penyedia' }

describe('going on', () => {
  it('passes every visible step in order and stays at the last', () => {
    for (const values of [asn, penyedia]) {
      const path = ['siapa']
      while (path.at(-1) !== 'tinjau') path.push(stepAfter(form, values, path.at(-1) ?? '').id)
      expect(path).toEqual(visibleSteps(form, values).map((step) => step.id))
      expect(stepAfter(form, values, 'tinjau').id).toBe('tinjau')
    }
  })

  it('goes on behind a step that stopped to apply', () => {
    expect(stepAfter(form, penyedia, 'kepegawaian').id).toBe('kontak')
  })
})

describe('going to a step', () => {
  it('is allowed back, never past the furthest', () => {
    expect(mayGoTo(form, asn, 'nik', 'siapa')).toBe(true)
    expect(mayGoTo(form, asn, 'nik', 'nik')).toBe(true)
    expect(mayGoTo(form, asn, 'nik', 'kepegawaian')).toBe(false)
    expect(mayGoTo(form, asn, 'nik', 'tidak-ada')).toBe(false)
    expect(mayGoTo(form, penyedia, 'tinjau', 'kepegawaian')).toBe(false)
  })

  it('is still allowed when the furthest step stopped to apply', () => {
    expect(mayGoTo(form, penyedia, 'kepegawaian', 'syarat')).toBe(true)
    expect(mayGoTo(form, penyedia, 'kepegawaian', 'kontak')).toBe(false)
  })

  it('never leaves a registrant without a way, whatever was answered and reached', () => {
    const ids = form.steps.map((step) => step.id)
    const who = fc.constantFrom({}, asn, penyedia, { pemohon: 'tni' })
    fc.assert(
      fc.property(fc.constantFrom(...ids), who, (furthest, values) => {
        expect(mayGoTo(form, values, furthest, 'siapa')).toBe(true)
        const next = stepAfter(form, values, furthest).id
        expect(visibleSteps(form, values).map((step) => step.id)).toContain(next)
        expect(laterStep(form, furthest, next)).toBe(furthest === 'tinjau' ? 'tinjau' : next)
      }),
    )
  })
})
