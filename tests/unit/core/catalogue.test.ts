import { describe, expect, it } from 'vitest'
import {
  type Conditions,
  FormDefinition,
  RAIL,
  type StepDefinition,
  visibleDocuments,
  visibleSteps,
} from '#shared/domain/forms/index.ts'
import { findForm, getForm, STAGE, serviceFor, WHO, wantsFor } from '#shared/domain/services/index.ts'
import { receiptHints } from '#shared/domain/submission/receipt-hints.ts'
import { stepTimes, visitTime } from '#shared/domain/visit/index.ts'
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
const has = (key: string) => Object.hasOwn(dictionary, key)
const listOf = (conditions: Conditions | undefined) =>
  conditions === undefined ? [] : Array.isArray(conditions) ? conditions : [conditions]
const conditionsOf = (step: StepDefinition) =>
  [
    step.visibleWhen,
    ...step.fields.map((field) => field.visibleWhen),
    ...step.fields.flatMap((field) => Object.values(field.optionConditions ?? {})),
    ...(step.documents ?? []).map((document) => document.visibleWhen),
  ].flatMap(listOf)

describe.each(SERVICES)('the form definition of %s', (service) => {
  const form = getForm(service)
  const fields = form.steps.flatMap((step) => step.fields)

  it('is what its schema says, with nothing that the schema does not know', () => {
    expect(FormDefinition.parse(form)).toEqual(form)
  })

  it('has every step once', () => {
    expect(new Set(form.steps.map((step) => step.id)).size).toBe(form.steps.length)
  })

  it('has a field twice only where never both are asked for', () => {
    const seen = new Map<string, StepDefinition>()
    for (const step of form.steps)
      for (const field of step.fields) {
        const other = seen.get(field.id)
        if (other) {
          const conditions = listOf(other.visibleWhen)
          const excluded = listOf(step.visibleWhen).some(({ field: id, oneOf }) =>
            conditions.some(
              (each) => each.field === id && !each.oneOf.some((value) => oneOf.includes(value)),
            ),
          )
          expect([field.id, excluded]).toEqual([field.id, true])
        }
        seen.set(field.id, step)
      }
  })

  it('names in its conditions only fields that come before or beside, and options these have', () => {
    const known = new Map<string, readonly string[]>()
    for (const step of form.steps) {
      for (const field of step.fields) known.set(field.id, field.options ?? [])
      for (const { field, oneOf } of conditionsOf(step)) {
        // `pemohon` is asked for only by those who still need a profile.
        if (field === 'pemohon' && !known.has(field)) continue
        expect([step.id, field, known.get(field)]).toEqual([
          step.id,
          field,
          expect.arrayContaining([...oneOf]),
        ])
      }
    }
  })

  it('goes along the rail without going back, and ends with the review', () => {
    const stations = form.steps.map((step) => RAIL.indexOf(step.rail))
    expect(stations).toEqual([...stations].sort((a, b) => a - b))
    expect(form.steps.at(-1)?.screen).toBe('review')
    expect(RAIL.filter((station) => !has(`rail.${station}`))).toEqual([])
  })

  it('asks for what must have been brought before any photo, and for consent before any datum', () => {
    const order = form.steps.map((step) => step.screen)
    const consent = order.indexOf('consent')
    expect(order.indexOf('checklist')).toBeLessThan(consent)
    for (const screen of ['ktp-photo', 'face-photo', 'fields', 'contact', 'documents', 'company'] as const) {
      const at = order.indexOf(screen)
      if (at !== -1) expect(at).toBeGreaterThan(consent)
    }
  })

  it('has words for its name, fields, options and documents, in both languages', () => {
    const OWN_WORDS = ['dibawa', 'caraSetuju', 'ketikSendiri', 'sudahDicek', 'setujuData']
    OWN_WORDS.push('setujuTandaTangan', 'nikBenar', 'sudahDitinjau', 'tanpaKacamataMasker', 'hasilNib')
    const missing = [
      `service.${service}`,
      ...fields.filter(({ id }) => !OWN_WORDS.includes(id)).map(({ id }) => `field.${id}.label`),
      ...fields
        .filter(({ type, id }) => (type === 'choice' || type === 'ticks') && !OWN_WORDS.slice(1).includes(id))
        // The card's closed lists are shown as they are printed.
        .filter(({ id }) => !['jenisKelamin', 'golonganDarah', 'agama'].includes(id))
        .filter(({ id }) => !['statusPerkawinan', 'kewarganegaraan'].includes(id))
        .flatMap(({ id, options }) => (options ?? []).map((option) => `choice.${id}.${option}`)),
      ...form.steps.flatMap((step) => (step.documents ?? []).map(({ id }) => `document.${id}`)),
    ].filter((key) => !has(key))
    expect([...new Set(missing)]).toEqual([])
  })
})

