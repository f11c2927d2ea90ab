import { describe, expect, it } from 'vitest'
import { visibleDocuments, visibleFields, visibleSteps } from '#shared/domain/forms/index.ts'
import { getForm } from '#shared/domain/services/index.ts'
import { type CancelWay, cancelWay } from '#shared/domain/submission/cancellation.ts'
import {
  type Correction,
  correctionForm,
  followingParts,
  isMendable,
  knownParts,
} from '#shared/domain/submission/corrections.ts'
import { isHeldByKiosk, SUBMISSION_STATES } from '#shared/domain/submission/states.ts'

const form = getForm('profil')
const correction = (change: Partial<Correction>): Correction => ({
  of: '019ab000-0000-7000-8000-000000000001',
  reference: 'KT-2345-6789',
  fields: [],
  photos: [],
  following: [],
  consent: false,
  ...change,
})
const shapeOf = (change: Partial<Correction>) =>
  correctionForm(form, correction(change)).steps.map((step) => [
    step.id,
    step.fields.map((field) => field.id).join(' '),
    (step.checks ?? []).join(' '),
  ])

const NIK = ['nik', 'nikBenar', '']
const REVIEW = ['tinjau', 'sudahDitinjau', '']

describe('what a correction asks for', () => {
  it('a face photo, and nothing but the person', () => {
    expect(shapeOf({ photos: ['swafoto'] })).toEqual([NIK, ['swafoto', 'tanpaKacamataMasker', ''], REVIEW])
  })

  it('one field of a step that has several, with its own companion and its own checks', () => {
    expect(shapeOf({ fields: ['email'] })).toEqual([
      NIK,
      ['kontak', 'email alasanEmailKantor', 'email-registered'],
      ['kode', '', 'email-code'],
      REVIEW,
    ])
    expect(shapeOf({ fields: ['hp'] })).toEqual([
      NIK,
      ['kontak', 'hp', ''],
      ['kode', '', 'phone-code'],
      REVIEW,
    ])
    expect(shapeOf({ fields: ['username'] })).toEqual([NIK, ['kontak', 'username', 'username-free'], REVIEW])
  })

  it('the consents first when their text is another one now', () => {
    expect(shapeOf({ fields: ['nama'], consent: true }).map(([id]) => id)).toEqual([
      'persetujuan',
      'cocokkan',
      'nik',
      'tinjau',
    ])
  })

  it('anything when nothing was named, but no list of papers and no consent again', () => {
    const all = form.steps.map((step) => step.id).filter((id) => !['syarat', 'persetujuan'].includes(id))
    expect(shapeOf({}).map(([id]) => id)).toEqual(all)
  })

  it('always the NIK and the review, and never a field that the form does not have', () => {
    for (const field of form.steps.flatMap((step) => step.fields)) {
      const { steps } = correctionForm(form, correction({ fields: [field.id] }))
      expect(steps.map((step) => step.screen)).toEqual(expect.arrayContaining(['nik-confirm', 'review']))
      const own = new Set(form.steps.flatMap((step) => step.fields.map((each) => each.id)))
      expect(steps.flatMap((step) => step.fields).every((each) => own.has(each.id))).toBe(true)
    }
  })

  it("names in the kiosk's words, unknown ones left out", () => {
    expect(
      knownParts(form, { fields: ['nik', 'nik', 'ibuKandung'], photos: ['ktp', 'ktp-frame', 'ijazah'] }),
    ).toEqual({
      fields: ['nik'],
      photos: ['ktp-frame'],
    })
  })
})

describe.each(['akses-penyedia', 'akses-non-penyedia', 'reaktivasi-akses', 'admin-wna', 'admin-cabang'])(
  'a correction of %s',
  (service) => {
    const access = getForm(service)
    const documents = access.steps.flatMap((step) => step.documents ?? []).map(({ id }) => id)

    it.each(documents)('asks for the document %s alone', (id) => {
      expect(knownParts(access, { fields: [id], photos: [] }).fields).toEqual([id])
      const { steps } = correctionForm(access, correction({ fields: [id] }))
      expect(steps.flatMap((step) => step.documents ?? []).map((document) => document.id)).toEqual([id])
      // The number NIB and the document NIB are named alike, and then both are asked for.
      const screens = steps.map((step) => step.screen).filter((screen) => screen !== 'company')
      expect(screens).toEqual(['nik-confirm', 'documents', 'review'])
    })
  },
)

