import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, type TestContext, test } from 'vitest'
import { importCourier } from '#central/import/import-courier.ts'
import { openContext } from '#central/import/open-context.ts'
import type { AppEvent } from '../../../src/main/app/app.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { findTraces } from '../../helpers/find-traces.ts'
import { setUpAndSignIn, signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { portrait, registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'

/** Real file systems stand for sticks: a small one in memory that is locked, filled, or pulled out while it is written. */
let root = ''
let stick = ''
let central: TestCentral
let kiosk: TestKiosk
let onProgress: (packets: number) => void = () => undefined
const mounted: string[] = []

const run = (program: string, ...args: string[]) => spawnSync(program, args).status === 0
const mount = (...args: string[]): boolean => {
  const done = run('/bin/mount', ...args, stick)
  if (done) mounted.push(stick)
  return done
}
/** A stick of so many bytes; false where only root may mount one. */
const plugIn = (bytes: number): boolean => mount('-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs')
const exported = () => kiosk.call('courier.export', { folder: stick })
const states = async () => {
  const rows = await kiosk.call('submission.list', { limit: 50 })
  return rows.map(({ state }) => (state === 'sedang-dikirim' ? 'antre' : state))
}
const packetsHere = () =>
  readdirSync(join(kiosk.dataDir, 'packets')).filter((name) => name.endsWith('.age')).length
async function takeIn(folder: string) {
  const { ctx, close } = await openContext(central.dataDir)
  return importCourier(ctx, folder).finally(close)
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'kiosk-bad-stick-'))
  stick = join(root, 'stick')
  mkdirSync(stick)
  onProgress = () => undefined
  central = await startTestCentral({ demo: false })
  kiosk = await startTestKiosk({})
  await setUpAndSignIn(kiosk.call, central)
  await kiosk.stop()
  kiosk = await startTestKiosk({ dataDir: kiosk.dataDir, centralUrl: 'http://127.0.0.1:9' })
  kiosk.app.onEvent(({ event, value }: AppEvent) => {
    if (event === 'courier') onProgress((value as { packets: number }).packets)
  })
  await signIn(kiosk.call)
  for (const n of [1, 2, 3]) await registerPerson(kiosk.call, testPerson(n))
})
afterEach(async () => {
  for (const place of mounted.splice(0).reverse()) run('/bin/umount', '-l', place)
  await kiosk?.remove()
  await central?.stop()
  rmSync(root, { recursive: true, force: true })
})
const needsRoot = (context: TestContext): void => context.skip('only root can mount a small file system')

test('nothing unsealed ever lies on a stick, whole or half written', async () => {
  const person = testPerson(1)
  const face = Buffer.from(portrait(), 'base64')
  const needles = {
    nik: person.nik,
    name: person.nama,
    email: person.email,
    phone: '81234561001',
    face: face.subarray(face.length / 2, face.length / 2 + 24),
  }
  const found: string[][] = []
  onProgress = () => void found.push(findTraces(stick, needles))
  expect(await exported()).toMatchObject({ kind: 'done', packets: 3 })
  expect([...found, findTraces(stick, needles)]).toEqual([[], [], [], []])
  const names = readdirSync(stick, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name.replace(/^[0-9a-f-]{36}/, 'ID'))
  expect(names.sort()).toEqual(['ID.age', 'ID.age', 'ID.age', 'manifest.jws'])
})

test('full from the start: said before anything is written', async (context) => {
  if (!plugIn(300_000)) return needsRoot(context)
  expect(await exported()).toEqual({ kind: 'refused', reason: 'no-room' })
  expect(readdirSync(stick)).toEqual([])
  expect(await states()).toEqual(['antre', 'antre', 'antre'])
  // Nothing of them ever left: calling one off needs no word from the central, once the queue has let go of it.
  await waitUntil('each can be voided', async () =>
    (await kiosk.call('submission.list', { limit: 50 })).every((row) => row.may.cancel === 'void'),
  )
})

test('room is needed for what is not on it yet, and for nothing else', async (context) => {
  if (!plugIn(3_000_000)) return needsRoot(context)
  expect(await exported()).toMatchObject({ kind: 'done', copied: 3 })
  const free = statfsSync(stick)
  // Room for what a stick keeps for itself, and not for all three once more.
  writeFileSync(join(stick, 'ballast'), Buffer.alloc(free.bavail * free.bsize - 1_100_000))
  expect(await exported()).toMatchObject({ kind: 'done', packets: 3, copied: 0 })
})

test('full in the middle: what is whole stays, nothing is lost, and with room again it is finished', async (context) => {
  if (!plugIn(4_000_000)) return needsRoot(context)
  const ballast = join(stick, 'ballast')
  onProgress = () => {
    for (const size of [100_000, 4_096]) {
      try {
        for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' })
      } catch {
        // Full, to the size of the piece.
      }
    }
  }
  expect(await exported()).toEqual({ kind: 'refused', reason: 'no-room' })
  expect([await states(), packetsHere()]).toEqual([['antre', 'antre', 'antre'], 3])
  expect(await takeIn(stick)).toMatchObject([{ kind: 'incomplete' }])
  onProgress = () => undefined
  rmSync(ballast)
  expect(await exported()).toMatchObject({ kind: 'done', packets: 3, copied: 2 })
  expect(await takeIn(stick)).toMatchObject([{ kind: 'answered', receiptsWritten: true }])
})

test('locked: refused in words for an export; its receipts are read all the same', async (context) => {
  if (!plugIn(4_000_000)) return needsRoot(context)
  await exported()
  expect(run('/bin/mount', '-o', 'remount,ro', stick)).toBe(true)
  expect(await exported()).toEqual({ kind: 'refused', reason: 'not-writable' })
  // The central takes the packets, and says that it could not write the receipts back.
  expect(await takeIn(stick)).toMatchObject([{ kind: 'answered', receiptsWritten: false }])
  expect(run('/bin/mount', '-o', 'remount,rw', stick)).toBe(true)
  expect(await takeIn(stick)).toMatchObject([{ kind: 'answered', receiptsWritten: true }])
  expect(run('/bin/mount', '-o', 'remount,ro', stick)).toBe(true)
  expect(await kiosk.call('courier.importReceipts', { folder: stick })).toMatchObject({
    settled: 3,
    invalid: 0,
  })
  expect(packetsHere()).toBe(0)
})

test('pulled out in the middle: nothing goes to the disk below, and plugged in again it is finished', async (context) => {
  const inside = join(root, 'inside')
  mkdirSync(inside)
  if (!mount('--bind', inside)) return needsRoot(context)
  onProgress = (packets) => {
    if (packets === 1) run('/bin/umount', '-l', stick)
  }
  expect(await exported()).toEqual({ kind: 'refused', reason: 'stick-lost' })
  expect(readdirSync(stick)).toEqual([])
  expect([await states(), packetsHere()]).toEqual([['antre', 'antre', 'antre'], 3])
  expect(await takeIn(inside)).toMatchObject([{ kind: 'incomplete' }])
  onProgress = () => undefined
  expect(mount('--bind', inside)).toBe(true)
  expect(await exported()).toMatchObject({ kind: 'done', packets: 3, copied: 2 })
  expect(await takeIn(inside)).toMatchObject([{ kind: 'answered' }])
  expect(existsSync(join(stick, 'lpse-kurir'))).toBe(true)
})
