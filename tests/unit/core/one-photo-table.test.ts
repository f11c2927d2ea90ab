import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type NewSubmission, openStore } from '../../../src/main/services/store/index.ts'
import { initial } from '../../../src/main/services/store/migrations/0001-initial.ts'
import { openDatabase } from '../../../src/main/services/store/open-database.ts'

const AT = '2026-11-23T02:00:00.000Z'
const SUBMISSION = '0198f000-0000-7000-8000-000000000001'
const DRAFT = '0198f000-0000-7000-8000-000000000002'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiosk-photo-table-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** A database as the first schema left it, with a draft, a submission and pictures of several pages each. */
function oldDatabase(key: Uint8Array | null) {
  const { db } = openDatabase(dataDir, key, 'real', { migrations: [initial] })
  const pictures = {
    draft: { 'ktp-frame': randomBytes(50_000), swafoto: randomBytes(50_001) },
    submission: { 'ktp-frame': randomBytes(50_002), ktp: randomBytes(50_003), swafoto: randomBytes(1) },
  }
  db.prepare(`INSERT INTO draft VALUES (?, 'open', ?, ?, '{}')`).run(DRAFT, AT, AT)
  db.prepare(
    `INSERT INTO submission (id, reference, service, state, state_since, submitted_at, petugas_id, nik_key, data,
       summary, packet_sha256, packet_bytes)
     VALUES (?, 'KT-2345-6789', 'profil', 'antre', ?, ?, 'p1', x'01', '{}', '{}', 'ab', 3)`,
  ).run(SUBMISSION, AT, AT)
  for (const [purpose, jpeg] of Object.entries(pictures.draft))
    db.prepare('INSERT INTO draft_photo VALUES (?, ?, ?, 640, 480, ?)').run(DRAFT, purpose, jpeg, AT)
  for (const [purpose, jpeg] of Object.entries(pictures.submission))
    db.prepare('INSERT INTO submission_photo VALUES (?, ?, ?, 641, 481, ?)').run(
      SUBMISSION,
      purpose,
      jpeg,
      AT,
    )
  db.close()
  return pictures
}

const sha256 = (bytes: Uint8Array | undefined) => bytes && createHash('sha256').update(bytes).digest('hex')

describe('one table for pictures', () => {
  it('knows the hash of a picture from when it was taken on; pictures of before have none', () => {
    oldDatabase(null)
    const store = openStore(dataDir, null, 'real')
    expect(store.draftPhotos.find(DRAFT, 'swafoto')?.sha256).toBeNull()
    for (const jpeg of [randomBytes(5_000), randomBytes(70_000)]) {
      store.draftPhotos.put(DRAFT, { purpose: 'swafoto', width: 1, height: 1, takenAt: AT, jpeg })
      expect(store.draftPhotos.find(DRAFT, 'swafoto')?.sha256).toBe(sha256(jpeg))
    }
    store.close()
  })

  it.each([
    ['encrypted', Buffer.alloc(32, 7)],
    ['unencrypted', null],
  ])('takes over every picture of the first schema, byte for byte (%s)', (_kind, key) => {
    const pictures = oldDatabase(key)
    const store = openStore(dataDir, key, 'real')
    expect(store.draftPhotos.listSizes(DRAFT)).toEqual([
      { purpose: 'ktp-frame', width: 640, height: 480, takenAt: AT },
      { purpose: 'swafoto', width: 640, height: 480, takenAt: AT },
    ])
    for (const purpose of ['ktp-frame', 'swafoto'] as const)
      expect(sha256(store.draftPhotos.find(DRAFT, purpose)?.jpeg)).toBe(sha256(pictures.draft[purpose]))
    for (const purpose of ['ktp-frame', 'ktp', 'swafoto'] as const)
      expect(store.submissionPhotos.find(SUBMISSION, purpose)).toEqual({
        purpose,
        jpeg: pictures.submission[purpose],
        width: 641,
        height: 481,
        takenAt: AT,
        sha256: null,
      })
    store.close()
  })

  it('erases what the first schema had stored as thoroughly as its own', () => {
    const { submission } = oldDatabase(null)
    const needle = submission.ktp.subarray(25_000, 25_032)
    const held = () =>
      ['kiosk.db', 'kiosk.db-wal'].filter((name) => {
        try {
          return readFileSync(join(dataDir, name)).includes(needle)
        } catch {
          return false
        }
      })
    expect(held()).toEqual(['kiosk.db'])
    const store = openStore(dataDir, null, 'real')
    expect(held()).not.toEqual([])
    store.submissionPhotos.dropAll(SUBMISSION)
    store.truncateLog()
    expect(held()).toEqual([])
    store.close()
  })
})

