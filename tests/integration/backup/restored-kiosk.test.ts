import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { auditOf } from '../../helpers/audit.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { createTestClock } from '../../helpers/clock.ts'
import { PIN, setUpAndSignIn, signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { fillVisit, registerPerson, testPerson } from '../../helpers/register.ts'
import { waitUntil } from '../../helpers/wait-until.ts'

let central: TestCentral
let centralUrl: string
let kiosk: TestKiosk

/** Starts the kiosk again on the same folder, with the central's present address. */
async function restart(): Promise<void> {
  await kiosk.stop()
  kiosk = await startTestKiosk({ dataDir: kiosk.dataDir, centralUrl })
}
const status = () => kiosk.call('app.status', {})
const states = async () =>
  Object.fromEntries(
    (await kiosk.call('submission.list', { limit: 50 })).map((row) => [row.reference, row.state]),
  )
const inData = (...path: string[]) => join(kiosk.dataDir, ...path)
const damage = (path: string) => {
  const bytes = readFileSync(path)
  bytes.fill(0x5a, 8192, 20_480)
  writeFileSync(path, bytes)
}
const packets = (ending: string) =>
  readdirSync(inData('packets')).filter((name) => name.endsWith(ending)).length
const allSent = () =>
  waitUntil('everything is sent', async () => {
    await kiosk.call('sync.now', {})
    return Object.values(await states()).every((state) => state === 'menunggu-verifikasi')
  })
/** The newest backup's name; the folder also holds the second key file. */
const newestBackup = () =>
  readdirSync(inData('backups'))
    .filter((name) => /^kiosk-\d+\.db$/.test(name))
    .sort()
    .at(-1)
/** Changes the set-up, which asks for a backup at once, and waits until that is there. */
async function backUpNow(maxUnsent: number): Promise<void> {
  const before = newestBackup()
  await kiosk.call('app.setLimits', { maxUnsent })
  await waitUntil('a backup', () => newestBackup() !== before)
}

beforeEach(async () => {
  central = await startTestCentral({ demo: false })
  centralUrl = central.url
  kiosk = await startTestKiosk({})
  await setUpAndSignIn(kiosk.call, central)
})
afterEach(async () => {
  await kiosk.remove()
  await central.stop()
})

describe('a database that breaks', () => {
  test('comes back with staff, office, connection and every registration, sent or not', async () => {
    const sent = await registerPerson(kiosk.call, testPerson(1))
    await allSent()
    // After the last backup: one sent, two waiting because the line is gone.
    centralUrl = 'http://127.0.0.1:9'
    await restart()
    await signIn(kiosk.call)
    const waiting = [
      await registerPerson(kiosk.call, testPerson(2)),
      await registerPerson(kiosk.call, testPerson(3)),
    ]
    await fillVisit(kiosk.call, testPerson(4))
    expect(packets('.sent')).toBe(1)
    await kiosk.stop()
    damage(inData('kiosk.db'))
    const broken = readFileSync(inData('kiosk.db'))

    await restart()
    expect(await status()).toMatchObject({
      problem: null,
      setUp: true,
      office: { name: 'LPSE Kota Contoh' },
      notice: { kind: 'database-restored', packets: 2 },
      queue: { waiting: 2 },
      drafts: 0,
    })
    expect(readFileSync(inData('damaged', '001', 'kiosk.db')).equals(broken)).toBe(true)
    await signIn(kiosk.call)
    // Each was tried at once, over a line that refuses.
    await expect.poll(states).toEqual({
      [sent.reference]: 'terkirim',
      [waiting[0]?.reference ?? '']: 'antre',
      [waiting[1]?.reference ?? '']: 'antre',
    })
    // Duplicates are still found and the registrant's own question is still answered.
    const again = { reference: waiting[0]?.reference ?? '', birthDate: '1990-08-17' }
    expect((await kiosk.call('submission.check', again)).maskedNik).toBe('6271 **** **** 0002')

    centralUrl = central.url
    await restart()
    await signIn(kiosk.call)
    await allSent()
    expect(Object.keys(await states())).toHaveLength(3)
    expect((await status()).notice).toMatchObject({ packets: 2 })
    await kiosk.call('app.dismissNotice', {})
    await restart()
    expect((await status()).notice).toBeNull()
  })

  test('a packet that a backup thinks waiting, and whose record is lost too, is asked for at the central', async () => {
    centralUrl = 'http://127.0.0.1:9'
    await restart()
    await signIn(kiosk.call)
    const { reference } = await registerPerson(kiosk.call, testPerson(1))
    // It knows the registration as waiting.
    await backUpNow(9)
    centralUrl = central.url
    await restart()
    await signIn(kiosk.call)
    await allSent()
    await kiosk.stop()
    damage(inData('kiosk.db'))
    for (const name of readdirSync(inData('packets'))) rmSync(inData('packets', name))
    await restart()
    await signIn(kiosk.call)
    await allSent()
    expect(await states()).toEqual({ [reference]: 'menunggu-verifikasi' })
  })

  test('what was called off after the backup stays so, and a withdrawal is not forgotten', async () => {
    const sent = await registerPerson(kiosk.call, testPerson(1))
    await allSent()
    const { id: sentId = '' } = (await kiosk.call('submission.list', { limit: 50 }))[0] ?? {}
    centralUrl = 'http://127.0.0.1:9'
    await restart()
    await signIn(kiosk.call)
    const waits = await registerPerson(kiosk.call, testPerson(2))
    await backUpNow(9)
    // From here on no backup can be made: of two of these registrations the last one knows, of the third it does not.
    const backups = inData('backups')
    const kept = `${kiosk.dataDir}-backups`
    renameSync(backups, kept)
    writeFileSync(backups, '')
    const late = await registerPerson(kiosk.call, testPerson(3))
    const all = await kiosk.call('submission.list', { limit: 50 })
    for (const { id } of all)
      await kiosk.call('submission.cancel', { id, pin: PIN, reason: 'consent', note: '' })
    await kiosk.stop()
    damage(inData('kiosk.db'))
    rmSync(backups)
    renameSync(kept, backups)

    await restart()
    await signIn(kiosk.call)
    expect(await states()).toEqual({
      [sent.reference]: 'menunggu-verifikasi',
      [waits.reference]: 'dibatalkan',
      [late.reference]: 'dibatalkan',
    })
    expect((await status()).queue.waiting).toBe(0)
    const detail = await kiosk.call('submission.detail', { id: sentId })
    expect(detail).toMatchObject({
      calledOff: { reason: 'consent', told: false },
      stored: { data: false, photos: [] },
    })
    centralUrl = central.url
    await restart()
    await signIn(kiosk.call)
    await waitUntil('the central was told', async () => {
      await kiosk.call('sync.now', {})
      return (await states())[sent.reference] === 'dibatalkan'
    })
    expect(existsSync(join(central.dataDir, 'packets', `${sentId}.age`))).toBe(false)
    expect(readdirSync(join(central.dataDir, 'packets'))).toEqual([])
    expect(packets('.age')).toBe(0)
  })

  test('what was called off is noted beside the database until every backup holds it', async () => {
    centralUrl = 'http://127.0.0.1:9'
    await restart()
    await signIn(kiosk.call)
    await registerPerson(kiosk.call, testPerson(1))
    const { id = '' } = (await kiosk.call('submission.list', { limit: 50 }))[0] ?? {}
    const before = readdirSync(inData('backups'))
    await kiosk.call('submission.cancel', { id, pin: PIN, reason: 'duplicate', note: '' })
    // The note is promise enough: nobody at the desk waits for a copy of the whole database.
    expect(readdirSync(inData('backups'))).toEqual(before)
    expect(packets('.off')).toBe(1)
    expect(readFileSync(inData('packets', `${id}.off`), 'latin1')).not.toContain('duplicate')
    for (const maxUnsent of [6, 7, 8]) await backUpNow(maxUnsent)
    // Three backups are kept, all of them made after the cancellation.
    await waitUntil('the note is gone', () => packets('.off') === 0)
  })

  test('what was set aside is erased once nothing in it may be kept, and that is noted', async () => {
    const clock = createTestClock(new Date())
    centralUrl = 'http://127.0.0.1:9'
    await kiosk.stop()
    damage(inData('kiosk.db'))
    kiosk = await startTestKiosk({ dataDir: kiosk.dataDir, centralUrl, clock })
    await signIn(kiosk.call)
    await kiosk.call('app.setRetention', { verified: 1, rejected: 1, audit: 90 })
    clock.advance(23 * 60 * 60_000)
    expect(readdirSync(inData('damaged'))).toEqual(['001'])
    clock.advance(61 * 60_000)
    expect(readdirSync(inData('damaged'))).toEqual([])
    await kiosk.stop()
    const actions = (await auditOf(kiosk.dataDir)).map(({ action }) => action)
    expect(actions).toContain('kiosk.damaged-erased')
  })

  test.each(['gone', 'empty'])('is also brought back when its file is %s', async (how) => {
    centralUrl = 'http://127.0.0.1:9'
    await restart()
    await signIn(kiosk.call)
    await registerPerson(kiosk.call, testPerson(1))
    await kiosk.stop()
    for (const name of readdirSync(kiosk.dataDir).filter((file) => file.startsWith('kiosk.db')))
      rmSync(inData(name))
    if (how === 'empty') writeFileSync(inData('kiosk.db'), '')
    await restart()
    expect(await status()).toMatchObject({ problem: null, setUp: true, queue: { waiting: 1 } })
  })

  test('without any good backup nothing is touched, and the screen says so', async () => {
    await kiosk.stop()
    rmSync(inData('backups'), { recursive: true })
    damage(inData('kiosk.db'))
    const before = readdirSync(kiosk.dataDir, { recursive: true }).sort()
    const broken = readFileSync(inData('kiosk.db'))
    await restart()
    expect((await status()).problem).toBe('damaged')
    expect(readdirSync(kiosk.dataDir, { recursive: true }).sort()).toEqual(before)
    expect(readFileSync(inData('kiosk.db')).equals(broken)).toBe(true)
  })

  test('a database that lost its newest pages, and no backup has to come, gets its packets back', async () => {
    centralUrl = 'http://127.0.0.1:9'
    await restart()
    await kiosk.stop()
    const old = readFileSync(inData('kiosk.db'))
    await restart()
    await signIn(kiosk.call)
    await registerPerson(kiosk.call, testPerson(1))
    await kiosk.stop()
    for (const name of readdirSync(kiosk.dataDir).filter((file) => file.startsWith('kiosk.db')))
      rmSync(inData(name))
    writeFileSync(inData('kiosk.db'), old)
    await restart()
    expect(await status()).toMatchObject({
      queue: { waiting: 1 },
      notice: { kind: 'packets-found', packets: 1, backupAt: null },
    })
  })
})

test('a packet of another kiosk is put aside, neither sent nor thrown away', async () => {
  centralUrl = 'http://127.0.0.1:9'
  await kiosk.stop()
  const id = '0198f000-0000-7000-8000-000000000001'
  writeFileSync(inData('packets', `${id}.age`), 'age-encryption.org/v1\nno packet of ours')
  await restart()
  expect((await status()).queue.waiting).toBe(0)
  expect(readdirSync(inData('packets'))).toEqual([`${id}.unexplained`])
})

test('backups follow the clock: every four hours, only when something changed', async () => {
  const clock = createTestClock()
  await kiosk.stop()
  rmSync(inData('backups'), { recursive: true })
  kiosk = await startTestKiosk({ dataDir: kiosk.dataDir, centralUrl: 'http://127.0.0.1:9', clock })
  clock.advance(1)
  await waitUntil(
    'the first backup',
    () => existsSync(inData('backups')) && newestBackup() === 'kiosk-000001.db',
  )
  await signIn(kiosk.call)
  clock.advance(4 * 3_600_000 - 2)
  expect(newestBackup()).toBe('kiosk-000001.db')
  clock.advance(2)
  await waitUntil('the second backup', () => newestBackup() === 'kiosk-000002.db')
  clock.advance(4 * 3_600_000)
  clock.advance(4 * 3_600_000)
  await kiosk.stop()
  expect(newestBackup()).toBe('kiosk-000002.db')
})

test('the packet with our record in it is opened by the independent age command', async () => {
  const { execFileSync } = await import('node:child_process')
  centralUrl = 'http://127.0.0.1:9'
  await restart()
  await signIn(kiosk.call)
  const { reference } = await registerPerson(kiosk.call, testPerson(1))
  const [name = ''] = readdirSync(inData('packets'))
  const keys = JSON.parse(readFileSync(join(central.dataDir, 'keys.json'), 'utf8')) as { ageIdentity: string }
  const identity = `${kiosk.dataDir}.identity`
  writeFileSync(identity, keys.ageIdentity)
  const archive = execFileSync('age', ['-d', '-i', identity, inData('packets', name)])
  rmSync(identity)
  expect(archive.includes('submission.json')).toBe(true)
  expect(archive.includes(reference)).toBe(true)
  expect(readFileSync(inData('packets', name)).includes(reference)).toBe(false)
})
