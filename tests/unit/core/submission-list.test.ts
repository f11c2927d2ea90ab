import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SubmissionSort, searchWords, statesOf } from '#shared/domain/submission/groups.ts'
import type { SubmissionState } from '#shared/domain/submission/states.ts'
import { openStore, type Store } from '../../../src/main/services/store/index.ts'

let folder = ''
let store: Store

const id = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`
/** Number, state, masked name, petugas, minute of submission. */
const ROWS: readonly (readonly [number, SubmissionState, string, string, number])[] = [
  [1, 'terverifikasi', 'B*** S***', 'Siti Contoh', 10],
  [2, 'ditolak', 'A*** C***', 'Siti Contoh', 40],
  [3, 'antre', 'D*** E***', 'Joko Contoh', 20],
  [4, 'perlu-tindakan', 'B*** D***', 'Joko Contoh', 50],
  [5, 'menunggu-verifikasi', 'C*** A***', 'Siti Contoh', 30],
  [6, 'ditolak', 'E*** E***', 'Siti Contoh', 5],
]

function register(
  to: Store,
  n: number,
  state: SubmissionState,
  summary: { readonly maskedName: string; readonly petugas: string },
  minute: number,
): void {
  to.submissions.insert({
    id: id(n),
    reference: `KT-7F3K-${String(2221 + n).padStart(4, '0')}`,
    service: 'profil',
    state,
    stateSince: '2026-11-23T02:00:00.000Z',
    submittedAt: new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString(),
    petugasId: 'p',
    nikKey: Buffer.alloc(32, n),
    data: null,
    summary: JSON.stringify(summary),
    packetSha256: 'a'.repeat(64),
    packetBytes: 1,
    uploadUrl: null,
    receipt: null,
    central: null,
  })
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-list-'))
  store = openStore(folder, null, 'real')
  for (const [n, state, maskedName, petugas, minute] of ROWS)
    register(store, n, state, { maskedName, petugas }, minute)
  // Somebody has corrected the oldest rejected one: it needs nobody any more.
  store.submissions.setCorrectedBy(id(6), id(3))
})
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const list = (query: Partial<Parameters<Store['submissionList']['listIds']>[0]>) =>
  store.submissionList
    .listIds({ sort: 'need', states: null, words: [], after: null, limit: 50, ...query })
    .map((each) => Number(each.slice(-2)))

describe('the list', () => {
  it.each([
    ['need', [2, 4, 6, 1, 3, 5]],
    ['oldest', [6, 1, 3, 5, 2, 4]],
    ['newest', [4, 2, 5, 3, 1, 6]],
    ['name', [2, 4, 1, 5, 3, 6]],
    ['state', [3, 6, 2, 5, 4, 1]],
  ] as const)('sorted by %s', (sort, expected) => {
    expect(list({ sort })).toEqual(expected)
  })

  it.each(['need', 'oldest', 'newest', 'name', 'state'] as const)(
    'gives every row once, page by page, sorted by %s',
    (sort: SubmissionSort) => {
      const all = list({ sort })
      const paged: number[] = []
      for (let after: string | null = null; ; after = id(paged.at(-1) ?? 0)) {
        const page = list({ sort, after, limit: 2 })
        if (page.length === 0) break
        paged.push(...page)
      }
      expect(paged).toEqual(all)
    },
  )

  it.each([
    ['kt-7f3k-2223', [2]],
    ['7F3K 2225', [4]],
    ['2223', [2]],
    ['budi santoso', [1]],
    ['joko', [4, 3]],
    ['siti profil 2226', [5]],
    ["x' OR 1=1", []],
    ['%', []],
  ])('finds %j', (typed, expected) => {
    expect(list({ words: searchWords(typed) })).toEqual(expected)
  })

  it('is narrowed to a group', () => {
    expect(list({ states: statesOf('mine') })).toEqual([2, 4, 6])
    expect(list({ states: statesOf('central'), words: searchWords('siti') })).toEqual([5])
  })
})

describe('the search among many', () => {
  let many: Store
  let manyFolder = ''
  beforeAll(() => {
    manyFolder = mkdtempSync(join(tmpdir(), 'kiosk-list-'))
    many = openStore(manyFolder, null, 'real')
    many.transaction(() => {
      for (let n = 1; n <= 1_200; n += 1)
        register(many, n, 'antre', { maskedName: 'C***', petugas: n % 3 === 0 ? 'Siti' : 'Joko' }, n)
    })
  })
  afterAll(() => {
    many.close()
    rmSync(manyFolder, { recursive: true, force: true })
  })
  const search = (typed: string, after: string | null = null) =>
    many.submissionList
      .listIds({ sort: 'newest', states: null, words: searchWords(typed), after, limit: 3 })
      .map((each) => Number(each.slice(-4)))

  it('few matches and many come in the same order, page by page', () => {
    // 400 are looked up one by one, 800 are gone through.
    expect(search('siti')).toEqual([1_200, 1_197, 1_194])
    expect(search('siti', id(1_194))).toEqual([1_191, 1_188, 1_185])
    expect(search('joko')).toEqual([1_199, 1_198, 1_196])
    expect(search('joko', id(1_196))).toEqual([1_195, 1_193, 1_192])
  })

  it('knows what was registered after the first search', () => {
    expect(search('tidakada')).toEqual([])
    register(many, 1_201, 'antre', { maskedName: 'T*** A***', petugas: 'Tidakada' }, 1_201)
    expect(search('tidakada')).toEqual([1_201])
    expect(search('tidakada profil')).toEqual([1_201])
  })

  it('keeps nothing of what a transaction undid', () => {
    const undone = () =>
      many.transaction(() => {
        register(many, 1_300, 'antre', { maskedName: 'B***', petugas: 'Batal' }, 1_300)
        expect(search('batal')).toEqual([1_300])
        throw new Error('undone')
      })
    expect(undone).toThrow('undone')
    expect(search('batal')).toEqual([])
    register(many, 1_301, 'antre', { maskedName: 'J***', petugas: 'Jadi' }, 1_301)
    expect([search('batal'), search('jadi')]).toEqual([[], [1_301]])
  })
})
