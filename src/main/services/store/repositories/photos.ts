import type Database from 'better-sqlite3'
import type { PhotoPurpose } from '#shared/domain/forms/index.ts'

/** A picture as stored: JPEG bytes and natural size in pixels. */
export type StoredPhoto = {
  readonly purpose: PhotoPurpose
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
  readonly takenAt: string
}

/** Pictures of drafts or of submissions: two tables of the same shape. */
export function createPhotos(db: Database.Database, table: 'draft_photo' | 'submission_photo') {
  const owner = table === 'draft_photo' ? 'draft_id' : 'submission_id'
  const put = db.prepare(
    `INSERT INTO ${table} (${owner}, purpose, jpeg, width, height, taken_at)
     VALUES (@owner, @purpose, @jpeg, @width, @height, @takenAt)
     ON CONFLICT (${owner}, purpose) DO UPDATE SET
       jpeg = excluded.jpeg, width = excluded.width, height = excluded.height, taken_at = excluded.taken_at`,
  )
  const sizes = db.prepare<[string], Omit<StoredPhoto, 'jpeg'>>(
    `SELECT purpose, width, height, taken_at AS takenAt FROM ${table} WHERE ${owner} = ?`,
  )
  const one = db.prepare<[string, string], StoredPhoto>(
    `SELECT purpose, jpeg, width, height, taken_at AS takenAt FROM ${table} WHERE ${owner} = ? AND purpose = ?`,
  )
  const drop = db.prepare(`DELETE FROM ${table} WHERE ${owner} = ? AND purpose = ?`)
  const dropAll = db.prepare(`DELETE FROM ${table} WHERE ${owner} = ?`)
  return {
    put(ownerId: string, photo: StoredPhoto): void {
      put.run({ ...photo, owner: ownerId, jpeg: Buffer.from(photo.jpeg) })
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
