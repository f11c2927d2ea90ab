import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { getStep } from '#shared/domain/forms/index.ts'
import { KTP_FIELDS, type KtpField } from '#shared/domain/ktp/fields.ts'
import { SURE_CONFIDENCE } from '#shared/domain/ktp/reading.ts'
import { consentTexts, getForm } from '#shared/domain/services/index.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import { consentRecords } from '../../../src/main/services/visit/consents.ts'
import { type Draft, StoredReading } from '../../../src/main/services/visit/draft.ts'
import { withoutStaleConfirmations } from '../../../src/main/services/visit/draft-changes.ts'
import { createGates, missingPhotos } from '../../../src/main/services/visit/gates.ts'
import { unsureFields, withReading } from '../../../src/main/services/visit/ktp-values.ts'
import { visitWarnings } from '../../../src/main/services/visit/warnings.ts'

const form = getForm('profil')
const confirm = getStep(form, 'cocokkan')
const AT = '2026-11-23T02:00:00.000Z'
const KEEP = { verified: 1, rejected: 14, sent: 90 }
const visitOf = (values: Draft['values'], keepDays = KEEP) => ({
  service: 'profil',
  formVersion: 1,
  values,
  keepDays,
})
const recordsOf = (values: Draft['values'], language: Draft['language'] = 'id', keepDays = KEEP) =>
  consentRecords({ ...visitOf(values, keepDays), language }, new Date(AT))

const draftWith = (change: Partial<Draft>): Draft => ({
  id: '019ab000-0000-7000-8000-000000000001',
  service: 'profil',
  formVersion: 1,
  language: 'id',
  petugas: { id: 'p', name: 'Petugas Contoh' },
  startedAt: AT,
  step: 'siapa',
  furthest: 'siapa',
  resumeAt: null,
  stepSince: AT,
  values: {},
  reading: { kind: 'none' },
  checks: {},
  codes: {},
  accesses: null,
  keepDays: KEEP,
  consents: [],
  timings: [],
  photoOverrides: [],
  correction: null,
  ...change,
})

type Read = { value: string; confidence: number }
const CARD: Partial<Record<KtpField, Read>> = {
  nik: { value: '6271011708900001', confidence: 0.99 },
  nama: { value: 'CONTOH NAMA', confidence: 0.99 },
  tanggalLahir: { value: '1990-08-17', confidence: 0.99 },
}
const readingOf = (fields: Partial<Record<KtpField, Read>>): StoredReading =>
  StoredReading.parse({
    kind: 'read',
    fields: Object.fromEntries(
      KTP_FIELDS.map((id) => [
        id,
        { value: '', confidence: 0, alternatives: [], box: null, ...CARD[id], ...fields[id] },
      ]),
    ),
  })
const filled = (values: FormValues, fields: Partial<Record<KtpField, Read>> = {}) =>
  withReading(confirm, values, readingOf(fields))

describe('what was read off the KTP', () => {
  it('fills the fields in their stored form', () => {
    expect(filled({})).toEqual({ nik: '6271011708900001', nama: 'CONTOH NAMA', tanggalLahir: '1990-08-17' })
  })

  it('replaces an earlier reading, also by nothing, but never what a person looked at', () => {
    const before = { nik: '6271011708900009', nama: 'LAMA', agama: 'ISLAM', sudahDicek: ['nama', 'agama'] }
    expect(filled(before)).toEqual({
      nik: '6271011708900001',
      nama: 'LAMA',
      agama: 'ISLAM',
      tanggalLahir: '1990-08-17',
      sudahDicek: ['nama', 'agama'],
    })
    expect(filled({ pekerjaan: 'BURUH' }, { pekerjaan: { value: '', confidence: 0 } })).not.toHaveProperty(
      'pekerjaan',
    )
  })

  it('shows a broken text as read, so that it can be corrected, but no choice or date outside its list', () => {
    const values = filled(
      {},
      {
        nik: { value: '62710117089O', confidence: 0.4 },
        agama: { value: 'ISLAMM', confidence: 0.4 },
        tanggalLahir: { value: '1990-13-77', confidence: 0.4 },
      },
    )
    expect(values.nik).toBe('62710117089O')
    expect(values).not.toHaveProperty('agama')
    expect(values).not.toHaveProperty('tanggalLahir')
  })

  it('leaves everything alone when nothing was read', () => {
    const typed = { nik: '6271011708900001' }
    expect(withReading(confirm, typed, { kind: 'no-card' })).toBe(typed)
  })
})