/** The draft above, submitted. */
const submitted: NewSubmission = {
  id: DRAFT,
  reference: 'KT-2345-6789',
  service: 'profil',
  state: 'antre',
  stateSince: AT,
  submittedAt: AT,
  petugasId: 'p1',
  nikKey: Buffer.alloc(32, 1),
  data: '{}',
  summary: '{}',
  packetSha256: 'ab',
  packetBytes: 3,
  uploadUrl: null,
  receipt: null,
  central: null,
}

describe('the hand-over of a picture', () => {
  it("gives the draft's pictures to the submission, and ending the draft then takes none along", () => {
    const store = openStore(dataDir, null, 'real')
    const jpeg = randomBytes(400_000)
    const photo = { purpose: 'swafoto', jpeg, width: 640, height: 480, takenAt: AT } as const
    const row = { state: 'open', stateSince: AT, touchedAt: AT, data: '{}' } as const
    for (const id of [DRAFT, SUBMISSION]) {
      store.drafts.save({ ...row, id })
      store.draftPhotos.put(id, photo)
    }
    store.draftPhotos.put(DRAFT, { ...photo, purpose: 'ktp' })
    expect(() => store.handOverPhotos(DRAFT, ['swafoto'])).toThrow(/FOREIGN KEY/)
    store.submissions.insert(submitted)
    store.handOverPhotos(DRAFT, ['swafoto'])
    store.drafts.drop(DRAFT)
    expect(store.draftPhotos.listSizes(DRAFT)).toEqual([])
    const stored = { ...photo, sha256: sha256(photo.jpeg) }
    expect(store.submissionPhotos.find(DRAFT, 'swafoto')).toEqual(stored)
    // One that is not named goes with the draft.
    expect(store.submissionPhotos.listSizes(DRAFT)).toHaveLength(1)
    // The other visit keeps its own.
    expect(store.draftPhotos.find(SUBMISSION, 'swafoto')).toEqual(stored)
    store.drafts.drop(SUBMISSION)
    expect(store.draftPhotos.listSizes(SUBMISSION)).toEqual([])
    store.close()
  })

  it('writes none of their bytes again', () => {
    const store = openStore(dataDir, null, 'real')
    const jpeg = randomBytes(400_000)
    const needle = jpeg.subarray(200_000, 200_032)
    store.drafts.save({ id: DRAFT, state: 'open', stateSince: AT, touchedAt: AT, data: '{}' })
    store.draftPhotos.put(DRAFT, { purpose: 'swafoto', jpeg, width: 640, height: 480, takenAt: AT })
    store.truncateLog()
    store.transaction(() => {
      store.submissions.insert(submitted)
      store.handOverPhotos(DRAFT, ['swafoto'])
      store.drafts.drop(DRAFT)
    })
    const log = readFileSync(join(dataDir, 'kiosk.db-wal'))
    expect(log.length).toBeLessThan(80_000)
    expect(log.includes(needle)).toBe(false)
    expect(store.submissionPhotos.find(DRAFT, 'swafoto')?.jpeg).toHaveLength(400_000)
    store.close()
  })
})
