import { describe, expect, it } from 'vitest'
import {
  checkDraftValues,
  checkField,
  checkForm,
  checkStep,
  type FieldDefinition,
  type FormDefinition,
  getStep,
  type StepDefinition,
  visibleFields,
  visibleOptions,
  visibleSteps,
  withoutForeignUnit,
} from '#shared/domain/forms/index.ts'

const step = (id: string, fields: FieldDefinition[], more: Partial<StepDefinition> = {}): StepDefinition => ({
  id,
  screen: 'fields',
  turn: 'petugas',
  rail: 'data',
  fields,
  sop: [],
  standardMinutes: 0,
  idleSeconds: 60,
  ...more,
})

const who: FieldDefinition = { id: 'pemohon', type: 'choice', required: true, options: ['asn', 'penyedia'] }
const forAsn = { field: 'pemohon', oneOf: ['asn'] }
const form: FormDefinition = {
  outcome: 'profile',
  service: 'uji',
  version: 1,
  steps: [
    step('siapa', [who]),
    step('nip', [{ id: 'nip', type: 'nip', required: true }], { visibleWhen: forAsn }),
    step('kontak', [
      { id: 'hp', type: 'phone', required: true },
      { id: 'catatan', type: 'text', required: false, maxLength: 10 },
      { id: 'satker', type: 'text', required: true, visibleWhen: forAsn },
    ]),
  ],
}
const contact = getStep(form, 'kontak')
const codes = (issues: readonly { field: string; code: string }[]) =>
  issues.map(({ field, code }) => `${field}:${code}`)

describe('conditions', () => {
  it('show steps, fields and options only to whom they apply', () => {
    expect(visibleSteps(form, { pemohon: 'asn' }).map(({ id }) => id)).toEqual(['siapa', 'nip', 'kontak'])
    expect(visibleSteps(form, { pemohon: 'penyedia' }).map(({ id }) => id)).toEqual(['siapa', 'kontak'])
    expect(visibleSteps(form, {}).map(({ id }) => id)).toEqual(['siapa', 'kontak'])
    expect(visibleFields(contact, { pemohon: 'asn' }).map(({ id }) => id)).toContain('satker')
    expect(visibleFields(contact, { pemohon: 'penyedia' }).map(({ id }) => id)).not.toContain('satker')
    const ticks: FieldDefinition = {
      id: 'dibawa',
      type: 'ticks',
      required: true,
      options: ['ktp', 'nip'],
      optionConditions: { nip: forAsn },
    }
    expect(visibleOptions(ticks, { pemohon: 'penyedia' })).toEqual(['ktp'])
    expect(visibleOptions(ticks, { pemohon: 'asn' })).toEqual(['ktp', 'nip'])
  })

  it('hold for a text only, not for a list that contains it', () => {
    expect(visibleSteps(form, { pemohon: ['asn'] })).toHaveLength(2)
    expect(visibleSteps(form, { pemohon: true })).toHaveLength(2)
  })
})

describe('a step that is left', () => {
  it('refuses values of hidden and of foreign fields', () => {
    const sent = { hp: '08123456789', satker: 'Dinas', nik: '6271011708900001' }
    const { issues } = checkStep(contact, { pemohon: 'penyedia' }, sent)
    expect(codes(issues)).toEqual(['satker:field.hidden', 'nik:field.hidden'])
  })

  it('wants every required field, also when only spaces were typed', () => {
    expect(codes(checkStep(contact, { pemohon: 'asn' }, {}).issues)).toEqual([
      'hp:field.required',
      'satker:field.required',
    ])
    const spaces = checkStep(contact, { pemohon: 'asn' }, { hp: '0812-3456-789', satker: ' \t ' })
    expect(codes(spaces.issues)).toEqual(['satker:field.required'])
    expect(codes(checkStep(getStep(form, 'siapa'), {}, {}).issues)).toEqual(['pemohon:who.none'])
  })

  it('stores values in their normal form and leaves empty ones out', () => {
    const { values, issues } = checkStep(contact, {}, { hp: '0812-3456-789', catatan: '' })
    expect(issues).toEqual([])
    expect(values).toEqual({ hp: '+628123456789' })
  })

  it('names what is too long', () => {
    const { issues } = checkStep(contact, {}, { hp: '08123456789', catatan: 'x'.repeat(11) })
    expect(issues).toEqual([{ field: 'catatan', code: 'field.tooLong', params: { max: 10 } }])
  })
})

