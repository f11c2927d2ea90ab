import type Database from 'better-sqlite3'
import type { z } from 'zod'

/** Small named values: office, enrolment, cursor. Each is checked by its schema when it is read. */
export function createSettings(db: Database.Database) {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?')
  const upsert = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const remove = db.prepare('DELETE FROM setting WHERE key = ?')
  return {
    find<T>(key: string, schema: z.ZodType<T>): T | undefined {
      const row = select.get(key)
      return row ? schema.parse(JSON.parse(row.value)) : undefined
    },
    set(key: string, value: unknown): void {
      upsert.run(key, JSON.stringify(value))
    },
    remove(key: string): void {
      remove.run(key)
    },
  }
}
export type Settings = ReturnType<typeof createSettings>
