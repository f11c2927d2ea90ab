import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/main/services/store/index.ts'
import { findTraces, middleOf, type Needles } from '../../helpers/find-traces.ts'
import { fillVisit, noisyPicture, portrait, testPerson } from '../../helpers/register.ts'
import { callsOf, createPlainCore, type PlainCore } from './plain-core.ts'

/**
 * Erasure (UU 27/2022 art. 16(2)g, 43-45) where it can fail: the kiosk's own code on a database that is not encrypted, with
 * backups made on the way, a log file and a temporary folder of its own. Every byte is searched, in every way of writing.
 */
const person = testPerson(1)
const DAY = 24 * 60 * 60_000

let core: PlainCore
let needles: Needles
let all: string[]

beforeEach(async () => {
  core = createPlainCore([await identityToRecipient(await generateX25519Identity())])
  const frame = await noisyPicture()
  needles = {
    nik: person.nik,
    name: person.nama,
    email: person.email,
    phone: '81234561001',
    nip: '199008172015011001',
    face: middleOf(portrait()),
    'KTP photo': middleOf(frame),
  }
  all = Object.keys(needles)
  await fillVisit(callsOf(core), person, { frame })
  core.store.backUp(core.clock.now())
})
afterEach(() => core?.remove())

/** A submission in the central's hands, decided just now. */
async function decided(state: 'terverifikasi' | 'aktif' | 'ditolak' | 'kedaluwarsa' | 'dibatalkan') {
  const id = await core.submit()
  core.store.backUp(core.clock.now())
  core.settle(id, 'contoh.tanda.terima')
  core.submissions.apply(id, { type: 'central-status', state })
  return id
}

describe('the search itself', () => {
  it('finds what is there while the visit lasts', () => {
    expect(core.find(needles)).toEqual(all)
  })

  it.each(['utf8', 'utf16le', 'base64', 'base64url', 'hex'] as const)(
    'finds what is written as %s',
    (way) => {
      core.visits.end('withdrawn', core.petugas.id)
      const note = Buffer.from(`{"data":"${person.nik} ${person.nama} ${person.email}"}`)
      const written = way === 'utf16le' ? Buffer.from(note.toString(), way) : Buffer.from(note.toString(way))
      writeFileSync(join(core.root, 'tmp', 'left-behind'), written)
      expect(core.find(needles)).toEqual(['nik', 'name', 'email'])
    },
  )

  it('finds what a careless deletion leaves on free pages, and what a careful one leaves in the log', () => {
    const deleteIn = (folder: string, secureDelete: 'ON' | 'OFF', truncate: boolean) => {
      cpSync(core.dataDir, folder, { recursive: true })
      const db = new Database(join(folder, 'kiosk.db'))
      db.pragma(`secure_delete = ${secureDelete}`)
      db.pragma('foreign_keys = ON')
      db.prepare('DELETE FROM draft').run()
      if (truncate) db.pragma('wal_checkpoint(TRUNCATE)')
      const found = findTraces(folder, needles)
      db.close()
      return found
    }
    expect(deleteIn(join(core.root, 'careless'), 'OFF', true)).toEqual(all)
    expect(deleteIn(join(core.root, 'log'), 'ON', false)).toEqual(all)
    expect(deleteIn(join(core.root, 'careful'), 'ON', true)).toEqual([])
  })
})

