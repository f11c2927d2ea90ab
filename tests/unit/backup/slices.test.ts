import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BACKED_UP, copyDatabase, unlock } from '../../../src/main/services/store/copy-database.ts'
import { openStore } from '../../../src/main/services/store/index.ts'
import { openDatabase } from '../../../src/main/services/store/open-database.ts'

const KEY = Buffer.alloc(32, 7)
const AT = '2026-11-23T02:00:00.000Z'
const ROWS = 1_200

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiosk-slices-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** The same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = Math.imul(state, 48_271) & 0x7fff_ffff || 1
    return (state >> 8) % below
  }
}

/** Writes to every table of a backup, as a kiosk does and worse. */
function createWriter(db: Database.Database) {
  const any = numbers(7)
  const run = (sql: string, ...values: unknown[]) => db.prepare(sql).run(...values)
  let count = 0
  const anyId = () => `s${any(count)}`
  function register(): void {
    const id = `s${count}`
    run(
      `INSERT INTO submission (id, reference, service, state, state_since, submitted_at, petugas_id, nik_key, data,
         summary, packet_sha256, packet_bytes) VALUES (?, ?, 'profil', 'antre', ?, ?, 'p', ?, '{}', '{}', 'ab', 3)`,
      ...[id, `KT-${id}`, AT, AT, Buffer.from(id)],
    )
    run(
      "INSERT INTO submission_event (submission_id, at, from_state, event, to_state) VALUES (?, ?, 'draf', 'submit', 'antre')",
      ...[id, AT],
    )
    run('INSERT INTO job (submission_id, next_at) VALUES (?, ?)', id, AT)
    run("INSERT INTO audit (at, action, subject) VALUES (?, 'visit.started', ?)", AT, id)
    count += 1
  }
  const changes = [
    register,
    () => run("UPDATE submission SET state = 'terkirim', data = NULL WHERE id = ?", anyId()),
    // Takes its events and its job along.
    () => run('DELETE FROM submission WHERE id = ?', anyId()),
    () => run("UPDATE job SET attempts = attempts + 1, reason = 'offline' WHERE submission_id = ?", anyId()),
    () => run('DELETE FROM job WHERE submission_id = ?', anyId()),
    () => run('DELETE FROM audit WHERE id = (SELECT min(id) FROM audit)'),
    () =>
      run(
        "INSERT INTO setting VALUES ('seen', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        any(99),
      ),
    // A number that was unique passes to another row.
    () => {
      const [from, to] = [anyId(), anyId()]
      run("UPDATE submission SET reference = 'KT-' || rowid || '-old' WHERE reference = ?", `KT-${from}`)
      run('UPDATE OR IGNORE submission SET reference = ? WHERE id = ?', `KT-${from}`, to)
    },
  ]
  return {
    register,
    something: (): unknown => changes[any(changes.length)]?.(),
    /** More rows at once than a slice holds. */
    much: (): unknown => run("UPDATE job SET reason = 'later'"),
  }
}

/** Every row that a backup holds, by table; its own mark and what it leaves empty are left out. */
function contents(db: Database.Database): Record<string, unknown[]> {
  const columns: Record<string, string> = {
    submission: 'rowid, id, reference, state, nik_key',
    cancellation: 'submission_id',
  }
  return Object.fromEntries(
    BACKED_UP.map((table) => [
      table,
      db
        .prepare(`SELECT ${columns[table] ?? '*'} FROM ${table} ORDER BY 1`)
        .raw()
        .all()
        .filter((row) => (row as unknown[])[0] !== 'backup'),
    ]),
  )
}

describe('a backup in slices', () => {
  it('lets others have their turn after at most 200 rows', async () => {
    const { db } = openDatabase(dataDir, KEY, 'real')
    const { register } = createWriter(db)
    db.transaction(() => {
      for (let n = 0; n < ROWS; n += 1) register()
    })()
    db.close()
    const store = openStore(dataDir, KEY, 'real')
    const before = store.changes()
    let turns = 0
    const path = await store.backUpAside(new Date(AT), async () => {
      turns += 1
      await nextTurn()
    })
    // Submissions, events, jobs and audit entries.
    expect(turns).toBeGreaterThan((4 * ROWS) / 200)
    // The rows of the copy are no changes of the store: it asks for no other backup.
    expect(store.changes()).toBe(before)
    store.close()
    const copy = new Database(path, { readonly: true })
    unlock(copy, KEY)
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(ROWS)
    copy.close()
  })

  it('is the database as it is at the last of them, whatever was written, changed or removed meanwhile', () => {
    const { db } = openDatabase(dataDir, KEY, 'real')
    const writer = createWriter(db)
    db.transaction(() => {
      for (let n = 0; n < ROWS; n += 1) writer.register()
    })()
    const target = join(dataDir, 'copy.db')
    let slices = 0
    const isCopying = () => (db.pragma('database_list') as unknown[]).length > 2
    for (const _slice of copyDatabase(db, target, KEY, AT)) {
      if (slices > 0 && !isCopying()) break
      slices += 1
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
      db.transaction(() => {
        for (let n = 0; n < 20; n += 1) writer.something()
        if (slices === 15) writer.much()
      })()
    }
    expect(slices).toBeGreaterThan(20)
    const copy = new Database(target, { readonly: true })
    unlock(copy, KEY)
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.pragma('foreign_key_check')).toEqual([])
    expect(contents(copy)).toEqual(contents(db))
    expect(copy.prepare('SELECT count(*) FROM submission WHERE data IS NOT NULL').pluck().get()).toBe(0)
    copy.close()
    // Nothing is noted any longer.
    expect(db.prepare('SELECT count(*) FROM temp.sqlite_schema').pluck().get()).toBe(0)
    db.close()
  })

  it('leaves the database as it was when it cannot be finished', async () => {
    const store = openStore(dataDir, KEY, 'real')
    store.settings.set('office', 'LPSE Contoh')
    await expect(
      store.backUpAside(new Date(AT), () => Promise.reject(new Error('the disk is full'))),
    ).rejects.toThrow('the disk is full')
    let slices = 0
    const failing = store.backUpAside(new Date(AT), async () => {
      slices += 1
      if (slices === 3) throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    // The next one begins anew.
    await store.backUpAside(new Date(AT), nextTurn)
    store.close()
  })
})