describe('fields that a person must look at', () => {
  const unsure = (values: FormValues, fields: Partial<Record<KtpField, Read>> = {}) =>
    unsureFields(confirm, { values, reading: readingOf(fields) })

  it('are those below the sure mark, the required ones first', () => {
    const fields = {
      agama: { value: 'ISLAM', confidence: SURE_CONFIDENCE - 0.001 },
      pekerjaan: { value: 'BURUH', confidence: SURE_CONFIDENCE },
      nama: { value: 'CONTOH', confidence: 0.5 },
    }
    expect(unsure(filled({}, fields), fields)).toEqual(['nama', 'agama'])
  })

  it('are the required ones that were not read at all, and those whose value broke its rule', () => {
    const fields = { nik: { value: '', confidence: 0 }, agama: { value: 'ISLAMM', confidence: 0.99 } }
    expect(unsure(filled({}, fields), fields)).toEqual(['nik', 'agama'])
  })

  it('are none once each was looked at, and none when everything is typed', () => {
    const fields = { nama: { value: 'CONTOH', confidence: 0.5 } }
    expect(unsure({ ...filled({}, fields), sudahDicek: ['nama'] }, fields)).toEqual([])
    expect(unsureFields(confirm, { values: {}, reading: { kind: 'failed' } })).toEqual([])
  })
})

const gateIssues = createGates(
  () => true,
  () => [],
)

describe('gates', () => {
  const codes = (step: string, change: Partial<Draft>, photos: Parameters<typeof gateIssues>[2] = []) =>
    gateIssues(getStep(form, step), draftWith(change), photos).map(({ field, code }) => `${field}:${code}`)

  it('ask for a record of each consent', () => {
    expect(codes('persetujuan', {})).toEqual([
      'setujuData:consent.missing',
      'setujuTandaTangan:consent.missing',
    ])
    const consents = recordsOf({ setujuData: true, setujuTandaTangan: true })
    expect(codes('persetujuan', { consents })).toEqual([])
    expect(codes('persetujuan', { consents: consents.slice(0, 1) })).toEqual([
      'setujuTandaTangan:consent.missing',
    ])
  })

  it('ask for the photos; who types may go on without the KTP photo, but not send', () => {
    expect(codes('foto-ktp', {})).toEqual(['ktp-frame:photo.missing'])
    expect(codes('foto-ktp', {}, ['ktp-frame'])).toEqual([])
    expect(codes('foto-ktp', { values: { ketikSendiri: true } })).toEqual([])
    expect(missingPhotos(getStep(form, 'foto-ktp'), [])).toHaveLength(1)
    expect(codes('swafoto', { values: { ketikSendiri: true } })).toEqual(['swafoto:photo.missing'])
  })

  it('hold unsure fields back and say how many', () => {
    const reading = readingOf({
      nama: { value: 'A', confidence: 0.1 },
      agama: { value: 'ISLAM', confidence: 0 },
    })
    const draft = draftWith({ reading, values: withReading(confirm, {}, reading) })
    expect(gateIssues(confirm, draft, [])).toEqual([
      { field: 'nama', code: 'ocr.unsureLeft', params: { n: 2 } },
      { field: 'agama', code: 'ocr.unsureLeft', params: { n: 2 } },
    ])
  })

  it('want a reason for an office address, and a free username', () => {
    const office = { email: 'nama@kemenkeu.go.id' }
    expect(codes('kontak', { values: office })).toEqual(['email:email.office'])
    expect(codes('kontak', { values: { ...office, alasanEmailKantor: 'hanya ini' } })).toEqual([])
    expect(codes('kontak', { values: { email: 'nama@yahoo.co.id' } })).toEqual([])
    expect(codes('kontak', { checks: { 'username-free': 'failed' } })).toEqual(['username:username.taken'])
  })

  it.each([
    ['passed', true],
    ['deferred', true],
    ['spent', true],
    ['pending', false],
    ['failed', false],
    [undefined, false],
  ] as const)('a code that is %s lets go on: %s', (state, open) => {
    const checks = { 'email-code': 'passed' as const, ...(state && { 'phone-code': state }) }
    expect(codes('kode', { checks })).toEqual(open ? [] : ['phone-code:code.open'])
  })

  it('stand at no other step', () => {
    expect(codes('siapa', {})).toEqual([])
    expect(codes('nik', {})).toEqual([])
  })
})

