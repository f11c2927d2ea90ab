import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AppEvent } from '../../../src/main/app/app.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { PIN, setUpAndSignIn, signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'

const IMPORT = fileURLToPath(new URL('../../../src/central/import-main.ts', import.meta.url))
const NO_LINE = 'http://127.0.0.1:9'
const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'kiosk-stick-'))
  folders.push(made)
  return made
}

let central: TestCentral
let kiosk: TestKiosk
let stick: string
const events: AppEvent[] = []

async function restart(centralUrl = NO_LINE): Promise<void> {
  await kiosk.stop()
  kiosk = await startTestKiosk({ dataDir: kiosk.dataDir, centralUrl })
  kiosk.app.onEvent((event) => events.push(event))
  await signIn(kiosk.call)
}
/** States of all submissions; one that the queue tries again this very moment still waits. */
const states = async () =>
  (await kiosk.call('submission.list', { limit: 50 })).map(({ state }) =>
    state === 'sedang-dikirim' ? 'antre' : state,
  )
const exported = () => kiosk.call('courier.export', { folder: stick })
const imported = () => kiosk.call('courier.importReceipts', { folder: stick })

/** What the central's program says about the stick: a line for each kiosk. */
function importStick(dir = stick) {
  const done = spawnSync(process.execPath, [IMPORT, dir, '--data-dir', central.dataDir], { encoding: 'utf8' })
  const lines = done.stdout.split('\n').filter((line) => line !== '')
  const [first = {}] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  return { code: done.status, first, said: done.stderr }
}
/** Rows of the central's own database: what counts in the end. */
function receivedByCentral(): number {
  const db = new Database(join(central.dataDir, 'central.sqlite'), { readonly: true })
  const row = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM submissions').get()
  db.close()
  return row?.n ?? -1
}
const device = () => join(stick, 'lpse-kurir', readdirSync(join(stick, 'lpse-kurir'))[0] ?? '')
const packetFiles = () =>
  readdirSync(join(device(), 'packets')).map((name) => join(device(), 'packets', name))
