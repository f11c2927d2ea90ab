import type Database from 'better-sqlite3'
import type { SearchWord } from '#shared/domain/submission/groups.ts'

/**
 * The search texts of all submissions, in memory: going through them in the database would decrypt every page of an index
 * for each letter that is typed. They hold number, masked name, petugas and service, which never change once a submission
 * is there; nothing of it is written anywhere. No submission is ever removed.
 */
export function createSearchTexts(db: Database.Database) {
  type Row = { readonly number: number; readonly search: string }
  const all = db.prepare<[], Row>(
    'SELECT rowid AS number, search FROM submission INDEXED BY submission_in_time',
  )
  const later = db.prepare<[number], Row>('SELECT rowid AS number, search FROM submission WHERE rowid > ?')
  const numbers: number[] = []
  const texts: string[] = []
  let newest = 0

  function take(rows: Iterable<Row>): void {
    for (const { number, search } of rows) {
      numbers.push(number)
      texts.push(search)
      newest = Math.max(newest, number)
    }
  }

  /**
   * Row numbers of the submissions in whose text each of the words stands, plain or as a mask shows it.
   * @returns undefined within a transaction, which may yet be undone
   */
  return function find(words: readonly SearchWord[]): number[] | undefined {
    if (db.inTransaction) return undefined
    take(newest === 0 ? all.iterate() : later.all(newest))
    return numbers.filter((_number, place) => {
      const text = texts[place] ?? ''
      return words.every(({ plain, masked }) => text.includes(plain) || text.includes(masked))
    })
  }
}
