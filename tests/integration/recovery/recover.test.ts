import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readIdentities } from '../../../src/main/services/recovery/recover.ts'
import { unlock } from '../../../src/main/services/store/copy-database.ts'
import { openWithRecoveryKey } from '../../../src/main/services/vault/index.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { PIN, setUpAndSignIn, signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'
import { receivedAt } from '../core/central-records.ts'

const PROGRAM = fileURLToPath(new URL('../../../src/main/recover.ts', import.meta.url))
const IMPORT = fileURLToPath(new URL('../../../src/central/import-main.ts', import.meta.url))
/** Where no central listens. */
const NOBODY = 'http://127.0.0.1:9'
const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'kiosk-recover-'))
  folders.push(made)
  return made
}

/** Runs the program as an admin would, on the files alone. */
function run(program: string, ...args: string[]) {
  const done = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
  const [line = '{}'] = done.stdout.trim().split('\n')
  return { code: done.status, report: JSON.parse(line || '{}') as Record<string, unknown>, said: done.stderr }
}

let central: TestCentral
/** A kiosk that died with two registrations waiting and one sent. */
let dead: string
let keyFile: string
let recipient: string
const references: string[] = []
let sentReference: string
/** The dead kiosk's own key file: only where a test needs it alive for a moment. */
let deadKey: string

async function newKiosk(): Promise<TestKiosk> {
  const kiosk = await startTestKiosk({})
  await setUpAndSignIn(kiosk.call, { url: central.url, enrolmentCode: central.newEnrolmentCode() })
  return kiosk
}
const rows = async (kiosk: TestKiosk) =>
  Object.fromEntries(
    (await kiosk.call('submission.list', { limit: 50 })).map((row) => [row.reference, row.state]),
  )
const sentAll = (kiosk: TestKiosk) =>
  waitUntil('everything is sent', async () => {
    await kiosk.call('sync.now', {})
    return Object.values(await rows(kiosk)).every((state) => state === 'menunggu-verifikasi')
  })

