import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { PhotoPurpose } from '#shared/domain/forms/index.ts'

/** A picture as stored: JPEG bytes and natural size in pixels. */
export type StoredPhoto = {
  readonly purpose: PhotoPurpose
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
  readonly takenAt: string
  /** Lower-case hex SHA-256 of the JPEG, as `find` answers it; `put` works it out. None of pictures of before. */
  readonly sha256?: string | null
}

/** Pictures of drafts or of submissions: one table, in which each picture has one owner of either kind. */
export function createPhotos(db: Database.Database, owner: 'draft_id' | 'submission_id') {
  const put = db.prepare(
    `INSERT INTO photo (${owner}, purpose, width, height, taken_at, jpeg, sha256)
     VALUES (@owner, @purpose, @width, @height, @takenAt, @jpeg, @sha256)
     ON CONFLICT (${owner}, purpose) DO UPDATE SET
       width = excluded.width, height = excluded.height, taken_at = excluded.taken_at, jpeg = excluded.jpeg,
       sha256 = excluded.sha256`,
  )
  const sizes = db.prepare<[string], Omit<StoredPhoto, 'jpeg' | 'sha256'>>(
    `SELECT purpose, width, height, taken_at AS takenAt FROM photo WHERE ${owner} = ? ORDER BY purpose`,
  )
  const one = db.prepare<[string, string], StoredPhoto>(
    `SELECT purpose, jpeg, width, height, taken_at AS takenAt, sha256 FROM photo WHERE ${owner} = ? AND purpose = ?`,
  )
  const drop = db.prepare(`DELETE FROM photo WHERE ${owner} = ? AND purpose = ?`)
  const dropAll = db.prepare(`DELETE FROM photo WHERE ${owner} = ?`)
  return {
    put(ownerId: string, photo: StoredPhoto): void {
      const sha256 = createHash('sha256').update(photo.jpeg).digest('hex')
      put.run({ ...photo, owner: ownerId, jpeg: Buffer.from(photo.jpeg), sha256 })
    },
    listSizes: (ownerId: string) => sizes.all(ownerId),
    find: (ownerId: string, purpose: PhotoPurpose) => one.get(ownerId, purpose),
    drop(ownerId: string, purpose: PhotoPurpose): void {
      drop.run(ownerId, purpose)
    },
    dropAll(ownerId: string): void {
      dropAll.run(ownerId)
    },
  }
}
export type Photos = ReturnType<typeof createPhotos>

/**
 * Makes a draft's pictures for these purposes those of the submission with the same id, which must be there already; the
 * others go with the draft. The bytes stay where they are: SQLite overwrites a record of the same length in place and
 * leaves pages alone that do not change.
 */
export function createPhotoHandOver(db: Database.Database) {
  const handOver = db.prepare(
    `UPDATE photo SET submission_id = draft_id, draft_id = NULL
     WHERE draft_id = ? AND purpose IN (SELECT value FROM json_each(?))`,
  )
  return (id: string, purposes: readonly PhotoPurpose[]): void => {
    handOver.run(id, JSON.stringify(purposes))
  }
}