describe('another answer to a named field', () => {
  const access = getForm('akses-penyedia')
  const given = {
    fields: ['pemohon', 'nik', 'nip', 'tipePenyedia', 'nib', 'hasilNib', 'statusPerusahaan', 'pkp'],
    documents: ['nib', 'surat-pkp', 'pemilik-atau-akta', 'foto-npwp'],
  }
  const registered = { statusPerusahaan: 'baru', hasilNib: 'ditemukan', pkp: 'pkp' }
  /** What a correction of these fields shows with these values: step ids, each with its fields and documents. */
  const shown = (named: string[], values: Record<string, string>) => {
    const following = followingParts(access, named, given)
    const part = correctionForm(access, correction({ fields: named, following }))
    return visibleSteps(part, values).map((step) => [
      step.id,
      ...visibleFields(step, values).map(({ id }) => id),
      ...visibleDocuments(step, values).map(({ id }) => id),
    ])
  }

  it('that changes nothing asks for nothing more', () => {
    expect(shown(['pkp'], registered)).toEqual([
      ['nik', 'nikBenar'],
      ['usaha', 'pkp'],
      ['tinjau', 'sudahDitinjau'],
    ])
  })

  it('asks for the document that it makes necessary, and not for those that are there', () => {
    expect(shown(['pkp'], { ...registered, pkp: 'non-pkp' })).toEqual([
      ['nik', 'nikBenar'],
      ['usaha', 'pkp'],
      ['dokumen', 'pernyataan-non-pkp'],
      ['tinjau', 'sudahDitinjau'],
    ])
  })

  it('asks for the fields of a step that it brings with it', () => {
    const form = getForm('profil')
    const following = followingParts(form, ['pemohon'], { fields: ['pemohon', 'nip'], documents: [] })
    expect(following).toContain('nrp')
    expect(following).not.toContain('nip')
    const part = correctionForm(form, correction({ fields: ['pemohon'], following }))
    const step = (values: Record<string, string>) =>
      visibleSteps(part, values)
        .filter(({ id }) => id === 'kepegawaian')
        .flatMap((each) => visibleFields(each, values).map(({ id }) => id))
    expect(step({ pemohon: 'tni' })).toEqual(['nrp'])
    expect(step({ pemohon: 'asn' })).toEqual([])
  })

  it('is followed through an answer of the central', () => {
    expect(followingParts(access, ['nib'], given)).toContain('persetujuanWna')
  })
})

describe('what can be mended', () => {
  it('is what was rejected, and what the central did not take for its contents or size', () => {
    expect(isMendable('ditolak', null, false)).toBe(true)
    // A lost packet is sealed anew, unless a stick may carry it to the central.
    expect(isMendable('perlu-tindakan', 'packet', false)).toBe(true)
    expect(isMendable('perlu-tindakan', 'packet', true)).toBe(false)
    for (const reason of ['content', 'too-large'])
      expect(isMendable('perlu-tindakan', reason, false)).toBe(true)
    for (const reason of ['conflict', 'refused', 'unreadable', null])
      expect(isMendable('perlu-tindakan', reason, false)).toBe(false)
    for (const state of SUBMISSION_STATES)
      if (state !== 'ditolak' && state !== 'perlu-tindakan')
        expect(isMendable(state, 'content', false)).toBe(false)
  })
})

describe('how a registration is called off', () => {
  const at = (change: Partial<Parameters<typeof cancelWay>[0]>) =>
    cancelWay({ state: 'antre', tried: false, exported: false, reason: null, ...change })

  it.each<[string, Partial<Parameters<typeof cancelWay>[0]>, CancelWay | null]>([
    ['never tried', {}, 'void'],
    ['its upload has an address', { tried: true }, 'withdraw'],
    ['on a stick', { exported: true }, 'withdraw'],
    ['being sent', { state: 'sedang-dikirim' }, 'withdraw'],
    ['refused for its contents', { state: 'perlu-tindakan', reason: 'content', tried: true }, 'void'],
    ['refused, but on a stick', { state: 'perlu-tindakan', reason: 'content', exported: true }, 'withdraw'],
    ['another packet under its id', { state: 'perlu-tindakan', reason: 'conflict' }, 'withdraw'],
    ['an answer that nobody could read', { state: 'perlu-tindakan', reason: 'unreadable' }, 'withdraw'],
    ['rejected', { state: 'ditolak' }, 'withdraw'],
    ['over already', { state: 'dibatalkan' }, null],
    ['a draft', { state: 'draf' }, null],
  ])('%s', (_name, where, way) => {
    expect(at(where)).toBe(way)
  })

  it('never ends what the central has a receipt for without telling it', () => {
    for (const state of SUBMISSION_STATES)
      if (!isHeldByKiosk(state) && state !== 'draf' && state !== 'dibatalkan')
        expect(at({ state })).toBe('withdraw')
  })
})
