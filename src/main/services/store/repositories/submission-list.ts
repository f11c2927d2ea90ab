import type Database from 'better-sqlite3'
import type { SearchWord, SubmissionSort } from '#shared/domain/submission/groups.ts'
import type { SubmissionState } from '#shared/domain/submission/states.ts'
import { createSearchTexts } from './search-texts.ts'

/** What the petugas' list shows. */
export type SubmissionListQuery = {
  readonly sort: SubmissionSort
  /** Only these states; null: all. */
  readonly states: readonly SubmissionState[] | null
  /** Words of which each must stand in number, masked name, petugas or service. */
  readonly words: readonly SearchWord[]
  /** Id of the last row of the page before. */
  readonly after: string | null
  readonly limit: number
}

type Order = {
  readonly index: string
  /** Columns of the order, the id last; every row has its own place. */
  readonly columns: readonly string[]
  readonly descending: boolean
}

/** Every order is that of one index, which also holds state and search text: no row is read before it is shown. */
const ORDERS = {
  need: { index: 'submission_in_need', columns: ['need', 'submitted_at', 'id'], descending: false },
  oldest: { index: 'submission_in_time', columns: ['submitted_at', 'id'], descending: false },
  newest: { index: 'submission_in_time', columns: ['submitted_at', 'id'], descending: true },
  state: { index: 'submission_in_state', columns: ['state', 'submitted_at', 'id'], descending: false },
  name: { index: 'submission_in_name', columns: ['masked_name', 'id'], descending: false },
} as const satisfies Record<SubmissionSort, Order>

/** So many matches are looked up and sorted one by one; where there are more, a page of them is soon found by going through. */
const FEW_MATCHES = 500

/** Pages of the list, by keyset: a page costs the same wherever it lies. */
export function createSubmissionList(db: Database.Database) {
  const texts = createSearchTexts(db)
  const statements = new Map<string, Database.Statement<unknown[], { id: string }>>()

  function statement(sql: string): Database.Statement<unknown[], { id: string }> {
    const known = statements.get(sql) ?? db.prepare<unknown[], { id: string }>(sql)
    statements.set(sql, known)
    return known
  }

  /** Ids of one page, in order. A row that is gone as `after` begins the list anew. */
  function listIds({ sort, states, words, after, limit }: SubmissionListQuery): string[] {
    const { index, columns, descending }: Order = ORDERS[sort]
    const key = after === null ? undefined : keyOf(db, columns, after)
    const matches = words.length > 0 ? texts.find(words) : undefined
    if (matches?.length === 0) return []
    const few = matches && matches.length <= FEW_MATCHES ? matches : undefined
    const conditions = [
      ...(key
        ? [`(${columns.join(', ')}) ${descending ? '<' : '>'} (${columns.map(() => '?').join(', ')})`]
        : []),
      ...(states ? [`state IN (${states.map(() => '?').join(', ')})`] : []),
      ...(few
        ? ['rowid IN (SELECT value FROM json_each(?))']
        : words.map(() => '(instr(search, ?) > 0 OR instr(search, ?) > 0)')),
    ]
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
    const order = columns.map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', ')
    const from = few ? 'submission' : `submission INDEXED BY ${index}`
    const sql = `SELECT id FROM ${from} ${where} ORDER BY ${order} LIMIT ?`
    const searched = few ? [JSON.stringify(few)] : words.flatMap(({ plain, masked }) => [plain, masked])
    return statement(sql)
      .all(...(key ?? []), ...(states ?? []), ...searched, limit)
      .map((row) => row.id)
  }

  return {
    listIds,
    /** Reads some of the search texts, so that the first search need not. Answers whether all are there. */
    readSearchTexts: texts.readSome,
  }
}
export type SubmissionList = ReturnType<typeof createSubmissionList>

function keyOf(db: Database.Database, columns: readonly string[], id: string): unknown[] | undefined {
  const row = db
    .prepare<[string], Record<string, unknown>>(`SELECT ${columns.join(', ')} FROM submission WHERE id = ?`)
    .get(id)
  return row && columns.map((column) => row[column])
}
