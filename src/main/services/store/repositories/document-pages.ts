import type Database from 'better-sqlite3'
import type { PageTurn } from '#shared/domain/forms/index.ts'

/** A page without its picture. Sizes are pixels of the picture as it was taken. */
export type PageInfo = {
  readonly id: number
  /** Id of the form's document request. */
  readonly kind: string
  readonly turn: PageTurn
  readonly width: number
  readonly height: number
}

export type StoredPage = PageInfo & { readonly jpeg: Uint8Array }

const INFO = 'id, kind, turn, width, height'

/** Pages of the documents of drafts, in order; they go with their draft. */
export function createDocumentPages(db: Database.Database) {
  const list = db.prepare<[string], PageInfo>(
    `SELECT ${INFO} FROM document_page WHERE draft_id = ? ORDER BY kind, place`,
  )
  const ofKind = db.prepare<[string, string], StoredPage>(
    `SELECT ${INFO}, jpeg FROM document_page WHERE draft_id = ? AND kind = ? ORDER BY place`,
  )
  const one = db.prepare<[string, number], StoredPage>(
    `SELECT ${INFO}, jpeg FROM document_page WHERE draft_id = ? AND id = ?`,
  )
  const insert = db.prepare(
    `INSERT INTO document_page (draft_id, kind, place, turn, width, height, jpeg)
     VALUES (@draft, @kind, @place, @turn, @width, @height, @jpeg)`,
  )
  const move = db.prepare('UPDATE document_page SET place = @place, turn = @turn WHERE id = @id')
  const drop = db.prepare('DELETE FROM document_page WHERE id = ?')
  return {
    /** Pages of every document of a draft. */
    list: (draft: string) => list.all(draft),
    find: (draft: string, id: number) => one.get(draft, id),
    /** Pages of one document, with their pictures. */
    ofKind: (draft: string, kind: string) => ofKind.all(draft, kind),
    /**
     * Makes these the pages of a document, in this order. A page without an id is new; one that is not named goes.
     * To be called in a transaction.
     */
    put(draft: string, kind: string, pages: readonly (Omit<StoredPage, 'id' | 'kind'> & { id?: number })[]) {
      const stay = new Set(pages.map(({ id }) => id))
      for (const page of list.all(draft)) if (page.kind === kind && !stay.has(page.id)) drop.run(page.id)
      pages.forEach(({ id, turn, width, height, jpeg }, place) => {
        if (id !== undefined) move.run({ id, place, turn })
        else insert.run({ draft, kind, place, turn, width, height, jpeg: Buffer.from(jpeg) })
      })
    },
  }
}