beforeAll(async () => {
  central = await startTestCentral({ demo: false })
  let kiosk = await newKiosk()
  expect((await kiosk.call('app.status', {})).recoveryKey).toBe('missing')
  const made = await kiosk.call('app.setRecoveryKey', { recipient: null })
  recipient = made.recipient
  expect((await kiosk.call('app.status', {})).recoveryKey).toBe('set')
  keyFile = join(folder(), 'recovery.txt')
  writeFileSync(keyFile, `# from paper\n${made.secret?.toLowerCase()}\n`)
  sentReference = (await registerPerson(kiosk.call, testPerson(1))).reference
  await sentAll(kiosk)
  await kiosk.stop()
  const { dataDir } = kiosk
  kiosk = await startTestKiosk({ dataDir, centralUrl: NOBODY })
  await signIn(kiosk.call)
  for (const n of [2, 3]) references.push((await registerPerson(kiosk.call, testPerson(n))).reference)
  await kiosk.stop()
  dead = join(folder(), 'dead')
  cpSync(dataDir, dead, { recursive: true })
  deadKey = join(folder(), 'dead.key')
  cpSync(`${dataDir}.key`, deadKey)
  await kiosk.remove()
  // The secret half is nowhere on the disk.
  for (const name of readdirSync(dead, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(db|json|age|sent|db-wal)$/.test(name)) continue
    expect(readFileSync(join(dead, name), 'latin1').toUpperCase()).not.toContain('AGE-SECRET-KEY')
  }
}, 120_000)
afterAll(async () => {
  await central.stop()
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

/** A copy of the dead kiosk, and a hash-like listing to see that nothing in it changed. */
function deadCopy(): string {
  const copy = join(folder(), 'dead')
  cpSync(dead, copy, { recursive: true })
  return copy
}
const contents = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name} ${readFileSync(join(entry.parentPath, entry.name)).toString('base64')}`)
    .sort()

/** Starts the kiosk that took the packets over: it gets receipts and verdicts for all of them, and keeps no packet. */
async function expectSent(dataDir: string) {
  const kiosk = await startTestKiosk({ dataDir })
  try {
    await signIn(kiosk.call)
    await sentAll(kiosk)
    expect(readdirSync(join(dataDir, 'packets')).filter((name) => name.endsWith('.age'))).toEqual([])
    return await kiosk.call('submission.list', { limit: 50 })
  } finally {
    await kiosk.remove()
  }
}

/** A kiosk, soon dead, that sent one person's packet and then lost its network. */
async function cutOffAfterSending(person: number) {
  const dying = await startTestKiosk({ dataDir: deadCopy(), keyFile: deadKey })
  await signIn(dying.call)
  const sent = await registerPerson(dying.call, testPerson(person))
  await sentAll(dying)
  await dying.stop()
  const { dataDir } = dying
  const off = await startTestKiosk({ dataDir, keyFile: deadKey, centralUrl: NOBODY })
  await signIn(off.call)
  return { off, sent }
}

const idOf = async (kiosk: TestKiosk, reference: string) =>
  (await kiosk.call('submission.list', { limit: 50 })).find((row) => row.reference === reference)?.id ?? ''

describe('npm run recover', () => {
  test('--to: packets and list go to another kiosk, which sends them; again changes nothing', async () => {
    const from = deadCopy()
    const before = contents(from)
    const other = await newKiosk()
    await other.call('app.setRecoveryKey', { recipient })
    await other.stop()
    const args = ['--from', from, '--recovery-key-file', keyFile, '--to', other.dataDir]
    expect(run(PROGRAM, ...args).report).toEqual({
      packets: 2,
      history: 1,
      withdrawals: 0,
      known: 0,
      lost: [],
      unexplained: [],
    })
    expect(run(PROGRAM, ...args).report).toMatchObject({ packets: 0, history: 0, known: 3 })
    expect(contents(from)).toEqual(before)
    const again = await startTestKiosk({ dataDir: other.dataDir })
    try {
      await signIn(again.call)
      await sentAll(again)
      expect(Object.keys(await rows(again)).sort()).toEqual([...references, sentReference].sort())
    } finally {
      await again.remove()
    }
  })

  test('--to after they were delivered by another kiosk: once at the central, here with a receipt too', async () => {
    const from = deadCopy()
    const other = await newKiosk()
    await other.call('app.setRecoveryKey', { recipient })
    await other.stop()
    // The kiosk of the test above has sent the same two packets under its own name.
    const before = receivedAt(central.dataDir)
    run(PROGRAM, '--from', from, '--recovery-key-file', keyFile, '--to', other.dataDir)
    await expectSent(other.dataDir)
    expect(receivedAt(central.dataDir)).toEqual(before)
  })

  test('--to after the dead kiosk delivered them without hearing of it: once, with a receipt', async () => {
    const kiosk = await startTestKiosk({ dataDir: deadCopy(), keyFile: deadKey })
    await signIn(kiosk.call)
    // What others have delivered is known here too; then another person, whom nobody else has sent.
    await sentAll(kiosk)
    await kiosk.stop()
    const dying = await startTestKiosk({
      dataDir: kiosk.dataDir,
      keyFile: deadKey,
      centralUrl: NOBODY,
    })
    await signIn(dying.call)
    const { reference } = await registerPerson(dying.call, testPerson(7))
    await dying.stop()
    const from = join(folder(), 'dead')
    cpSync(dying.dataDir, from, { recursive: true })
    // What the copy does not know: the packet arrives all the same.
    const last = await startTestKiosk({ dataDir: dying.dataDir, keyFile: deadKey })
    await signIn(last.call)
    await sentAll(last)
    await last.stop()
    const before = receivedAt(central.dataDir)
    const other = await newKiosk()
    await other.call('app.setRecoveryKey', { recipient })
    await other.stop()
    expect(
      run(PROGRAM, '--from', from, '--recovery-key-file', keyFile, '--to', other.dataDir).report,
    ).toMatchObject({ packets: 1, lost: [] })
    const list = await expectSent(other.dataDir)
    expect(list.map((row) => row.reference)).toContain(reference)
    expect(receivedAt(central.dataDir)).toEqual(before)
  })

  test('what was called off stays so: nothing of it is sent, and a withdrawal goes on to the central', async () => {
    // The dead kiosk: one sent and withdrawn without a network, one that waited and was called off, one that waits.
    const { off, sent } = await cutOffAfterSending(11)
    const waits = await registerPerson(off.call, testPerson(12))
    const gone = await registerPerson(off.call, testPerson(13))
    const cancel = async (reference: string) =>
      off.call('submission.cancel', { id: await idOf(off, reference), pin: PIN, reason: 'consent', note: '' })
    const goneId = await idOf(off, gone.reference)
    const sentId = await idOf(off, sent.reference)
    const packet = readFileSync(join(off.dataDir, 'packets', `${goneId}.age`))
    await cancel(sent.reference)
    // Before the second one is called off, it is taken over: the kiosk came to life once more.
    const early = join(folder(), 'early')
    cpSync(off.dataDir, early, { recursive: true })
    await cancel(gone.reference)
    await off.stop()
    // A crash before it was removed: the packet of what was called off still lies there.
    writeFileSync(join(off.dataDir, 'packets', `${goneId}.age`), packet)

    const other = await newKiosk()
    await other.call('app.setRecoveryKey', { recipient })
    await other.stop()
    const to = ['--recovery-key-file', keyFile, '--to', other.dataDir]
    expect(run(PROGRAM, '--from', early, ...to).report).toMatchObject({
      packets: 2,
      withdrawals: 1,
      lost: [],
    })
    expect(run(PROGRAM, '--from', off.dataDir, ...to)).toMatchObject({
      code: 0,
      report: { packets: 0, withdrawals: 1, lost: [], unexplained: [] },
    })
    const kiosk = await startTestKiosk({ dataDir: other.dataDir })
    try {
      await signIn(kiosk.call)
      await waitUntil('both are called off, the other is sent', async () => {
        await kiosk.call('sync.now', {})
        const now = await rows(kiosk)
        return (
          now[sent.reference] === 'dibatalkan' &&
          now[gone.reference] === 'dibatalkan' &&
          now[waits.reference] === 'menunggu-verifikasi'
        )
      })
      expect(receivedAt(central.dataDir)).not.toContain(goneId)
      expect(existsSync(join(central.dataDir, 'packets', `${sentId}.age`))).toBe(false)
      expect(await kiosk.call('submission.detail', { id: sentId })).toMatchObject({
        calledOff: { reason: 'consent', told: true },
      })
      expect(readdirSync(join(kiosk.dataDir, 'packets')).filter((name) => name.endsWith('.age'))).toEqual([])
    } finally {
      await kiosk.remove()
    }
  }, 120_000)

  test('--export carries a withdrawal too', async () => {
    const { off, sent } = await cutOffAfterSending(21)
    const id = await idOf(off, sent.reference)
    await off.call('submission.cancel', { id, pin: PIN, reason: 'consent', note: '' })
    await off.stop()
    const stick = folder()
    const args = ['--from', off.dataDir, '--recovery-key-file', keyFile, '--export', stick]
    expect(run(PROGRAM, ...args).report).toMatchObject({ withdrawals: 1 })
    expect(run(IMPORT, stick, '--data-dir', central.dataDir)).toMatchObject({
      code: 0,
      report: { withdrawn: 1 },
    })
    expect(existsSync(join(central.dataDir, 'packets', `${id}.age`))).toBe(false)
  }, 120_000)

  test('without database and backups the packets speak for themselves', async () => {
    const from = deadCopy()
    rmSync(join(from, 'backups'), { recursive: true })
    writeFileSync(join(from, 'kiosk.db'), Buffer.alloc(50_000, 0x5a))
    const other = await newKiosk()
    await other.call('app.setRecoveryKey', { recipient })
    await other.stop()
    const args = ['--from', from, '--recovery-key-file', keyFile]
    expect(run(PROGRAM, ...args, '--to', other.dataDir).report).toMatchObject({ packets: 2 })
    const stick = run(PROGRAM, ...args, '--export', folder())
    expect(stick.code).toBe(1)
    expect(stick.said).toContain('--to')
    rmSync(other.dataDir, { recursive: true })
  })

  test('--export: a stick in the name of the dead kiosk, taken in by the central', async () => {
    const from = deadCopy()
    const before = contents(from)
    const stick = folder()
    const done = run(PROGRAM, '--from', from, '--recovery-key-file', keyFile, '--export', stick)
    expect(done).toMatchObject({ code: 0, report: { packets: 2 } })
    expect(contents(from)).toEqual(before)
    const taken = run(IMPORT, stick, '--data-dir', central.dataDir)
    expect(taken.report).toMatchObject({ result: 'answered' })
  })

  test.each([
    [
      'a wrong key',
      'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX',
      'does not open',
    ],
    ['a mistyped key', 'AGE-SECRET-KEY-1QQQQQ', 'does not open'],
    ['no key', '# nothing', 'no recovery key'],
  ])('%s: says so and changes nothing', (_name, text, words) => {
    const from = deadCopy()
    const before = contents(from)
    const wrong = join(folder(), 'wrong.txt')
    writeFileSync(wrong, text)
    const done = run(PROGRAM, '--from', from, '--recovery-key-file', wrong, '--export', folder())
    expect(done.code).toBe(1)
    expect(done.said).toContain(words)
    expect(contents(from)).toEqual(before)
  })

  test('a kiosk that was never wrapped for it is refused as a target, and so is a running one', async () => {
    const other = await newKiosk()
    const args = ['--from', dead, '--recovery-key-file', keyFile, '--to', other.dataDir]
    try {
      expect(run(PROGRAM, ...args).said).toContain('never wrapped')
      await other.call('app.setRecoveryKey', { recipient })
      expect(run(PROGRAM, ...args).said).toContain('in-use')
    } finally {
      await other.remove()
    }
  })
})

test('--export: a correction names what it corrects, so that the central links the two', async () => {
  const from = deadCopy()
  const dataKey = await openWithRecoveryKey(from, readIdentities(keyFile))
  const db = new Database(join(from, 'kiosk.db'))
  unlock(db, dataKey)
  const [sent, waiting] = [sentReference, references[0]].map(
    (reference) =>
      db.prepare('SELECT id FROM submission WHERE reference = ?').pluck().get(reference) as string,
  )
  db.prepare('UPDATE submission SET corrects = ? WHERE id = ?').run(sent, waiting)
  db.close()
  const stick = folder()
  run(PROGRAM, '--from', from, '--recovery-key-file', keyFile, '--export', stick)
  const [device = ''] = readdirSync(join(stick, 'lpse-kurir'))
  const [, payload = ''] = readFileSync(join(stick, 'lpse-kurir', device, 'manifest.jws'), 'utf8').split('.')
  const { packets } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  expect(packets.find((packet: { submissionId: string }) => packet.submissionId === waiting)).toMatchObject({
    corrects: sent,
  })
})

test('a mistyped recipient is refused, and the earlier key stays', async () => {
  const kiosk = await newKiosk()
  try {
    await kiosk.call('app.setRecoveryKey', { recipient })
    const wrong = `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`
    const failure = kiosk.call('app.setRecoveryKey', { recipient: wrong })
    await expect(failure).rejects.toMatchObject({ error: { code: 'form' } })
    const stored = JSON.parse(readFileSync(join(kiosk.dataDir, 'data-key.json'), 'utf8'))
    expect(stored.recovery.recipient).toBe(recipient)
  } finally {
    await kiosk.remove()
  }
})
