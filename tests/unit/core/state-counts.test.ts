import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MIGRATIONS, migrate } from '../../../src/main/services/store/migrate.ts'
import { createSubmissions } from '../../../src/main/services/store/repositories/submissions.ts'

let db: Database.Database
let submissions: ReturnType<typeof createSubmissions>
beforeEach(() => {
  db = new Database(':memory:')
  migrate(db, MIGRATIONS)
  submissions = createSubmissions(db)
})
afterEach(() => db.close())

const id = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = (n: number) => `2026-11-23T02:0${n}:00.000Z`
const insert = (n: number) =>
  submissions.insert({
    id: id(n),
    reference: `KT-7F3K-222${n}`,
    service: 'profil',
    state: 'antre',
    stateSince: at(n),
    submittedAt: at(n),
    petugasId: 'p',
    nikKey: Buffer.alloc(32, n),
    data: null,
    summary: '{}',
    packetSha256: 'a'.repeat(64),
    packetBytes: 1,
    uploadUrl: null,
    receipt: null,
    central: null,
  })
/** What SQLite itself counts. */
const truth = () =>
  db
    .prepare('SELECT state, count(*) AS count, min(submitted_at) AS oldest FROM submission GROUP BY state')
    .all()
const counted = () => submissions.countByState().toSorted((a, b) => a.state.localeCompare(b.state))

it('counts by state stay true through every change, also one that is undone', () => {
  expect(counted()).toEqual([])
  for (const n of [1, 2, 3]) {
    insert(n)
    expect(counted()).toEqual(truth())
  }
  submissions.setState(id(1), 'sedang-dikirim', at(4))
  expect(counted()).toEqual(truth())
  const undone = db.transaction(() => {
    submissions.setState(id(2), 'perlu-tindakan', at(5))
    expect(counted()).toEqual(truth())
    throw new Error('undone')
  })
  expect(undone).toThrow('undone')
  expect(counted()).toEqual(truth())
  submissions.setState(id(1), 'terkirim', at(5))
  expect(counted()).toEqual(truth())
})

it('asked again without a change they are not counted again', () => {
  insert(1)
  const first = submissions.countByState()
  // Behind its back: what was kept is answered.
  db.prepare("UPDATE submission SET submitted_at = '2026-01-01T00:00:00.000Z'").run()
  expect(submissions.countByState()).toEqual(first)
})

it('the count since a time stays true through every change, also one that is undone', () => {
  const since = () => submissions.countSince(at(2))
  expect(since()).toBe(0)
  insert(1)
  expect(since()).toBe(0)
  insert(2)
  expect(since()).toBe(1)
  const undone = db.transaction(() => {
    insert(3)
    expect(since()).toBe(2)
    throw new Error('undone')
  })
  expect(undone).toThrow('undone')
  expect(since()).toBe(1)
  expect(submissions.countSince(at(1))).toBe(2)
})
