import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '#shared/domain/result.ts'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { minimalPdf } from '../../helpers/documents.ts'
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

  it('is gone once it was taken out, and the review is asked again', () => {
    const dropped = core.visits.dropDocument('surat-tugas')
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