describe('the time of a visit', () => {
  const form = getForm('akses-penyedia')

  it('is added up by step, in the order of the form, beside the standard time of the SOP', () => {
    const times = stepTimes(form, [
      { step: 'tipe-penyedia', seconds: 20, mode: 'sendiri' },
      { step: 'perusahaan', seconds: 100, mode: 'dibantu' },
      { step: 'tipe-penyedia', seconds: 25, mode: 'sendiri' },
      { step: 'syarat', seconds: 30, mode: 'dibantu' },
      { step: 'langkah-lama', seconds: 999, mode: 'dibantu' },
    ])
    expect(times).toEqual([
      { step: 'syarat', seconds: 30, standardMinutes: null },
      { step: 'tipe-penyedia', seconds: 45, standardMinutes: 1 },
      { step: 'perusahaan', seconds: 100, standardMinutes: null },
    ])
    expect(visitTime(times)).toEqual({ all: 175 / 60, timed: 0.75, standard: 1 })
  })

  it('stands beside the 18 minutes of SOP 003, and the 6 of SOP 000 for the e-mail', () => {
    const minutes = getForm('profil').steps.reduce((sum, step) => sum + step.standardMinutes, 0)
    expect(minutes).toBe(18 + 6)
  })

  it.each(SERVICES)('has words for every step of %s', (service) => {
    const nameless = getForm(service)
      .steps.map(({ id }) => id)
      .filter((id) => !has(`review.step.${id}`) && !has(`time.step.${id}`))
    expect(nameless).toEqual([])
  })
})

describe('what the receipt tells some besides', () => {
  it.each([
    ['akses-non-penyedia', { peran: 'ppk', tteAktif: 'belum' }, ['bsre']],
    ['akses-non-penyedia', { peran: 'ppk', tteAktif: 'sudah' }, []],
    ['akses-non-penyedia', { peran: 'vai' }, []],
    ['reaktivasi-akses', { peran: 'vai' }, ['vai-by-direktorat']],
    ['reaktivasi-akses', { peran: 'pa', tteAktif: 'belum' }, ['bsre']],
  ])('%s with %j: %j', (service, values, hints) => {
    expect(receiptHints(service, values)).toEqual(hints)
  })
})

describe('choosing by three plain questions', () => {
  const ways = WHO.flatMap((who) =>
    STAGE.flatMap((stage) => wantsFor(who, stage).map((want) => ({ who, stage, want }))),
  )

  it.each(ways)(
    '$who, $stage, $want leads to a service, with answers that its form knows',
    ({ who, want }) => {
      const { service, answers } = serviceFor(who, want)
      const form = findForm(service)
      const options = new Map(
        form?.steps.flatMap((step) => step.fields).map((field) => [field.id, field.options ?? []]),
      )
      for (const [field, value] of Object.entries(answers)) expect(options.get(field)).toContain(value)
      for (const key of [`choosing.who.${who}`, `choosing.want.${want}`]) expect(has(key)).toBe(true)
    },
  )

  it('reaches every service', () => {
    const reached = new Set(ways.map(({ who, want }) => serviceFor(who, want).service))
    expect([...reached].sort()).toEqual([...SERVICES].sort())
  })
})

describe('what a form asks for', () => {
  const penyedia = getForm('akses-penyedia')
  const steps = (values: Record<string, string>) => visibleSteps(penyedia, values).map((step) => step.id)
  const documents = (values: Record<string, string>) =>
    visibleSteps(penyedia, values).flatMap((step) => visibleDocuments(step, values).map(({ id }) => id))

  it('is only the letter of assignment where the company is registered already (001 step 2)', () => {
    expect(steps({ profil: 'sudah', statusPerusahaan: 'terdaftar' })).not.toContain('usaha')
    expect(documents({ statusPerusahaan: 'terdaftar' })).toEqual(['surat-tugas'])
  })

  it('is the PKP letter or the Non-PKP statement, never both (001 step 4)', () => {
    const registers = { statusPerusahaan: 'baru' }
    expect(documents({ ...registers, pkp: 'pkp' })).toEqual([
      'nib',
      'surat-pkp',
      'pemilik-atau-akta',
      'foto-npwp',
    ])
    expect(documents({ ...registers, pkp: 'non-pkp' })).toContain('pernyataan-non-pkp')
    expect(documents({ ...registers, pkp: 'non-pkp' })).not.toContain('surat-pkp')
  })

  it('is the whole profile only for those who have none', () => {
    const profileSteps = ['kontak', 'swafoto']
    expect(steps({ profil: 'belum' })).toEqual(expect.arrayContaining(profileSteps))
    for (const step of profileSteps) expect(steps({ profil: 'sudah' })).not.toContain(step)
    expect(steps({ profil: 'sudah' })).toContain('kontak-akun')
  })
})
