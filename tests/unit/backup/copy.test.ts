import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BACKED_UP, LEFT_OUT, unlock } from '../../../src/main/services/store/copy-database.ts'
import { listBackups, openStore, restoreNewestBackup } from '../../../src/main/services/store/index.ts'
import { MIGRATIONS } from '../../../src/main/services/store/migrate.ts'
import { openDatabase } from '../../../src/main/services/store/open-database.ts'

const KEY = Buffer.alloc(32, 7)
const AT = new Date('2026-11-23T02:00:00.000Z')
const NIK = '6271014107900001'
const NAME = 'CONTOH RAHASIA'
const PICTURE = Buffer.from('ffd8ffe0-gambar-contoh-yang-hanya-ada-sekali')

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiosk-backup-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** A store with a draft, a submission and their pictures. */
function filledStore(key: Uint8Array | null) {
  const store = openStore(dataDir, key, 'real')
  const personal = JSON.stringify({ nik: NIK, nama: NAME })
  const photo = { purpose: 'ktp', jpeg: PICTURE, width: 1, height: 1, takenAt: AT.toISOString() } as const
  const at = AT.toISOString()
  store.drafts.save({ id: 'd1', state: 'open', stateSince: at, touchedAt: at, data: personal })
  store.draftPhotos.put('d1', photo)
  store.submissions.insert({
    id: '0198f000-0000-7000-8000-000000000001',
    reference: 'KT-2345-6789',
    service: 'profil',
    state: 'antre',
    stateSince: at,
    submittedAt: at,
    petugasId: 'p1',
    nikKey: Buffer.alloc(32, 1),
    data: personal,
    summary: '{"maskedNik":"6271 **** **** 0001"}',
    packetSha256: 'ab',
    packetBytes: 3,
    uploadUrl: null,
    receipt: null,
    central: null,
  })
  store.submissionPhotos.put('0198f000-0000-7000-8000-000000000001', photo)
  store.jobs.add('0198f000-0000-7000-8000-000000000001', at)
  store.settings.set('office', { code: '62', name: 'LPSE Contoh' })
  return store
}

describe('a backup', () => {
  test('holds no draft, picture or working copy: every byte of an unencrypted one', () => {
    const store = filledStore(null)
    const path = store.backUp(AT)
    store.truncateLog()
    store.close()
    const holds = (file: string, what: string | Buffer) => readFileSync(file).includes(what)
    for (const secret of [NIK, NAME, PICTURE]) {
      // The search can fail: the database itself holds all three.
      expect(holds(join(dataDir, 'kiosk.db'), secret), String(secret)).toBe(true)
      expect(holds(path, secret), String(secret)).toBe(false)
    }
    expect(holds(path, 'KT-2345-6789')).toBe(true)
    expect(readdirSync(join(dataDir, 'backups'))).toEqual(['kiosk-000001.db'])
  })

  test('is encrypted with the key of the store', () => {
    const store = filledStore(KEY)
    const path = store.backUp(AT)
    store.close()
    expect(readFileSync(path).includes('KT-2345-6789')).toBe(false)
    const open = (key: Buffer | null) => {
      const db = new Database(path, { readonly: true })
      try {
        unlock(db, key)
        return db.prepare('SELECT reference, data FROM submission').all()
      } finally {
        db.close()
      }
    }
    expect(open(KEY)).toEqual([{ reference: 'KT-2345-6789', data: null }])
    expect(() => open(null)).toThrow(/not a database/)
    expect(() => open(Buffer.alloc(32, 8))).toThrow(/not a database/)
  })

  test('names every table of the schema, as taken or as left out', () => {
    const { db } = openDatabase(dataDir, null, 'real')
    const tables = db
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .all()
      .map(({ name }) => name)
    db.close()
    expect(tables.sort()).toEqual([...BACKED_UP, ...LEFT_OUT].sort())
  })

  test('only the three newest are kept, and half-made ones are cleared away', () => {
    const store = filledStore(KEY)
    for (let n = 0; n < 5; n += 1) store.backUp(AT)
    writeFileSync(join(dataDir, 'backups', 'kiosk-000009.db.part'), 'half')
    store.backUp(AT)
    store.close()
    expect(readdirSync(join(dataDir, 'backups')).sort()).toEqual([
      'kiosk-000004.db',
      'kiosk-000005.db',
      'kiosk-000006.db',
    ])
  })

  test('is made before a migration, in the old schema', () => {
    filledStore(KEY).close()
    const next = { version: 1000, sql: 'CREATE TABLE later (id INTEGER) STRICT' }
    const { db } = openDatabase(dataDir, KEY, 'real', { migrations: [...MIGRATIONS, next] })
    db.close()
    const [backup] = listBackups(dataDir)
    const copy = new Database(backup ?? '', { readonly: true })
    unlock(copy, KEY)
    expect(copy.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)?.version)
    expect(copy.prepare('SELECT count(*) AS n FROM submission').get()).toEqual({ n: 1 })
    copy.close()
  })
})

describe('restoring', () => {
  const damage = (path: string) => {
    const bytes = readFileSync(path)
    bytes.fill(0x5a, 4096, 12_288)
    writeFileSync(path, bytes)
  }

  test('takes the newest good one and sets the damaged database aside, byte for byte', () => {
    const store = filledStore(KEY)
    store.backUp(AT)
    store.settings.set('later', 1)
    store.backUp(AT)
    store.close()
    const database = join(dataDir, 'kiosk.db')
    damage(database)
    const [newest, older] = listBackups(dataDir)
    const broken = readFileSync(database)
    damage(newest ?? '')
    expect(restoreNewestBackup(dataDir, KEY)).toBe('kiosk-000001.db')
    expect(readFileSync(database).equals(readFileSync(older ?? ''))).toBe(true)
    expect(readFileSync(join(dataDir, 'damaged', '001', 'kiosk.db')).equals(broken)).toBe(true)
    const restored = openStore(dataDir, KEY, 'real')
    expect(restored.submissions.find('0198f000-0000-7000-8000-000000000001')?.state).toBe('antre')
    restored.close()
  })

  test('changes nothing when no backup is good', () => {
    const store = filledStore(KEY)
    store.backUp(AT)
    store.close()
    for (const backup of listBackups(dataDir)) damage(backup)
    damage(join(dataDir, 'kiosk.db'))
    const before = readdirSync(dataDir, { recursive: true }).sort()
    expect(restoreNewestBackup(dataDir, KEY)).toBeUndefined()
    expect(readdirSync(dataDir, { recursive: true }).sort()).toEqual(before)
  })

  test("another kiosk's backup is not good", () => {
    const store = filledStore(KEY)
    store.backUp(AT)
    store.close()
    expect(restoreNewestBackup(dataDir, Buffer.alloc(32, 9))).toBeUndefined()
  })

  test.each(['after the database was moved, before its log', 'after both were moved'])(
    'a crash %s is made good by doing it again',
    (moment) => {
      const store = filledStore(KEY)
      store.backUp(AT)
      store.close()
      const aside = join(dataDir, 'kiosk.db.aside')
      copyFileSync(join(dataDir, 'kiosk.db'), aside)
      rmSync(join(dataDir, 'kiosk.db'))
      if (moment.includes('before its log')) writeFileSync(join(dataDir, 'kiosk.db-wal'), 'old log')
      expect(restoreNewestBackup(dataDir, KEY)).toBe('kiosk-000001.db')
      expect(readdirSync(dataDir)).not.toContain('kiosk.db-wal')
      openStore(dataDir, KEY, 'real').close()
    },
  )
})
