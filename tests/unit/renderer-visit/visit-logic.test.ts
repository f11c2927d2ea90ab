import { describe, expect, it } from 'vitest'
import { visibleSteps } from '#shared/domain/forms/index.ts'
import { getForm } from '#shared/domain/services/index.ts'
import { channelsOf, isSettled, nextOpenChannel } from '../../../src/renderer/features/contact/code-plan.ts'
import { cropOf, viewBox } from '../../../src/renderer/features/ktp/crop.ts'
import { groupFields } from '../../../src/renderer/features/ktp/field-groups.ts'
import { fieldState } from '../../../src/renderer/features/ktp/field-state.ts'
import { reviewGroups, stepOfIssue } from '../../../src/renderer/features/review/groups.ts'
import { showValue } from '../../../src/renderer/features/review/show-value.ts'
import { actorOf } from '../../../src/renderer/features/step/actor.ts'
import { bySentence } from '../../../src/renderer/features/step/issue-list.ts'
import { mayReturnToReview, previousStep, railState } from '../../../src/renderer/features/step/route.ts'

const form = getForm('profil')
const steps = (values: Record<string, string>) => visibleSteps(form, values).map((step) => step.id)
const asn = steps({ pemohon: 'asn' })
const penyedia = steps({ pemohon: 'penyedia' })

describe('the way through a visit', () => {
  it('leads back over the steps that apply to this registrant', () => {
    expect(previousStep(asn, 'siapa')).toBeUndefined()
    expect(previousStep(asn, 'kontak')).toBe('kepegawaian')
    expect(previousStep(penyedia, 'kontak')).toBe('nik')
    expect(previousStep(asn, 'unknown')).toBeUndefined()
  })

  it('ticks a station when its last step is behind the furthest, also after going back', () => {
    expect(railState(form.steps, asn, 'siapa', 'siapa')).toMatchObject({ current: 'data', done: [] })
    expect(railState(form.steps, asn, 'foto-ktp', 'foto-ktp').done).toEqual(['data'])
    expect(railState(form.steps, asn, 'kepegawaian', 'kepegawaian').done).toEqual(['data'])
    expect(railState(form.steps, penyedia, 'kontak', 'kontak').done).toEqual(['data', 'ktp'])
    expect(railState(form.steps, asn, 'siapa', 'tinjau')).toMatchObject({
      current: 'data',
      done: ['data', 'ktp', 'kontak', 'wajah'],
    })
  })

  it('returns to the review after a correction, but never past a confirmation', () => {
    for (const screen of ['ktp-confirm', 'nik-confirm', 'codes', 'checklist'] as const) {
      expect(mayReturnToReview(screen)).toBe(false)
    }
    for (const screen of ['contact', 'face-photo', 'fields', 'ktp-photo'] as const) {
      expect(mayReturnToReview(screen)).toBe(true)
    }
  })

  it.each([
    ['petugas', true, 'touch', 'dibantu'],
    ['pemohon', true, 'touch', 'sendiri'],
    ['pemohon', true, 'mouse', 'dibantu'],
    ['pemohon', true, undefined, 'dibantu'],
    ['pemohon', false, 'mouse', 'sendiri'],
  ] as const)('%s turn, touch screen %s, last press %s: %s', (turn, touch, pointer, actor) => {
    expect(actorOf(turn, touch, pointer)).toBe(actor)
  })
})