const flip = (path: string) => {
  const bytes = readFileSync(path)
  bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

beforeEach(async () => {
  events.length = 0
  stick = folder()
  central = await startTestCentral({ demo: false })
  kiosk = await startTestKiosk({})
  await setUpAndSignIn(kiosk.call, central)
  await restart()
  for (const n of [1, 2]) await registerPerson(kiosk.call, testPerson(n))
})
afterEach(async () => {
  await kiosk.remove()
  await central.stop()
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

describe('there and back', () => {
  test('packets go by stick, receipts come back on it, nothing is sent twice', async () => {
    expect(await exported()).toMatchObject({ kind: 'done', packets: 2, copied: 2, unfit: 0 })
    expect(events.filter(({ event }) => event === 'courier').map(({ value }) => value)).toMatchObject([
      { packets: 1, ofPackets: 2 },
      { packets: 2, ofPackets: 2 },
    ])
    expect(await states()).toEqual(['antre', 'antre'])
    expect(importStick()).toMatchObject({ code: 0, first: { result: 'answered', received: 2 } })
    expect(await imported()).toEqual({
      kind: 'done',
      settled: 2,
      calledOff: 0,
      known: 0,
      invalid: 0,
      notTaken: 0,
    })
    expect(await states()).toEqual(['terkirim', 'terkirim'])
    expect(readdirSync(join(kiosk.dataDir, 'packets')).filter((name) => name.endsWith('.age'))).toEqual([])
    expect(await imported()).toMatchObject({ settled: 0, known: 2 })
    expect(await exported()).toEqual({ kind: 'refused', reason: 'nothing-waiting' })
    await restart(central.url)
    await waitUntil('the central has opened both', async () => {
      await kiosk.call('sync.now', {})
      return (await states()).every((state) => state === 'menunggu-verifikasi')
    })
    expect(receivedByCentral()).toBe(2)
  })

  test('network after the stick: the same receipts, one submission each', async () => {
    await exported()
    const first = importStick()
    await restart(central.url)
    await waitUntil('both are sent', async () => {
      await kiosk.call('sync.now', {})
      return (await states()).every((state) => state === 'menunggu-verifikasi')
    })
    expect(first.first).toMatchObject({ received: 2 })
    expect(receivedByCentral()).toBe(2)
    expect(await imported()).toMatchObject({ settled: 0, known: 2, invalid: 0 })
  })

  test('stick after the network, also when its packets are gone', async () => {
    await exported()
    await restart(central.url)
    await waitUntil('both are sent', async () => {
      await kiosk.call('sync.now', {})
      return (await states()).every((state) => state === 'menunggu-verifikasi')
    })
    for (const path of packetFiles()) rmSync(path)
    expect(importStick()).toMatchObject({ code: 0, first: { received: 2 } })
    expect(receivedByCentral()).toBe(2)
  })

  test('a second export copies only what is new, and takes away what is sent', async () => {
    await exported()
    importStick()
    await imported()
    await registerPerson(kiosk.call, testPerson(3))
    expect(await exported()).toMatchObject({ packets: 1, copied: 1 })
    expect(packetFiles()).toHaveLength(1)
    expect(await exported()).toMatchObject({ packets: 1, copied: 0 })
  })
})

describe('what was called off', () => {
  /** One that the central holds and one that an earlier stick may bring are called off without a network. */
  async function callOffBoth(): Promise<string[]> {
    await restart(central.url)
    await waitUntil('both are sent', async () => {
      await kiosk.call('sync.now', {})
      return (await states()).every((state) => state === 'menunggu-verifikasi')
    })
    await restart()
    await registerPerson(kiosk.call, testPerson(3))
    expect(await exported()).toMatchObject({ packets: 1, withdrawals: 0 })
    const [onStick, held] = (await kiosk.call('submission.list', { limit: 50 })).map(({ id }) => id)
    const ids = [onStick ?? '', held ?? '']
    for (const id of ids)
      await kiosk.call('submission.cancel', {
        id,
        pin: PIN,
        reason: 'consent',
        note: 'Ibu Contoh datang lagi',
      })
    return ids
  }
  const told = async (id: string) => (await kiosk.call('submission.detail', { id })).calledOff?.told

  test('travels by stick as id and reason, is taken once, and the answer ends the waiting', async () => {
    const before = folder()
    const ids = await callOffBoth()
    cpSync(stick, before, { recursive: true })
    expect(await exported()).toMatchObject({ kind: 'done', packets: 0, copied: 0, withdrawals: 2 })
    expect(packetFiles()).toEqual([])
    const [, payload = ''] = readFileSync(join(device(), 'manifest.jws'), 'utf8').split('.')
    const manifest = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    for (const one of manifest.withdrawals)
      expect(one).toEqual({ submissionId: expect.any(String), reason: 'consent', at: expect.any(String) })
    expect(await Promise.all(ids.map(told))).toEqual([false, false])
    expect(importStick()).toMatchObject({ code: 0, first: { result: 'answered', withdrawn: 2 } })
    for (const id of ids) expect(existsSync(join(central.dataDir, 'packets', `${id}.age`))).toBe(false)
    // The same stick again, and the older one that still carries the packet: the same answers, nothing is taken.
    const first = readFileSync(join(device(), 'receipts.json'), 'utf8')
    expect(importStick()).toMatchObject({ code: 0, first: { withdrawn: 2 } })
    expect(JSON.parse(readFileSync(join(device(), 'receipts.json'), 'utf8')).items).toEqual(
      JSON.parse(first).items,
    )
    expect(importStick(before)).toMatchObject({ code: 0, first: { withdrawn: 1 } })
    expect(receivedByCentral()).toBe(2)
    expect(await imported()).toEqual({
      kind: 'done',
      settled: 0,
      calledOff: 2,
      known: 0,
      invalid: 0,
      notTaken: 0,
    })
    expect((await states()).filter((state) => state === 'dibatalkan')).toHaveLength(2)
    expect(await Promise.all(ids.map(told))).toEqual([true, true])
    expect(await imported()).toMatchObject({ calledOff: 0, known: 2 })
    expect(await exported()).toEqual({ kind: 'refused', reason: 'nothing-waiting' })
  })

  test('pulled out, changed or answered by somebody else: it goes on waiting, also for the network', async () => {
    const ids = await callOffBoth()
    await exported()
    const manifest = join(device(), 'manifest.jws')
    const good = readFileSync(manifest, 'utf8')
    rmSync(manifest)
    expect(importStick()).toMatchObject({ code: 1, first: { result: 'incomplete' } })
    const [head, payload = '', signature] = good.split('.')
    const forged = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    forged.withdrawals.push({
      ...forged.withdrawals[0],
      submissionId: '0198f000-0000-4000-8000-000000000009',
    })
    writeFileSync(
      manifest,
      [head, Buffer.from(JSON.stringify(forged)).toString('base64url'), signature].join('.'),
    )
    expect(importStick()).toMatchObject({ code: 1, first: { result: 'tampered' } })
    writeFileSync(manifest, good)
    importStick()
    const path = join(device(), 'receipts.json')
    const answers = JSON.parse(readFileSync(path, 'utf8'))
    const [one, two] = answers.items
    // Each with the other's proof: signed, but for another registration.
    answers.items = [
      { ...one, proof: two.proof },
      { ...two, proof: one.proof },
    ]
    writeFileSync(path, JSON.stringify(answers))
    expect(await imported()).toMatchObject({ calledOff: 0, invalid: 2 })
    expect(await Promise.all(ids.map(told))).toEqual([false, false])
    // The network brings the same answer.
    await restart(central.url)
    await waitUntil('told by network', async () => {
      await kiosk.call('sync.now', {})
      return (await Promise.all(ids.map(told))).every((done) => done === true)
    })
    expect(receivedByCentral()).toBe(2)
  })
})

describe('a stick that is not as it should be', () => {
  test('pulled out before the manifest: incomplete, and the next export finishes it', async () => {
    await exported()
    rmSync(join(device(), 'manifest.jws'))
    expect(importStick()).toMatchObject({ code: 1, first: { result: 'incomplete' } })
    expect(receivedByCentral()).toBe(0)
    expect(await imported()).toEqual({ kind: 'refused', reason: 'no-receipts' })
    expect(await exported()).toMatchObject({ copied: 0, packets: 2 })
    expect(importStick()).toMatchObject({ code: 0, first: { received: 2 } })
  })

  test('one packet missing or changed: the other is taken, that one goes on waiting', async () => {
    await exported()
    const [one = '', two = ''] = packetFiles()
    flip(one)
    expect(importStick()).toMatchObject({ code: 1, first: { received: 1, damaged: 1 } })
    expect(await imported()).toMatchObject({ settled: 1, notTaken: 1 })
    expect((await states()).sort()).toEqual(['antre', 'terkirim'])
    rmSync(one)
    expect(importStick()).toMatchObject({ first: { received: 1, missing: 1 } })
    expect(existsSync(two)).toBe(true)
    expect(await exported()).toMatchObject({ packets: 1, copied: 1 })
    expect(importStick()).toMatchObject({ code: 0, first: { received: 1 } })
    expect(await imported()).toMatchObject({ settled: 1 })
    expect(receivedByCentral()).toBe(2)
  })

  test('a changed manifest, an unknown kiosk, no courier folder: named, nothing taken', async () => {
    await exported()
    const manifest = join(device(), 'manifest.jws')
    const good = readFileSync(manifest, 'utf8')
    const [head, , signature] = good.split('.')
    const other = Buffer.from(JSON.stringify({ version: 1, packets: [] })).toString('base64url')
    writeFileSync(manifest, [head, other, signature].join('.'))
    expect(importStick()).toMatchObject({ code: 1, first: { result: 'tampered' } })
    writeFileSync(manifest, good)
    renameSync(device(), join(stick, 'lpse-kurir', '0198f000-0000-4000-8000-000000000001'))
    expect(importStick()).toMatchObject({ code: 1, first: { result: 'foreign' } })
    expect(await imported()).toEqual({ kind: 'refused', reason: 'foreign' })
    expect(importStick(folder())).toMatchObject({
      code: 1,
      said: expect.stringContaining('no courier folder'),
    })
    expect(receivedByCentral()).toBe(0)
  })

  test('forged receipts are not believed', async () => {
    await exported()
    importStick()
    const path = join(device(), 'receipts.json')
    const receipts = JSON.parse(readFileSync(path, 'utf8'))
    const [one, two] = receipts.items
    // Each with the other's signature: valid ones, for another packet.
    receipts.items = [
      { ...one, receipt: two.receipt },
      { ...two, receipt: one.receipt },
    ]
    writeFileSync(path, JSON.stringify(receipts))
    expect(await imported()).toMatchObject({ settled: 0, invalid: 2 })
    expect(await states()).toEqual(['antre', 'antre'])
    writeFileSync(path, '{"version":1')
    expect(await imported()).toEqual({ kind: 'refused', reason: 'unreadable' })
  })

  test('a packet of ours that is not whole is left out, the other goes', async () => {
    const [name = ''] = readdirSync(join(kiosk.dataDir, 'packets'))
    flip(join(kiosk.dataDir, 'packets', name))
    expect(await exported()).toMatchObject({ kind: 'done', packets: 1, unfit: 1 })
  })
})

describe('a folder that cannot be used', () => {
  test('is refused with its reason', async () => {
    const file = join(stick, 'file')
    writeFileSync(file, '')
    const inside = join(kiosk.dataDir, 'stick')
    mkdirSync(inside)
    const link = join(stick, 'link')
    symlinkSync(inside, link)
    for (const [path, reason] of [
      ['relative/stick', 'folder-missing'],
      [join(stick, 'gone'), 'folder-missing'],
      [file, 'not-a-folder'],
      [kiosk.dataDir, 'inside-data'],
      [inside, 'inside-data'],
      [link, 'inside-data'],
    ] as const) {
      expect(await kiosk.call('courier.export', { folder: path }), path).toEqual({ kind: 'refused', reason })
      expect(await kiosk.call('courier.importReceipts', { folder: path }), path).toMatchObject({ reason })
    }
    expect(existsSync(join(stick, 'gone'))).toBe(false)
  })

  test('a link on the stick leads nowhere', async () => {
    await exported()
    const elsewhere = folder()
    rmSync(join(device(), 'packets'), { recursive: true })
    symlinkSync(elsewhere, join(device(), 'packets'))
    expect(await exported()).toEqual({ kind: 'refused', reason: 'stick-lost' })
    expect(readdirSync(elsewhere)).toEqual([])
  })
})
