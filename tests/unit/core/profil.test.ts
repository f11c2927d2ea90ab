import { describe, expect, it } from 'vitest'
import { FormDefinition, RAIL } from '#shared/domain/forms/index.ts'
import { KTP_FIELDS } from '#shared/domain/ktp/fields.ts'
import { CONSENTS, findForm, getForm } from '#shared/domain/services/index.ts'
import { dictionary } from '../../../src/renderer/i18n/dictionary.ts'

const profil = getForm('profil')
const fields = profil.steps.flatMap((step) => step.fields)
const steps = new Map(profil.steps.map((step) => [step.id, step]))

describe('the form definition of profil', () => {
  it('is what its schema says, with nothing that the schema does not know', () => {
    expect(FormDefinition.parse(profil)).toEqual(profil)
  })

  it('has every step and every field once', () => {
    expect(steps.size).toBe(profil.steps.length)
    expect(new Set(fields.map((field) => field.id)).size).toBe(fields.length)
  })

  it('asks for both consents before the first photo, apart', () => {
    const order = profil.steps.map((step) => step.id)
    expect(order.indexOf('persetujuan')).toBeLessThan(order.indexOf('foto-ktp'))
    const ticks = CONSENTS.map((consent) => consent.field)
    expect(new Set(ticks).size).toBe(2)
    for (const id of ticks) {
      expect(steps.get('persetujuan')?.fields).toContainEqual(
        expect.objectContaining({ id, type: 'tick', required: true }),
      )
    }
  })

  it('confirms every printed field of the KTP, requires three, and may list each as looked at', () => {
    const confirm = steps.get('cocokkan')?.fields ?? []
    expect(confirm.map((field) => field.id)).toEqual([...KTP_FIELDS, 'sudahDicek'])
    const required = confirm.filter((field) => field.required).map((field) => field.id)
    expect(required).toEqual(['nik', 'nama', 'tanggalLahir'])
    expect(confirm.at(-1)?.options).toEqual([...KTP_FIELDS])
  })

  it('is found by name and version, and nothing else is', () => {
    expect(findForm('profil', 1)).toBe(profil)
    expect(findForm('profil', 2)).toBeUndefined()
    expect(findForm('__proto__')).toBeUndefined()
    expect(() => getForm('akses-lain')).toThrow()
  })
})

describe('words for profil', () => {
  const has = (key: string) => Object.hasOwn(dictionary, key)
  // Everything that checks, gates and pictures may answer.
  it.each([
    'field.required',
    'field.tick',
    'field.choose',
    'field.text',
    'field.tooLong',
    'field.hidden',
    'who.none',
    'req.missing',
    'consent.missing',
    'review.tick',
    'review.locked',
    'photo.missing',
    'photo.too-large',
    'photo.undecodable',
    'ocr.unsureLeft',
    'email.office',
    'username.taken',
    'code.open',
    'pin.weak',
  ])('%s has its words', (key) => {
    expect(has(key)).toBe(true)
  })

  it('every rail station has its word', () => {
    expect(RAIL.filter((station) => !has(`rail.${station}`))).toEqual([])
  })
})