describe('the KTP beside its fields', () => {
  const card = { width: 1000, height: 630 }

  it('crops the line with a margin and stays inside the card', () => {
    const crop = cropOf({ x: 0.25, y: 0.3, width: 0.4, height: 0.06 }, card)
    expect(crop.x).toBeLessThan(250)
    expect(crop.x + crop.width).toBeGreaterThan(650)
    expect(crop.y).toBeLessThan(189)
    expect(crop.y + crop.height).toBeGreaterThan(226.8)
    // Half a row away the neighbours begin.
    expect(crop.y).toBeGreaterThan(189 - 19)
    const corner = cropOf({ x: 0, y: 0.97, width: 1, height: 0.06 }, card)
    expect(corner.x).toBe(0)
    expect(corner.x + corner.width).toBe(1000)
    expect(corner.y + corner.height).toBe(630)
    expect(viewBox({ x: 1.04, y: 2, width: 3.06, height: 4 })).toBe('1 2 3.1 4')
  })

  it('puts unsure rows first, keeps the required ones open and folds the rest', () => {
    const { fields } = form.steps.find((step) => step.screen === 'ktp-confirm') ?? { fields: [] }
    const groups = groupFields(fields, ['nama', 'alamat'])
    expect(groups.unsure).toEqual(['nama', 'alamat'])
    expect(groups.main).toEqual(['nik', 'tanggalLahir'])
    expect(groups.others).toHaveLength(13)
    expect(groups.others).not.toContain('sudahDicek')
  })

  it('marks a field by what a person did, before what the reader thought', () => {
    const read = { value: 'X', edited: false, checked: false, unsure: true }
    expect(fieldState(read)).toBe('unsure')
    expect(fieldState({ ...read, value: '' })).toBe('empty')
    expect(fieldState({ ...read, unsure: false })).toBe('plain')
    expect(fieldState({ ...read, checked: true })).toBe('confirmed')
    expect(fieldState({ ...read, checked: true, edited: true })).toBe('edited')
  })
})

describe('codes', () => {
  const both = ['phone-code', 'email-code'] as const

  it('asks for the phone first, then the e-mail, then no more', () => {
    expect(nextOpenChannel(both, {})).toBe('phone')
    expect(nextOpenChannel(both, { 'phone-code': 'passed' })).toBe('email')
    expect(nextOpenChannel(both, { 'phone-code': 'spent', 'email-code': 'pending' })).toBe('email')
    expect(nextOpenChannel(both, { 'phone-code': 'deferred', 'email-code': 'deferred' })).toBeUndefined()
    expect(nextOpenChannel(['email-code'], {})).toBe('email')
    expect(channelsOf([])).toEqual([])
    expect([undefined, 'pending', 'failed'].map((state) => isSettled(state as never))).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('the review', () => {
  it('shows what was given in groups, without bookkeeping and empty fields', () => {
    const values = {
      pemohon: 'asn',
      nik: '1219104805770038',
      nama: 'SITI',
      sudahDicek: ['nama'],
      email: 'a@gmail.com',
    }
    const groups = reviewGroups(form, asn, values)
    expect(groups.map((group) => group.step)).toEqual([
      'siapa',
      'cocokkan',
      'kepegawaian',
      'kontak',
      'foto-ktp',
      'swafoto',
    ])
    expect(groups.find((group) => group.step === 'cocokkan')?.fields).toEqual(['nik', 'nama'])
    expect(groups.find((group) => group.step === 'kontak')?.fields).toEqual(['email'])
    expect(reviewGroups(form, penyedia, values).map((group) => group.step)).not.toContain('kepegawaian')
  })

  it('knows where every finding of the last check is put right', () => {
    expect(stepOfIssue(form, 'nip')?.id).toBe('kepegawaian')
    expect(stepOfIssue(form, 'swafoto')?.id).toBe('swafoto')
    expect(stepOfIssue(form, 'ktp-frame')?.id).toBe('foto-ktp')
    expect(stepOfIssue(form, 'email-code')?.id).toBe('kode')
    expect(stepOfIssue(form, 'nothing')).toBeUndefined()
  })

  it('writes values as people read them and never the whole NIK', () => {
    expect(showValue('nik', '1219104805770038', 'id')).toBe('1219 **** **** 0038')
    expect(showValue('date', '1977-05-08', 'id')).toBe('8 Mei 1977')
    expect(showValue('phone', '+6281234567890', 'id')).toBe('0812-3456-7890')
    expect(showValue('nip', '197705081999032001', 'id')).toBe('19770508 199903 2 001')
    expect(showValue('text', 'JL PEMUDA', 'en')).toBe('JL PEMUDA')
  })
})

describe('the list of what to put right', () => {
  it('names the fields of a general sentence on one line, and says particular sentences as they are', () => {
    const issues = [
      { field: 'nik', code: 'field.required' },
      { field: 'nama', code: 'field.required' },
      { field: 'hp', code: 'phone.format' },
    ]
    const said = bySentence(
      issues,
      ({ code }) => (code === 'field.required' ? 'Kosong.' : 'HP 08.'),
      ({ field }) => field.toUpperCase(),
    )
    expect(said).toEqual(['NIK, NAMA: Kosong.', 'HP 08.'])
  })
})
