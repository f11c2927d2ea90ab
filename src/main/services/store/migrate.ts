import type Database from 'better-sqlite3'
import { initial } from './migrations/0001-initial.ts'
import { onePhotoTable } from './migrations/0002-one-photo-table.ts'
import { findWorkingCopies } from './migrations/0003-find-working-copies.ts'
import { documents } from './migrations/0004-documents.ts'
import { uploadOffset } from './migrations/0005-upload-offset.ts'
import { correctionsAndCancellations } from './migrations/0006-corrections-and-cancellations.ts'
import { documentPages } from './migrations/0007-document-pages.ts'
import { sentAt } from './migrations/0008-sent-at.ts'
import { photoHashes } from './migrations/0009-photo-hashes.ts'

export type Migration = { readonly version: number; readonly sql: string }

/** Every migration, oldest first; never edited after it was released. */
export const MIGRATIONS: readonly Migration[] = [
  initial,
  onePhotoTable,
  findWorkingCopies,
  documents,
  uploadOffset,
  correctionsAndCancellations,
  documentPages,
  sentAt,
  photoHashes,
]

/** A database written by a newer program: opening it could lose what that program stored. */
export class NewerSchemaError extends Error {
  override name = 'NewerSchemaError'
}

/** The version of the schema (`user_version`); 0 for an empty database. */
export const schemaVersion = (db: Database.Database): number =>
  Number(db.pragma('user_version', { simple: true }))

/** Brings the schema to the newest of `migrations`, each step in its own transaction. */
export function migrate(db: Database.Database, migrations: readonly Migration[] = MIGRATIONS): void {
  const current = schemaVersion(db)
  const newest = migrations.at(-1)?.version ?? 0
  if (current > newest) throw new NewerSchemaError(`schema ${current} is newer than this program's ${newest}`)
  for (const migration of migrations) {
    if (migration.version <= current) continue
    db.transaction(() => {
      db.exec(migration.sql)
      db.pragma(`user_version = ${migration.version}`)
    })()
  }
}
