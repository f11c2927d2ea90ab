import { PDFDocument } from '@cantoo/pdf-lib'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAX_DOCUMENT_PAGES } from '#shared/domain/forms/index.ts'
import { ok } from '#shared/domain/result.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { minimalPdf } from '../../helpers/documents.ts'
import { noisePixels, plainPixels, webcamJpeg } from '../../helpers/pictures.ts'
import { plainPicture, portrait, testPerson } from '../../helpers/register.ts'
import { callsOf, createPlainCore, type PlainCore } from './plain-core.ts'

const LETTER = 'SURAT TUGAS RAHASIA 0815'
const DAY = 24 * 60 * 60_000
const person = testPerson(1)

let core: PlainCore
beforeEach(async () => {
  core = createPlainCore([await identityToRecipient(await generateX25519Identity())])
})
afterEach(() => core?.remove())

const save = (step: string, values: FormValues) =>
  callsOf(core)('visit.saveStep', { step, values, advance: true })
const keepLetter = () => core.visits.keepDocument('surat-tugas', minimalPdf({ text: LETTER }))
const letterOnDisk = () => core.find({ letter: LETTER })
const idOfDraft = () => core.visits.currentDraft()?.id ?? ''
const payloadOf = (id: string) =>
  SubmissionPayload.parse(JSON.parse(core.store.submissions.find(id)?.data ?? ''))