describe('nothing is left', () => {
  it.each(['refused', 'withdrawn', 'abandoned', 'no-email', 'requirements-missing'])(
    'of a visit that ended as %s',
    (reason) => {
      expect(core.visits.end(reason, core.petugas.id)).toMatchObject({ ok: true })
      core.store.backUp(core.clock.now())
      expect(core.find(needles)).toEqual([])
    },
  )

  it.each([
    ['terverifikasi', 1],
    ['aktif', 1],
    ['kedaluwarsa', 1],
    ['dibatalkan', 1],
    ['ditolak', 14],
  ] as const)('of what is %s for %i day(s), and all of it until then', async (state, days) => {
    const id = await decided(state)
    core.clock.advance(days * DAY)
    expect(core.retention.sweep()).toEqual([])
    expect(core.find(needles)).toEqual(all)
    core.clock.advance(1)
    expect(core.retention.sweep()).toEqual([id])
    core.store.backUp(core.clock.now())
    expect(core.find(needles)).toEqual([])
  })

  it.each(['terkirim', 'menunggu-profil', 'menunggu-verifikasi'] as const)(
    'of what is %s 90 days after its receipt, and all of it until then',
    async (state) => {
      const id = await core.submit()
      core.store.backUp(core.clock.now())
      core.settle(id, 'contoh.tanda.terima')
      core.clock.advance(40 * DAY)
      if (state !== 'terkirim') core.submissions.apply(id, { type: 'central-status', state })
      core.clock.advance(50 * DAY)
      expect(core.retention.sweep()).toEqual([])
      expect(core.find(needles)).toEqual(all)
      core.clock.advance(1)
      expect(core.retention.sweep()).toEqual([id])
      core.store.backUp(core.clock.now())
      expect(core.find(needles)).toEqual([])
    },
  )

  it('of what was refused late: 90 days after its receipt is the end', async () => {
    const id = await core.submit()
    core.settle(id, 'contoh.tanda.terima')
    core.clock.advance(80 * DAY)
    core.submissions.apply(id, { type: 'central-status', state: 'ditolak' })
    core.clock.advance(10 * DAY + 1)
    expect(core.retention.sweep()).toEqual([id])
    expect(core.find(needles)).toEqual([])
  })

  it('of what was voided before it was sent, its packet neither', async () => {
    const id = await core.submit()
    core.submissions.apply(id, { type: 'void', reason: 'uji' })
    expect(core.packets.listIds()).toEqual([id])
    expect(core.retention.sweep()).toEqual([id])
    expect(core.packets.listIds()).toEqual([])
    expect(core.find(needles)).toEqual([])
  })

  it('when the power goes between erasing and emptying the log: the next start empties it', async () => {
    const id = await decided('terverifikasi')
    core.store.transaction(() => {
      core.store.submissions.eraseData(id)
      core.store.submissionPhotos.dropAll(id)
    })
    const copy = core.afterPowerCut()
    expect(findTraces(copy, needles)).toEqual(all)
    const store = openStore(copy, null, 'real')
    expect(findTraces(copy, needles)).toEqual([])
    store.close()
  })

  it('in backups, also those made while the data were there', async () => {
    await decided('ditolak')
    core.store.backUp(core.clock.now())
    expect(findTraces(join(core.dataDir, 'backups'), needles)).toEqual([])
  })

  it('readable outside the database while the registration waits', async () => {
    await core.submit()
    expect(findTraces(join(core.dataDir, 'packets'), needles)).toEqual([])
    expect(findTraces(join(core.root, 'tmp'), needles)).toEqual([])
  })
})

describe('what a petugas noted when it was called off', () => {
  const note = 'Bapak Pencatatan Uji menarik persetujuan'

  it.each([
    ['voided', false],
    ['withdrawn', true],
  ] as const)('is gone a day after it was %s, and never leaves the database', async (_way, sent) => {
    const id = await core.submit()
    if (sent) core.settle(id, 'contoh.tanda.terima')
    core.cancellations.cancel(id, { reason: 'consent', note }, core.petugas.id)
    core.store.backUp(core.clock.now())
    expect(core.store.cancellations.find(id)?.note).toBe(note)
    expect(core.find({ ...needles, note })).toEqual(['note'])
    expect(findTraces(join(core.dataDir, 'backups'), { note })).toEqual([])
    expect(core.packets.listCalledOff()).toMatchObject([{ id, reason: 'consent' }])
    expect(JSON.stringify(core.packets.listCalledOff())).not.toContain(note)
    core.clock.advance(DAY)
    core.retention.sweep()
    expect(core.find({ note })).toEqual(['note'])
    core.clock.advance(1)
    core.retention.sweep()
    expect(core.find({ note })).toEqual([])
    expect(core.store.cancellations.find(id)).toMatchObject({ reason: 'consent', note: null })
  })
})

describe('what was promised is kept', () => {
  it('a visit keeps the numbers its consent screen showed; the next one has the new ones', async () => {
    core.setRetention({ verified: 3, rejected: 30, sent: 60, audit: 90 })
    const old = await decided('terverifikasi')
    await fillVisit(callsOf(core), testPerson(2))
    expect(core.visits.current()?.keepDays).toEqual({ verified: 3, rejected: 30, sent: 60 })
    const next = await decided('terverifikasi')
    core.clock.advance(DAY + 1)
    expect(core.retention.sweep()).toEqual([old])
    core.clock.advance(DAY)
    expect(core.retention.sweep()).toEqual([])
    core.clock.advance(DAY)
    expect(core.retention.sweep()).toEqual([next])
  })
})

describe('the audit trail', () => {
  const actions = () => core.store.audit.list(100).map((entry) => entry.action)

  it('stays 90 days and is pruned after that, without an entry about a person in it', () => {
    core.visits.end('withdrawn', core.petugas.id)
    core.clock.advance(90 * DAY)
    core.retention.sweep()
    expect(actions()).toEqual(['visit.ended', 'visit.started'])
    expect(findTraces(core.dataDir, needles)).toEqual([])
    core.clock.advance(1)
    core.retention.sweep()
    expect(actions()).toEqual([])
  })

  it('stays longer where the office says so', () => {
    core.setRetention({ verified: 1, rejected: 14, sent: 90, audit: 365 })
    core.visits.end('withdrawn', core.petugas.id)
    core.clock.advance(365 * DAY)
    core.retention.sweep()
    expect(actions()).toHaveLength(2)
    core.clock.advance(1)
    core.retention.sweep()
    expect(actions()).toEqual([])
  })
})
