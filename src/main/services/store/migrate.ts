import type Database from 'better-sqlite3'
import { initial } from './migrations/0001-initial.ts'

/** Every migration, oldest first; never edited after it was released. */
const migrations: readonly { readonly version: number; readonly sql: string }[] = [initial]

/** A database written by a newer program: opening it could lose what that program stored. */
export class NewerSchemaError extends Error {
  override name = 'NewerSchemaError'
}

/** Brings the schema to the newest version, each step in its own transaction (`user_version`). */
export function migrate(db: Database.Database): void {
  const current = Number(db.pragma('user_version', { simple: true }))
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