describe('a value put aside while it is typed', () => {
  it('is kept as typed, and nothing is required', () => {
    expect(checkDraftValues(contact, {}, { hp: '08 12', catatan: '' })).toEqual({
      values: { hp: '08 12' },
      issues: [],
    })
  })

  it('is refused when its field is hidden or foreign', () => {
    const { issues } = checkDraftValues(contact, { pemohon: 'penyedia' }, { satker: 'x', lain: 'y' })
    expect(codes(issues)).toEqual(['satker:field.hidden', 'lain:field.hidden'])
  })
})

describe('the whole form', () => {
  const asn = { pemohon: 'asn', nip: '19900817 201501 1 001', hp: '08123456789', satker: 'Dinas' }

  it('answers every visible value in its normal form', () => {
    const { values, issues } = checkForm(form, asn)
    expect(issues).toEqual([])
    expect(values).toEqual({ ...asn, nip: '199008172015011001', hp: '+628123456789' })
  })

  it('leaves out what no longer applies', () => {
    const { values, issues } = checkForm(form, { ...asn, pemohon: 'penyedia' })
    expect(issues).toEqual([])
    expect(values).toEqual({ pemohon: 'penyedia', hp: '+628123456789' })
  })

  it('finds what is missing in any step', () => {
    expect(codes(checkForm(form, { pemohon: 'asn' }).issues)).toEqual([
      'nip:field.required',
      'hp:field.required',
      'satker:field.required',
    ])
  })
})

describe('one value', () => {
  const check = (field: Partial<FieldDefinition>, value: string | boolean | string[]) =>
    checkField({ id: 'x', type: 'text', required: true, ...field }, value, {})

  it.each([
    [{ type: 'choice', options: ['a'] }, 'b', 'field.choose'],
    [{ type: 'choice', options: ['a'] }, ['a'], 'field.choose'],
    [{ type: 'ticks', options: ['a', 'b'] }, ['a'], 'req.missing'],
    [{ type: 'ticks', options: ['a'] }, 'a', 'field.choose'],
    [{ type: 'list', options: ['a'] }, ['z'], 'field.choose'],
    [{ type: 'tick' }, 'true', 'field.choose'],
    [{ type: 'tick' }, false, 'field.tick'],
    [{ type: 'text' }, true, 'field.text'],
    [{ type: 'nik' }, ['6271011708900001'], 'field.text'],
    [{ type: 'date' }, '31-02-1990', 'date.impossible'],
  ] as const)('%j refuses %j with %s', (field, value, code) => {
    const checked = check(field as Partial<FieldDefinition>, value as string)
    expect(checked).toMatchObject({ ok: false, error: { code } })
  })

  it.each([
    [{ type: 'ticks', options: ['a', 'b'] }, ['b', 'a', 'a'], ['a', 'b']],
    [{ type: 'list', options: ['a', 'b'] }, ['b'], ['b']],
    [{ type: 'nrp' }, 'AB 24565', '000000000000024565'],
    [{ type: 'date' }, '17-08-1990', '1990-08-17'],
    [{ type: 'text' }, '  Jl.\u202e Merdeka \n 1 ', 'Jl. Merdeka 1'],
    [{ type: 'email' }, ' Nama@GMAIL.com ', 'nama@gmail.com'],
  ] as const)('%j stores %j as %j', (field, value, stored) => {
    const checked = check(field as Partial<FieldDefinition>, value as string)
    expect(checked).toEqual({ ok: true, value: stored })
  })
})

describe('a satuan kerja of the list', () => {
  const place = step('instansi', [
    { id: 'kantor', type: 'instansi', required: true },
    { id: 'unit', type: 'satuan-kerja', required: true },
  ])
  const before = { kantor: '[62.71] Kota A', unit: '[62.71-03] Dinas Kesehatan' }
  const other = { kantor: '[62.08] Kabupaten B' }

  it('goes with the instansi under which it was chosen', () => {
    expect(withoutForeignUnit(place, before, { ...before, ...other })).toEqual(other)
    expect(withoutForeignUnit(place, before, before)).toEqual(before)
  })

  it('stays when it was chosen anew, or typed and in no list', () => {
    const anew = { ...other, unit: '[62.08-01] Dinas Pendidikan' }
    expect(withoutForeignUnit(place, before, anew)).toEqual(anew)
    const typed = { ...before, unit: 'Bagian Umum' }
    expect(withoutForeignUnit(place, typed, { ...typed, ...other })).toEqual({ ...typed, ...other })
  })
})