/** A request for an access, up to its review, by somebody whose profile is there (or is not after all). */
async function fillAccess(): Promise<void> {
  await callsOf(core)('visit.start', {
    service: 'akses-non-penyedia',
    language: 'id',
    answers: { profil: 'sudah' },
  })
  await save('syarat', { dibawa: ['ktp', 'hp', 'email', 'sk'] })
  await save('persetujuan', { setujuData: true, caraSetuju: 'sendiri' })
  await callsOf(core)('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: await plainPicture() })
  await save('foto-ktp', { ketikSendiri: true })
  await save('cocokkan', { nik: person.nik, nama: person.nama, tanggalLahir: '1990-08-17' })
  await save('nik', { nikBenar: true })
  await save('kontak-akun', { email: person.email, hp: person.hp })
  await callsOf(core)('visit.deferCodes', {})
  await save('kode', {})
  await save('peran', { perwakilan: 'klpd', peran: 'pp' })
  await save('instansi', { instansi: 'Kementerian Contoh', satuanKerja: 'Biro Umum', jabatan: 'PP' })
  await save('penugasan', {
    nomorSk: '800/12',
    tanggalSk: '2026-11-02',
    mulaiBerlaku: '2026-11-02',
    akhirBerlaku: '2031-12-31',
  })
  await keepLetter()
  await save('dokumen', {})
  await save('tinjau', { sudahDitinjau: true })
}

describe('a document on the disk', () => {
  beforeEach(fillAccess)

  it('is there while the visit lasts, and gone once it ended, ran out of time or was wiped', async () => {
    expect(letterOnDisk()).toEqual(['letter'])
    core.visits.end('withdrawn', core.petugas.id)
    expect(letterOnDisk()).toEqual([])

    await fillAccess()
    core.visits.lock(core.petugas.id)
    core.clock.advance(30 * 60_000)
    core.visits.sweep()
    expect(letterOnDisk()).toEqual([])

    await fillAccess()
    const id = idOfDraft()
    core.visits.pause(core.petugas.id)
    expect(letterOnDisk()).toEqual(['letter'])
    core.visits.wipeDraft(id, core.petugas.id)
    expect(letterOnDisk()).toEqual([])
  })

  it('is gone once it was taken out, and the review is asked again', async () => {
    const dropped = await core.visits.dropDocument('surat-tugas')
    expect(dropped.ok && dropped.value.values.sudahDitinjau).toBeUndefined()
    core.store.truncateLog()
    expect(letterOnDisk()).toEqual([])
  })

  it('stays with the submission until its time is over, and not a moment longer', async () => {
    const id = await core.submit()
    core.settle(id, 'contoh.tanda.terima')
    core.submissions.apply(id, { type: 'central-status', state: 'ditolak' })
    core.clock.advance(14 * DAY)
    expect(core.retention.sweep()).toEqual([])
    expect(core.store.submissionDocuments.list(id)).toHaveLength(1)
    core.clock.advance(1)
    expect(core.retention.sweep()).toEqual([id])
    expect(core.store.submissionDocuments.list(id)).toEqual([])
    expect(letterOnDisk()).toEqual([])
  })
})

describe('a photographed document', () => {
  beforeEach(fillAccess)

  /** A page of one colour: its bytes are found on the disk by their end, where the colour is coded. */
  const page = (colour: string) => webcamJpeg(plainPixels(320, 240, colour))
  const now = () => core.visits.current()?.documents['surat-tugas']
  const ids = () => now()?.pages.map(({ id }) => id) ?? []
  const add = async (colour: string, replaces?: number) =>
    core.visits.addPage('surat-tugas', await page(colour), 0, replaces)

  it('that lay sideways is turned from the beginning, and so is the one that takes its place', async () => {
    await core.visits.keepDocument('surat-tugas', await page('#ffffff'), 90)
    await core.visits.addPage('surat-tugas', await page('#808080'), 270)
    await core.visits.addPage('surat-tugas', await page('#202020'), 180, ids()[0])
    expect(now()?.pages).toMatchObject([{ turn: 180 }, { turn: 270 }])
    const document = core.visits.document('surat-tugas')
    const bound = await PDFDocument.load(document.ok ? document.value.bytes : new Uint8Array())
    expect(bound.getPages().map((each) => each.getRotation().angle)).toEqual([180, 270])
  })

  it('is bound anew with every page, in the order and the turns that were asked for', async () => {
    await core.visits.keepDocument('surat-tugas', await page('#ffffff'))
    expect(now()).toMatchObject({ media: 'image/jpeg', pages: [{ turn: 0, width: 320, height: 240 }] })
    await add('#808080')
    await add('#202020')
    expect(now()).toMatchObject({ media: 'application/pdf', pages: [{}, {}, {}] })
    const [first = 0, second = 0, third = 0] = ids()
    await core.visits.arrangePages('surat-tugas', [
      { id: third, turn: 90 },
      { id: first, turn: 0 },
    ])
    expect(now()?.pages).toMatchObject([
      { id: third, turn: 90 },
      { id: first, turn: 0 },
    ])
    expect(core.visits.page(second)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    const bound = core.visits.document('surat-tugas')
    if (!bound.ok) throw new Error(bound.error.code)
    const pdf = await PDFDocument.load(bound.value.bytes)
    expect(pdf.getPages().map((each) => each.getRotation().angle)).toEqual([90, 0])
  })

  it('keeps the place of a page that is taken again', async () => {
    await core.visits.keepDocument('surat-tugas', await page('#ffffff'))
    await add('#808080')
    const [first = 0, second = 0] = ids()
    await add('#404040', first)
    expect(ids()).toHaveLength(2)
    expect(ids()[1]).toBe(second)
    expect(ids()[0]).not.toBe(first)
  })

  it('takes pages that come at once one after the other', async () => {
    await core.visits.dropDocument('surat-tugas')
    await Promise.all(['#ffffff', '#808080', '#404040'].map((colour) => add(colour)))
    expect(ids()).toHaveLength(3)
    const bound = core.visits.document('surat-tugas')
    expect(bound.ok && (await PDFDocument.load(bound.value.bytes)).getPageCount()).toBe(3)
  })

  it('refuses what is no page, a page of nobody, and too many, and stays as it was', async () => {
    await core.visits.keepDocument('surat-tugas', await page('#ffffff'))
    const before = now()
    expect(await core.visits.addPage('surat-tugas', minimalPdf())).toMatchObject({
      error: { issues: [{ code: 'document.no-page' }] },
    })
    expect(await core.visits.arrangePages('surat-tugas', [{ id: 999, turn: 0 }])).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(now()).toEqual(before)
    for (let n = ids().length; n < MAX_DOCUMENT_PAGES; n++) await add('#303030')
    expect(await add('#303030')).toMatchObject({ error: { issues: [{ code: 'document.too-many-pages' }] } })
    expect(ids()).toHaveLength(MAX_DOCUMENT_PAGES)
  })

  it('never takes the place of a PDF, nor does a PDF come among its pages', async () => {
    await keepLetter()
    const letter = now()
    expect(await add('#ffffff')).toMatchObject({ error: { issues: [{ code: 'document.whole' }] } })
    expect(now()).toEqual(letter)
    expect(letterOnDisk()).toEqual(['letter'])

    await core.visits.dropDocument('surat-tugas')
    await add('#ffffff')
    const photographed = now()
    const pdf = minimalPdf({ text: LETTER })
    expect(await core.visits.addPage('surat-tugas', pdf)).toMatchObject({
      error: { issues: [{ code: 'document.no-page' }] },
    })
    expect(now()).toEqual(photographed)
  })

  it('is gone with its last page, and a PDF takes the place of pages', async () => {
    await core.visits.keepDocument('surat-tugas', await page('#ffffff'))
    await core.visits.arrangePages('surat-tugas', [])
    expect(now()).toBeUndefined()
    await add('#ffffff')
    await keepLetter()
    expect(now()).toMatchObject({ media: 'application/pdf', pages: [] })
  })

  it('leaves no page on the disk once it is sent or erased', async () => {
    const noise = await webcamJpeg(noisePixels(320, 240))
    const pageOnDisk = () => core.find({ page: Buffer.from(noise).subarray(600, 640) })
    await core.visits.keepDocument('surat-tugas', noise)
    await add('#ffffff')
    expect(pageOnDisk()).toEqual(['page'])
    const id = idOfDraft()
    core.visits.pause(core.petugas.id)
    core.visits.wipeDraft(id, core.petugas.id)
    expect(pageOnDisk()).toEqual([])
  })
})

describe('what is sent in the end', () => {
  beforeEach(fillAccess)

  it('is no picture that an answer has made needless, and none stays behind', async () => {
    await callsOf(core)('visit.keepPhoto', { purpose: 'swafoto', jpeg: portrait() })
    const id = await core.submit()
    expect(payloadOf(id).photos.map(({ purpose }) => purpose)).toEqual(['ktp-frame'])
    expect(core.store.submissionPhotos.listSizes(id).map(({ purpose }) => purpose)).toEqual(['ktp-frame'])
    expect(core.store.draftPhotos.listSizes(id)).toEqual([])
  })

  it('is whole after a correction that names something else', async () => {
    const old = await core.submit()
    core.settle(old, 'contoh.tanda.terima')
    core.submissions.apply(old, { type: 'central-status', state: 'ditolak' })
    const record = core.store.submissions.find(old)
    if (!record) throw new Error('no submission')
    const named = { fields: ['nomorSk'], photos: [] }
    const visit = core.visits.correct({ record, reason: null, named }, core.petugas, () => ok(null))
    expect(visit.ok && visit.value.steps).toEqual(['nik', 'penugasan', 'tinjau'])
    await save('nik', { nikBenar: true })
    await save('penugasan', { nomorSk: '800/13' })
    await save('tinjau', { sudahDitinjau: true })
    const corrected = payloadOf(await core.submit())
    expect(corrected.values.nomorSk).toBe('800/13')
    expect(corrected.documents?.map(({ kind }) => kind)).toEqual(['surat-tugas'])
    expect(corrected.photos.map(({ purpose }) => purpose)).toEqual(['ktp-frame'])
  })
})
