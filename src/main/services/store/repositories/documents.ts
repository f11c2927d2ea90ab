import type Database from 'better-sqlite3'
import type { DocumentMedia } from '#shared/domain/submission/payload.ts'

/** What a stored document is, without its bytes. */
export type DocumentInfo = {
  /** Id of the form's document request. */
  readonly kind: string
  readonly media: DocumentMedia
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly addedAt: string
}

export type StoredDocument = DocumentInfo & { readonly bytes: Uint8Array }

const INFO = 'kind, media, sha256, size, added_at AS addedAt'

/** Documents of drafts or of submissions: one table, in which each document has one owner of either kind. */
export function createDocuments(db: Database.Database, owner: 'draft_id' | 'submission_id') {
  const put = db.prepare(
    `INSERT INTO document (${owner}, kind, media, sha256, size, added_at, bytes)
     VALUES (@owner, @kind, @media, @sha256, @size, @addedAt, @bytes)
     ON CONFLICT (${owner}, kind) DO UPDATE SET media = excluded.media, sha256 = excluded.sha256,
       size = excluded.size, added_at = excluded.added_at, bytes = excluded.bytes`,
  )
  const list = db.prepare<[string], DocumentInfo>(
    `SELECT ${INFO} FROM document WHERE ${owner} = ? ORDER BY kind`,
  )
  const one = db.prepare<[string, string], StoredDocument>(
    `SELECT ${INFO}, bytes FROM document WHERE ${owner} = ? AND kind = ?`,
  )
  const drop = db.prepare(`DELETE FROM document WHERE ${owner} = ? AND kind = ?`)
  const dropAll = db.prepare(`DELETE FROM document WHERE ${owner} = ?`)
  return {
    put(ownerId: string, document: StoredDocument): void {
      put.run({ ...document, owner: ownerId, bytes: Buffer.from(document.bytes) })
    },
    list: (ownerId: string) => list.all(ownerId),
    find: (ownerId: string, kind: string) => one.get(ownerId, kind),
    drop(ownerId: string, kind: string): void {
      drop.run(ownerId, kind)
    },
    dropAll(ownerId: string): void {
      dropAll.run(ownerId)
    },
  }
}
export type Documents = ReturnType<typeof createDocuments>

/** Makes a draft's documents of these kinds those of the submission with the same id, as with pictures. */
export function createDocumentHandOver(db: Database.Database) {
  const handOver = db.prepare(
    `UPDATE document SET submission_id = draft_id, draft_id = NULL
     WHERE draft_id = ? AND kind IN (SELECT value FROM json_each(?))`,
  )
  return (id: string, kinds: readonly string[]): void => {
    handOver.run(id, JSON.stringify(kinds))
  }
}
