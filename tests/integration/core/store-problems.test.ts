import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AppOptions } from '../../../src/main/app/app.ts'
import { MIGRATIONS } from '../../../src/main/services/store/migrate.ts'
import { openDatabase } from '../../../src/main/services/store/open-database.ts'
import { loadOrCreateDataKey, openKeyFile, passphraseKeys } from '../../../src/main/services/vault/index.ts'
import { fingerprint } from '../../helpers/fingerprint.ts'
import { setUpAndSignIn, signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'

describe('a store that cannot be opened', () => {
  let original = ''
  let root = ''
  let dataDir = ''
  let keyFile = ''
  /** The place that the last problem named. */
  let at: string | undefined

  beforeAll(async () => {
    const kiosk = await startTestKiosk()
    await setUpAndSignIn(kiosk.call, null)
    await kiosk.stop()
    original = kiosk.dataDir
  })
  afterAll(() => {
    rmSync(original, { recursive: true, force: true })
    rmSync(`${original}.key`, { force: true })
  })

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kiosk-store-'))
    dataDir = join(root, 'data')
    keyFile = join(root, 'key')
    cpSync(original, dataDir, { recursive: true })
    copyFileSync(`${original}.key`, keyFile)
    // Backups are another matter: without one nothing may be touched.
    rmSync(join(dataDir, 'backups'), { recursive: true, force: true })
    return () => rmSync(root, { recursive: true, force: true })
  })

  /** Starts, asks, stops; answers the problem. Every other call must answer it too, and no file may change. */
  async function problem(options: Partial<AppOptions> = {}) {
    const before = fingerprint(root)
    const kiosk: TestKiosk = await startTestKiosk({ dataDir, keyFile, ...options })
    try {
      const status = await kiosk.call('app.status', {})
      at = status.problemAt
      if (status.problem !== null) {
        const other = await kiosk.app.dispatch('staff.choices', {})
        expect(other).toEqual({ ok: false, error: { code: 'store', reason: status.problem } })
      }
      return status.problem
    } finally {
      await kiosk.stop()
      expect(fingerprint(root)).toEqual(before)
    }
  }
  const spoil = (name: string, at: number, bytes = 64) => {
    const file = openSync(join(dataDir, name), 'r+')
    writeSync(file, Buffer.alloc(bytes, 0x5a), 0, bytes, at)
    closeSync(file)
  }

  it('opens when nothing is wrong (else the other tests prove nothing)', async () => {
    const kiosk = await startTestKiosk({ dataDir, keyFile })
    expect((await kiosk.call('app.status', {})).problem).toBeNull()
    expect(await kiosk.call('staff.choices', {})).toHaveLength(1)
    await kiosk.stop()
  })

  it('says wrong-key for another key', async () => {
    rmSync(keyFile)
    const other = await startTestKiosk({ dataDir: join(root, 'other'), keyFile })
    await other.stop()
    rmSync(join(root, 'other'), { recursive: true })
    expect(await problem()).toBe('wrong-key')
  })

  it('says key-missing when the wrapped key is gone', async () => {
    rmSync(join(dataDir, 'data-key.json'))
    expect(await problem()).toBe('key-missing')
  })

  it('says key-missing when the key file is not there, and makes no other', async () => {
    renameSync(keyFile, `${keyFile}.away`)
    const { keys } = await openKeyFile({ path: keyFile, dataDir, createWhenMissing: false })
    const { createApp } = await import('../../../src/main/app/create-app.ts')
    const before = fingerprint(root)
    const app = await createApp({
      host: 'headless',
      dataDir,
      keys,
      version: '0.0.0-test',
      builtAt: new Date(0),
    })
    expect(await app.dispatch('app.status', {})).toMatchObject({
      ok: true,
      value: { problem: 'key-missing' },
    })
    await app.close()
    expect(fingerprint(root)).toEqual(before)
  })

  it.each([
    ['the first page', 0],
    ['a page in the middle', 3 * 4096 + 100],
  ])('says damaged when %s is spoilt', async (_name, at) => {
    spoil('kiosk.db', at)
    expect(await problem()).toBe('damaged')
  })

  it('says damaged when the database is something else', async () => {
    writeFileSync(join(dataDir, 'kiosk.db'), 'bukan basis data '.repeat(500))
    expect(await problem()).toBe('damaged')
  })

  it.each([
    ['cut off', '{"version":1'],
    ['empty', ''],
    ['not base64', '{"version":1,"provider":"key-file","wrapped":"#"}'],
  ])('says key-damaged when the wrapped key is %s, and which file it is', async (_name, text) => {
    writeFileSync(join(dataDir, 'data-key.json'), text)
    expect(await problem()).toBe('key-damaged')
    expect(at).toBe(join(dataDir, 'data-key.json'))
  })

  it('says key-unreadable when the wrapped key is there and cannot be read', async () => {
    rmSync(join(dataDir, 'data-key.json'))
    mkdirSync(join(dataDir, 'data-key.json'))
    expect(await problem()).toBe('key-unreadable')
  })

  it('says wrong-key-kind when a passphrase is given for data with a key file', async () => {
    expect(await problem({ keys: passphraseKeys('kata sandi kios') })).toBe('wrong-key-kind')
  })

  it.each([
    ['key-exposed', () => chmodSync(keyFile, 0o644)],
    ['key-damaged', () => writeFileSync(keyFile, 'bukan kunci')],
    ['key-damaged', () => truncateSync(keyFile, 30)],
    ['key-missing', () => rmSync(keyFile)],
  ] as const)('says %s for the key file itself', async (reason, spoilKey) => {
    spoilKey()
    const { keys } = await openKeyFile({ path: keyFile, dataDir, createWhenMissing: false })
    expect(await problem({ keys })).toBe(reason)
    expect(at).toBe(keyFile)
  })

  it('says newer-data for a database of a newer program', async () => {
    const { keys } = await openKeyFile({ path: keyFile, dataDir, createWhenMissing: false })
    const dataKey = await loadOrCreateDataKey(dataDir, keys, () => new Uint8Array())
    const newer = { version: 999, sql: 'CREATE TABLE newer (a TEXT) STRICT' }
    openDatabase(dataDir, dataKey, 'real', { migrations: [...MIGRATIONS, newer] }).db.close()
    rmSync(join(dataDir, 'backups'), { recursive: true, force: true })
    expect(await problem()).toBe('newer-data')
  })

  it('says wrong-mode when real data are opened as a demonstration', async () => {
    expect(await problem({ demo: { centralUrl: 'http://127.0.0.1:9', enrolmentCode: 'X' } })).toBe(
      'wrong-mode',
    )
  })

  it('says not-writable when the folder is none, lies below a file, or has no room for packets', async () => {
    rmSync(dataDir, { recursive: true })
    writeFileSync(dataDir, 'sebuah berkas')
    expect(await problem()).toBe('not-writable')
    dataDir = join(dataDir, 'di-bawah')
    expect(await problem()).toBe('not-writable')
    dataDir = join(root, 'lain')
    cpSync(original, dataDir, { recursive: true })
    rmSync(join(dataDir, 'packets'), { recursive: true, force: true })
    writeFileSync(join(dataDir, 'packets'), 'sebuah berkas')
    const kiosk = await startTestKiosk({ dataDir, keyFile })
    expect((await kiosk.call('app.status', {})).problem).toBe('not-writable')
    await kiosk.stop()
  })

  it('says in-use while another kiosk has it open, in this process or another', async () => {
    const first = await startTestKiosk({ dataDir, keyFile })
    const second = await startTestKiosk({ dataDir, keyFile })
    expect((await second.call('app.status', {})).problem).toBe('in-use')
    await second.stop()
    expect((await first.call('app.status', {})).problem).toBeNull()
    await first.stop()

    const holder = await holdOpen(join(dataDir, 'kiosk.db'))
    try {
      const third = await startTestKiosk({ dataDir, keyFile })
      expect((await third.call('app.status', {})).problem).toBe('in-use')
      await third.stop()
    } finally {
      holder.kill('SIGKILL')
      await once(holder, 'exit')
    }
    expect(statSync(join(dataDir, 'kiosk.db')).size).toBeGreaterThan(0)
  })

  it('comes back when the cause is gone and somebody presses Coba lagi, without a restart', async () => {
    const away = join(root, 'away.json')
    renameSync(join(dataDir, 'data-key.json'), away)
    const kiosk = await startTestKiosk({ dataDir, keyFile })
    const events: string[] = []
    kiosk.app.onEvent(({ event }) => events.push(event))
    expect((await kiosk.call('app.status', {})).problem).toBe('key-missing')
    renameSync(away, join(dataDir, 'data-key.json'))
    expect((await kiosk.call('app.status', {})).problem).toBeNull()
    expect(await kiosk.call('staff.choices', {})).toHaveLength(1)
    await signIn(kiosk.call)
    expect(events).toContain('app.status')
    await kiosk.stop()
  })
})

/** Another process that holds the write lock of a database file, as a second kiosk would. */
async function holdOpen(path: string): Promise<ChildProcess> {
  const script = `
    const fs = require('node:fs')
    const Database = require('better-sqlite3')
    const db = new Database(${JSON.stringify(path)})
    db.pragma("key = \\"raw:" + process.env.KEY + "\\"")
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
    fs.writeSync(1, 'held')
    setInterval(() => {}, 1000)`
  const dataDir = join(path, '..')
  const { keys } = await openKeyFile({ path: join(dataDir, '..', 'key'), dataDir, createWhenMissing: false })
  const dataKey = await loadOrCreateDataKey(dataDir, keys, () => new Uint8Array())
  const child = spawn(process.execPath, ['-e', script], {
    env: { ...process.env, KEY: Buffer.from(dataKey).toString('hex') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}
