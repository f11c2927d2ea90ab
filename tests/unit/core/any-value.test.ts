import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkDraftValues,
  checkField,
  checkStep,
  FieldType,
  type StepDefinition,
  visibleFields,
} from '#shared/domain/forms/index.ts'
import { getForm } from '#shared/domain/services/index.ts'
import type { FieldValue, FormValues } from '#shared/domain/submission/payload.ts'
import { dictionary } from '../../../src/renderer/i18n/dictionary.ts'

const SERVICES = [
  'akun',
  'profil',
  'akses-penyedia',
  'akses-non-penyedia',
  'nonaktif-akses',
  'reaktivasi-akses',
  'admin-wna',
  'admin-cabang',
]
const steps = SERVICES.flatMap((service) => getForm(service).steps)
const fields = steps.flatMap((step) => step.fields)
const options = [...new Set(fields.flatMap((field) => field.options ?? []))]

/** Anything that may be sent for a field: text of any script, the options of other fields, lists, ticks. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.stringMatching(/^[0-9 .,+()-]{0,30}$/),
  fc.constantFrom(...options),
  fc.constantFrom(
    '',
    ' ',
    '\u202e',
    '\0',
    '😀',
    '62.71.01.1001',
    '-2.2, 113.9',
    '2026-02-30',
    'x'.repeat(10_000),
  ),
)
const anyValue: fc.Arbitrary<FieldValue> = fc.oneof(
  anyText,
  fc.boolean(),
  fc.array(anyText, { maxLength: 5 }),
)
const FORBIDDEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

describe.each(FieldType.options)('a field of type %s, given any value', (type) => {
  const own = fields.filter((field) => field.type === type)

  it('is in some form', () => {
    expect(own).not.toEqual([])
  })

  it('never throws, has words for what it refuses, and takes its stored form again unchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom(...own), anyValue, (field, value) => {
        const checked = checkField(field, value, {})
        if (!checked.ok) {
          expect(dictionary).toHaveProperty([checked.error.code])
          return
        }
        expect(checkField(field, checked.value, {})).toEqual(checked)
        const { options: allowed } = field
        const list = [checked.value].flat()
        if (allowed) for (const each of list) expect(allowed).toContain(each)
        for (const each of list) if (typeof each === 'string') expect(each).not.toMatch(FORBIDDEN)
        expect(JSON.stringify(checked.value).length).toBeLessThan(2_000)
      }),
      { numRuns: 400 },
    )
  })
})

describe('a step, given values that it does not ask for', () => {
  const anyStep = fc.constantFrom(...steps)
  const anyId = fc.constantFrom(...new Set(fields.map((field) => field.id)), 'x', '__proto__x', 'constructor')
  const shown = (step: StepDefinition, values: FormValues) =>
    new Set(visibleFields(step, values).map((field) => field.id))

  it('refuses each of them, whether it is left or only put aside', () => {
    fc.assert(
      fc.property(anyStep, anyId, anyValue, (step, id, value) => {
        const sent = { [id]: value }
        fc.pre(!shown(step, sent).has(id))
        const hidden = { field: id, code: 'field.hidden' }
        expect(checkStep(step, {}, sent).issues).toContainEqual(hidden)
        expect(checkDraftValues(step, {}, sent).issues).toContainEqual(hidden)
      }),
      { numRuns: 1_000 },
    )
  })
})
