import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SubmissionPayload } from '#shared/domain/submission/payload.ts'
import { listBackups } from '../../../src/main/services/store/index.ts'
import { loadOrCreateDataKey, openKeyFile } from '../../../src/main/services/vault/index.ts'
import { findTraces } from '../../helpers/find-traces.ts'
import { signIn } from '../../helpers/kiosk.ts'
import { portrait, registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { rowsOf, startTestDesk, type TestDesk, untilAll } from './desk.ts'
import { createPlainCore } from './plain-core.ts'

const person = testPerson(1)
const NEEDLES = [person.nik, person.nama, person.email, '81234561001', 'SQLite format 3', 'CREATE TABLE']

/** Random bytes have 7.95 bits a byte in a block of this size; text about 4.5, empty pages nearly none. */
const BLOCK = 4096
const NOISE_BITS = 7.8

/** Whole blocks; the first one of a packet begins with the readable header of age. */
const blocksOf = (bytes: Buffer): Buffer[] =>
  Array.from({ length: Math.floor(bytes.length / BLOCK) }, (_, index) =>
    bytes.subarray(index * BLOCK, (index + 1) * BLOCK),
  ).slice(bytes.subarray(0, 3).toString() === 'age' ? 1 : 0)

/** Shannon's entropy of a block. */
function bitsPerByte(block: Uint8Array): number {
  const counts = new Map<number, number>()
  for (const byte of block) counts.set(byte, (counts.get(byte) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum - (count / BLOCK) * Math.log2(count / BLOCK), 0)
}

describe('data at rest', () => {
  let desk: TestDesk
  let id = ''
  const dataDir = () => desk.kiosk().dataDir
  const packet = () => join(dataDir(), 'packets', `${id}.age`)

  beforeAll(async () => {
    desk = await startTestDesk()
    desk.proxy.mood = () => 'drop'
    await registerPerson(desk.kiosk().call, person)
    id = (await rowsOf(desk.kiosk()))[0]?.id ?? ''
  })
  afterAll(() => desk?.remove())

  it('is readable in no file of the data folder, however it is written, backups and sent packets included', async () => {
    const before = listBackups(dataDir())[0]
    await desk.kiosk().call('app.setLimits', { maxUnsent: 500 })
    await waitUntil('a backup', () => listBackups(dataDir())[0] !== before)
    const files = readdirSync(dataDir(), { recursive: true, withFileTypes: true })
    const names = files.filter((entry) => entry.isFile()).map((entry) => entry.name)
    expect(names).toEqual(expect.arrayContaining(['kiosk.db', 'kiosk.db-wal', `${id}.age`]))
    expect(names.filter((name) => /^kiosk-\d+\.db$/.test(name)).length).toBeGreaterThan(0)
    const face = Buffer.from(portrait(), 'base64')
    const needles = Object.fromEntries(NEEDLES.map((needle) => [needle, needle]))
    const all = { ...needles, face: face.subarray(face.length / 2, face.length / 2 + 24) }
    expect(findTraces(dataDir(), all)).toEqual([])
  })

  it('looks like noise, block by block: database, log, backups and packets', () => {
    const files = readdirSync(dataDir(), { recursive: true, withFileTypes: true }).filter((entry) =>
      /\.(db|db-wal|age)$/.test(entry.name),
    )
    expect(files.length).toBeGreaterThan(3)
    for (const entry of files) {
      const content = readFileSync(join(entry.parentPath, entry.name))
      const poorest = Math.min(...blocksOf(content).map(bitsPerByte))
      expect([entry.name, poorest > NOISE_BITS]).toEqual([entry.name, true])
    }
    // The measure can tell: the same contents without encryption are no noise.
    const plain = createPlainCore()
    plain.store.settings.set('uji', NEEDLES)
    plain.store.truncateLog()
    const open = readFileSync(join(plain.dataDir, 'kiosk.db'))
    plain.remove()
    expect(Math.min(...blocksOf(open).map(bitsPerByte))).toBeLessThan(2)
  })

  it('is opened by no key but its own', async () => {
    const { keys } = await openKeyFile({
      path: `${dataDir()}.key`,
      dataDir: dataDir(),
      createWhenMissing: false,
    })
    const dataKey = await loadOrCreateDataKey(dataDir(), keys, () => new Uint8Array())
    const copy = mkdtempSync(join(tmpdir(), 'kiosk-copy-'))
    await desk.kiosk().stop()
    const path = join(copy, 'kiosk.db')
    writeFileSync(path, readFileSync(join(dataDir(), 'kiosk.db')))
    await desk.restartKiosk()
    const open = (key?: Uint8Array) => {
      const db = new Database(path, { readonly: true })
      try {
        if (key) db.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`)
        return db.prepare('SELECT count(*) AS n FROM submission').get()
      } finally {
        db.close()
      }
    }
    try {
      expect(() => open()).toThrow(/not a database/)
      expect(() => open(Buffer.alloc(32, 7))).toThrow(/not a database/)
      expect(open(dataKey)).toEqual({ n: 1 })
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  })

  it('cannot be opened with the kiosk alone: the wrapped key says nothing', async () => {
    const { keys } = await openKeyFile({
      path: `${dataDir()}.key`,
      dataDir: dataDir(),
      createWhenMissing: false,
    })
    const dataKey = Buffer.from(await loadOrCreateDataKey(dataDir(), keys, () => new Uint8Array()))
    const wrapped = readFileSync(join(dataDir(), 'data-key.json'), 'utf8')
    for (const form of ['hex', 'base64', 'base64url'] as const)
      expect(wrapped).not.toContain(dataKey.toString(form))
  })

  it('the packet opens with the central identity and the independent age command, and with no other', () => {
    if (spawnSync('age', ['--version']).status !== 0)
      throw new Error('The age command is missing. To mend it: apt-get install -y age')
    const folder = mkdtempSync(join(tmpdir(), 'kiosk-age-'))
    try {
      const keysOfCentral = JSON.parse(readFileSync(join(desk.central().dataDir, 'keys.json'), 'utf8')) as {
        ageIdentity: string
      }
      const identity = join(folder, 'identity')
      writeFileSync(identity, `${keysOfCentral.ageIdentity}\n`, { mode: 0o600 })
      const tar = execFileSync('age', ['-d', '-i', identity, packet()], { maxBuffer: 50_000_000 })
      writeFileSync(join(folder, 'packet.tar'), tar)
      execFileSync('tar', ['-xf', 'packet.tar'], { cwd: folder })
      const payload = SubmissionPayload.parse(
        JSON.parse(readFileSync(join(folder, 'submission.json'), 'utf8')),
      )
      expect(payload).toMatchObject({
        id,
        values: { nik: person.nik, nama: person.nama, hp: '+6281234561001' },
      })
      expect(payload.consents.map((consent) => consent.id)).toEqual(['data', 'tanda-tangan'])
      expect(payload.photos.map((photo) => photo.purpose).sort()).toEqual(['ktp-frame', 'swafoto'])
      expect(readFileSync(join(folder, 'swafoto.jpg')).toString('base64')).toBe(portrait())

      const stranger = join(folder, 'stranger')
      execFileSync('age-keygen', ['-o', stranger], { stdio: 'ignore' })
      const refused = spawnSync('age', ['-d', '-i', stranger, packet()], { encoding: 'utf8' })
      expect([refused.status, refused.stdout]).toEqual([1, ''])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('the packet is gone once the receipt is there', async () => {
    desk.proxy.mood = () => 'pass'
    await signIn(desk.kiosk().call)
    await desk.kiosk().call('sync.now', {})
    await untilAll(desk.kiosk(), 'terkirim', 'menunggu-verifikasi')
    expect(readdirSync(join(dataDir(), 'packets')).filter((name) => name.endsWith('.age'))).toEqual([])
  })

  it('nothing personal was logged on the way', () => {
    const log = JSON.stringify(desk.log)
    for (const needle of [person.nik, person.nama, person.email, '1234561001'])
      expect(log).not.toContain(needle)
  })
})