describe('consents', () => {
  it('record what was shown, in which language, when and how; nothing that was not ticked', () => {
    const [record, ...others] = recordsOf({ setujuData: true, caraSetuju: 'dibacakan' }, 'en')
    const text = consentTexts(visitOf({}))[0]
    const shown = [text?.tick.en, ...(text?.full.map((item) => item.en) ?? [])].join('\n')
    expect(others).toEqual([])
    expect(record).toEqual({
      id: 'data',
      textVersion: text?.version,
      textSha256: createHash('sha256').update(shown).digest('hex'),
      language: 'en',
      mode: 'dibacakan',
      at: AT,
    })
  })

  it('differ by language: another text was read', () => {
    const both = (language: 'id' | 'en') => recordsOf({ setujuData: true, setujuTandaTangan: true }, language)
    const hashes = [...both('id'), ...both('en')].map((record) => record.textSha256)
    expect(new Set(hashes).size).toBe(4)
  })

  it('name the days that are promised: other days are another text and another version', () => {
    const ticks = { setujuData: true, setujuTandaTangan: true }
    const [usual, other] = [recordsOf(ticks), recordsOf(ticks, 'id', { verified: 2, rejected: 30, sent: 90 })]
    expect([usual[0]?.textVersion, other[0]?.textVersion]).toEqual([
      'CONTOH-2026-11-2/profil.1/1-14-90',
      'CONTOH-2026-11-2/profil.1/2-30-90',
    ])
    expect(usual[0]?.textSha256).not.toBe(other[0]?.textSha256)
    expect(usual[1]).toEqual(other[1])
    const words = JSON.stringify(consentTexts(visitOf({}, { verified: 2, rejected: 30, sent: 90 })))
    expect(words).toContain('2 hari setelah terverifikasi, 30 setelah ditolak')
    expect(words).toContain('2 days after verified, 30 after rejected')
    expect(JSON.stringify(consentTexts(visitOf({})))).toContain('1 day after verified')
  })
})

describe('confirmations', () => {
  const before = { nik: '1', nama: 'A', nikBenar: true, sudahDitinjau: true, sudahDicek: ['nama'] }
  it('fall with what they confirmed', () => {
    expect(withoutStaleConfirmations(before, { ...before })).toEqual(before)
    const { sudahDitinjau: _, ...reviewedAnew } = before
    expect(withoutStaleConfirmations(before, { ...before, nama: 'B' })).toEqual({
      ...reviewedAnew,
      nama: 'B',
    })
    expect(withoutStaleConfirmations(before, { ...before, nik: '2' })).toEqual({
      nik: '2',
      nama: 'A',
      sudahDicek: ['nama'],
    })
  })
})

describe('warnings', () => {
  const context = {
    today: '2026-11-23',
    regionKnown: (code: string) => code === '627101',
    kmFromRegency: () => undefined,
  }
  const codes = (values: FormValues) =>
    visitWarnings(values, context).map(({ field, code }) => `${field}:${code}`)

  it('are none for data that agree', () => {
    expect(
      codes({
        nik: '6271011708900001',
        tanggalLahir: '1990-08-17',
        jenisKelamin: 'LAKI-LAKI',
        nip: '199008172015011001',
        email: 'nama@gmail.com',
      }),
    ).toEqual([])
  })

  it('name what does not agree, each on its field', () => {
    expect(codes({ nik: '9999991708900001' })).toEqual(['nik:nik.region'])
    expect(codes({ nik: '6271011708900001', tanggalLahir: '1991-01-01' })).toEqual(['nik:nik.birthDate'])
    expect(codes({ nik: '6271011708900001', jenisKelamin: 'PEREMPUAN' })).toEqual(['nik:nik.sex'])
    expect(codes({ nip: '199008172015011001', tanggalLahir: '1991-01-01' })).toEqual([
      'nip:nip.birthDate.soft',
    ])
    expect(codes({ email: 'nama@gmial.com' })).toEqual(['email:email.typo'])
  })

  it('are none for what is not there, not finished, or of a wrong type', () => {
    expect(codes({ nik: '62710117', nip: ['1'], email: '', tanggalLahir: true })).toEqual([])
  })
})

describe('the period of an access', () => {
  const today = '2026-11-25'
  const codes = (values: Draft['values']) =>
    visitWarnings(values, { today, regionKnown: () => true, kmFromRegency: () => undefined }).map(
      ({ code }) => code,
    )

  it.each([
    [{ akhirBerlaku: '2026-11-24' }, ['period.past.soft']],
    [{ akhirBerlaku: '2026-11-25' }, ['period.endsSoon.soft']],
    [{ akhirBerlaku: '2026-12-25' }, ['period.endsSoon.soft']],
    [{ akhirBerlaku: '2026-12-26' }, []],
    [{ akhirBerlaku: '2028-01-01', skBerlakuSampai: '2027-12-31' }, ['period.beyondLetter.soft']],
    [{ akhirBerlaku: '2027-12-31', skBerlakuSampai: '2027-12-31' }, []],
    [{ akhirBerlaku: '2027-12-31', tteAktif: 'belum' }, ['bsre.hint']],
  ])('%j is warned about as %j, never refused', (values, expected) => {
    expect(codes(values)).toEqual(expected)
  })
})
