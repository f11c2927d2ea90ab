import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/main/services/store/index.ts'
import { migrate, NewerSchemaError } from '../../../src/main/services/store/migrate.ts'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-schema-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const TABLES = [
  'audit',
  'cancellation',
  'document',
  'document_page',
  'draft',
  'job',
  'photo',
  'setting',
  'staff',
  'submission',
  'submission_event',
]

describe('migrations', () => {
  it('make a fresh schema of strict tables, and running them again changes nothing', () => {
    const db = new Database(':memory:')
    migrate(db)
    const tables = db
      .prepare<[], { name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
    expect(tables.map((table) => table.name).sort()).toEqual(TABLES)
    expect(tables.filter((table) => table.strict === 0)).toEqual([])
    const version = db.pragma('user_version', { simple: true })
    const schema = db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').all()
    migrate(db)
    expect(db.pragma('user_version', { simple: true })).toBe(version)
    expect(db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').all()).toEqual(schema)
    db.close()
  })

  it('refuse a schema of a newer program and leave it alone', () => {
    const db = new Database(':memory:')
    migrate(db)
    db.pragma('user_version = 99')
    expect(() => migrate(db)).toThrow(NewerSchemaError)
    expect(db.pragma('user_version', { simple: true })).toBe(99)
    db.close()
  })

  it('refuse a newer database file without changing a byte of it', () => {
    const folder = newFolder()
    openStore(folder, null, 'real').close()
    const path = join(folder, 'kiosk.db')
    const db = new Database(path)
    db.pragma('user_version = 99')
    db.close()
    const before = readFileSync(path)
    expect(() => openStore(folder, null, 'real')).toThrow(/newer-data/)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('keep rows of one another: no submission without its owner', () => {
    const folder = newFolder()
    const store = openStore(folder, null, 'real')
    expect(() => store.jobs.add('tidak-ada', '2026-11-23T02:00:00Z')).toThrow(/FOREIGN KEY/)
    store.close()
  })
})
