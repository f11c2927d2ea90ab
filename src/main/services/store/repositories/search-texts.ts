import type Database from 'better-sqlite3'
import type { SearchWord } from '#shared/domain/submission/groups.ts'

/** Read at a time: 5 to 10 ms of an old desk's time. */
const SLICE_ROWS = 2_000

/**
 * The search texts of all submissions, in memory: going through them in the database would decrypt every page of an index
 * for each letter that is typed. They hold number, masked name, petugas and service, which never change once a submission
 * is there; nothing of it is written anywhere. No submission is ever removed.
 */
export function createSearchTexts(db: Database.Database) {
  type Row = { readonly number: number; readonly search: string }
  type Place = { readonly submittedAt: string; readonly id: string }
  const newestOf = db.prepare<[], number | null>('SELECT max(rowid) FROM submission').pluck()
  // From an index alone: the rows themselves hold the working copies.
  const slice = db.prepare<[string, string, number], Row & Place>(
    `SELECT rowid AS number, search, submitted_at AS submittedAt, id FROM submission INDEXED BY submission_in_time
     WHERE (submitted_at, id) > (?, ?) ORDER BY submitted_at, id LIMIT ?`,
  )
  const later = db.prepare<[number], Row>('SELECT rowid AS number, search FROM submission WHERE rowid > ?')
  const numbers: number[] = []
  const texts: string[] = []
  /** What was there at the first slice; whatever came after it has a higher number, wherever the index holds it. */
  let newest: number | undefined
  let read: Place | 'all' = { submittedAt: '', id: '' }

  function take({ number, search }: Row): void {
    numbers.push(number)
    texts.push(search)
  }

  /** Reads a slice of what was there at the start. Answers whether that was the last. */
  function readSlice(): boolean {
    if (read === 'all') return true
    newest ??= newestOf.get() ?? 0
    const there = newest
    const rows = slice.all(read.submittedAt, read.id, SLICE_ROWS)
    for (const row of rows) if (row.number <= there) take(row)
    read = rows.length < SLICE_ROWS ? 'all' : (rows.at(-1) ?? 'all')
    return read === 'all'
  }

  function readNewer(): void {
    for (const row of later.all(newest ?? 0)) {
      take(row)
      newest = Math.max(newest ?? 0, row.number)
    }
  }

  /**
   * Row numbers of the submissions in whose text each of the words stands, plain or as a mask shows it.
   * @returns undefined within a transaction, which may yet be undone
   */
  function find(words: readonly SearchWord[]): number[] | undefined {
    if (db.inTransaction) return undefined
    while (!readSlice());
    readNewer()
    return numbers.filter((_number, place) => {
      const text = texts[place] ?? ''
      return words.every(({ plain, masked }) => text.includes(plain) || text.includes(masked))
    })
  }
  return {
    find,
    /** Reads some of the texts ahead of the first search. Answers whether all are there. */
    readSome: (): boolean => db.inTransaction || readSlice(),
  }
}
