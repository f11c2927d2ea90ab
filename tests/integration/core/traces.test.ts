import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { middleOf, type Needles } from '../../helpers/find-traces.ts'
import { fillVisit, noisyPicture, plainPicture, portrait, testPerson } from '../../helpers/register.ts'
import { callsOf, createPlainCore, type PlainCore } from './plain-core.ts'

const person = testPerson(1)
const DAY = 24 * 60 * 60_000

let core: PlainCore
let needles: Needles

beforeEach(async () => {
  core = createPlainCore([await identityToRecipient(await generateX25519Identity())])
  const frame = await noisyPicture()
  needles = {
    nik: person.nik,
    name: person.nama,
    email: person.email,
    phone: '+6281234561001',
    face: middleOf(portrait()),
    'KTP photo': middleOf(frame),
  }
  await fillVisit(callsOf(core), person, { frame })
})
afterEach(() => core?.remove())

describe('what stays on the disk', () => {
  it('is all there while the visit lasts (else the other tests prove nothing)', () => {
    expect(core.find(needles)).toEqual(Object.keys(needles))
  })

  it('is nothing after the visit was ended before sending', () => {
    for (const reason of ['withdrawn'])
      expect(core.visits.end(reason, core.petugas.id)).toMatchObject({ ok: true })
    expect(core.find(needles)).toEqual([])
    expect(core.store.audit.list(5)[0]).toMatchObject({ action: 'visit.ended', detail: 'withdrawn' })
  })

  it('is nothing after a locked visit ran out of time', () => {
    core.visits.lock(core.petugas.id)
    core.clock.advance(30 * 60_000)
    core.visits.sweep()
    expect(core.find(needles)).toEqual([])
    expect(core.visits.state()).toBe('none')
  })

  it('is nothing after a paused visit was wiped by hand', () => {
    const id = core.visits.currentDraft()?.id ?? ''
    core.visits.pause(core.petugas.id)
    expect(core.find(needles)).toEqual(Object.keys(needles))
    core.visits.wipeDraft(id, core.petugas.id)
    expect(core.find(needles)).toEqual([])
  })

  it('is nothing of a picture that was taken again', async () => {
    const other = Buffer.from(await plainPicture(), 'base64')
    await core.visits.keepPhoto('swafoto', other)
    core.store.truncateLog()
    expect(core.find({ face: needles.face ?? '' })).toEqual([])
  })

  it('after sending: the working copy, and never the picture or the data in a readable packet', async () => {
    const id = await core.submit()
    core.store.truncateLog()
    expect(core.find(needles)).toEqual(Object.keys(needles))
    core.store.submissions.eraseData(id)
    core.store.submissionPhotos.dropAll(id)
    core.store.truncateLog()
    // The sealed packet is still there.
    expect(core.find(needles)).toEqual([])
  })

  it('after sending with a smaller limit: the pictures as they were sent, and nothing of the larger ones', async () => {
    const limit = 12_000
    const sizesBefore = core.store.draftPhotos.listSizes(core.visits.currentDraft()?.id ?? '')
    const id = await core.submit(limit)
    core.store.truncateLog()
    expect(core.find({ 'KTP photo': needles['KTP photo'] ?? '' })).toEqual([])
    const sent = SubmissionPayload.parse(JSON.parse(core.store.submissions.find(id)?.data ?? '')).photos
    expect(sent.map((photo) => photo.purpose)).toEqual(sizesBefore.map((photo) => photo.purpose))
    for (const { purpose, bytes, width, height } of sent) {
      expect(bytes).toBeLessThanOrEqual(limit)
      const kept = core.store.submissionPhotos.find(id, purpose)
      expect(kept).toMatchObject({ width, height })
      expect(kept?.jpeg).toHaveLength(bytes)
    }
    expect(core.store.draftPhotos.listSizes(id)).toEqual([])
  })
})

describe('retention', () => {
  const MILLISECOND = 1

  /** A submission in the central's hands, in this state since now. */
  async function decided(state: 'terverifikasi' | 'ditolak', receipt = true) {
    const id = await core.submit()
    if (receipt) core.settle(id, 'contoh.tanda.terima')
    else {
      core.submissions.apply(id, { type: 'start-sending' })
      core.submissions.apply(id, { type: 'sent' })
    }
    core.submissions.apply(id, { type: 'central-status', state })
    return id
  }

  it.each([
    ['terverifikasi', 1],
    ['ditolak', 14],
  ] as const)('erases data and pictures of what is %s after %i day(s), not before', async (state, days) => {
    const id = await decided(state)
    core.clock.advance(days * DAY)
    expect(core.retention.sweep()).toEqual([])
    expect(core.find({ nik: person.nik })).toEqual(['nik'])
    core.clock.advance(MILLISECOND)
    expect(core.retention.sweep()).toEqual([id])
    expect(core.find(needles)).toEqual([])
    expect(core.retention.sweep()).toEqual([])
    // What remains answers the registrant's question, and names nobody.
    const summary = core.store.submissions.find(id)?.summary ?? ''
    expect(JSON.parse(summary)).toMatchObject({ maskedNik: '6271 **** **** 0001', office: 'LPSE Contoh' })
  })

  it('counts anew when the central changed its mind', async () => {
    const id = await decided('ditolak')
    core.clock.advance(13 * DAY)
    core.submissions.apply(id, { type: 'central-status', state: 'menunggu-verifikasi' })
    core.clock.advance(2 * DAY)
    expect(core.retention.sweep()).toEqual([])
    core.submissions.apply(id, { type: 'central-status', state: 'ditolak' })
    core.clock.advance(13 * DAY)
    expect(core.retention.sweep()).toEqual([])
    core.clock.advance(2 * DAY)
    expect(core.retention.sweep()).toEqual([id])
  })

  it.each(['terverifikasi', 'ditolak'] as const)(
    'never erases a %s one without its receipt',
    async (state) => {
      await decided(state, false)
      core.clock.advance(400 * DAY)
      expect(core.retention.sweep()).toEqual([])
      expect(core.find(needles)).toEqual(Object.keys(needles))
    },
  )

  it('never touches what only this kiosk has', async () => {
    const id = await core.submit()
    core.submissions.apply(id, { type: 'needs-attention' }, 'content')
    core.clock.advance(400 * DAY)
    expect(core.retention.sweep()).toEqual([])
    expect(core.find({ nik: person.nik })).toEqual(['nik'])
  })
})
