import { closeSync, openSync, readdirSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unlock } from '../../../src/main/services/store/copy-database.ts'
import { loadOrCreateDataKey, openKeyFile } from '../../../src/main/services/vault/index.ts'
import { startTestCentral, type TestCentral } from '../../helpers/central.ts'
import { CallError, setUpAndSignIn, signIn, startTestKiosk, type TestKiosk } from '../../helpers/kiosk.ts'
import { registerPerson, testPerson } from '../../helpers/register.ts'

let central: TestCentral
let kiosk: TestKiosk
const { log, events } = (() => {
  const events: string[] = []
  return { events, log: ({ event }: { event: string }) => void events.push(event) }
})()

/** Nobody listens there: what is registered waits. */
const NOBODY = 'http://127.0.0.1:9'

/** Any database is a large one here. */
const start = () => startTestKiosk({ largePages: 1, centralUrl: NOBODY, log, dataDir: kiosk.dataDir })
const status = () => kiosk.call('app.status', {})

beforeEach(async () => {
  central = await startTestCentral({ demo: false })
  kiosk = await startTestKiosk()
  await setUpAndSignIn(kiosk.call, central)
  await kiosk.stop()
  kiosk = await startTestKiosk({ dataDir: kiosk.dataDir, centralUrl: NOBODY })
  await signIn(kiosk.call)
  for (const n of [1, 2, 3]) await registerPerson(kiosk.call, testPerson(n))
  await kiosk.stop()
  events.length = 0
})
afterEach(async () => {
  await kiosk.remove()
  await central.stop()
})

/** The page on which the root of a table or index lies, and what is on it. */
async function rootOf(name: string): Promise<{ at: number; size: number }> {
  const { dataDir } = kiosk
  const { keys } = await openKeyFile({ path: `${dataDir}.key`, createWhenMissing: false, dataDir })
  const db = new Database(join(dataDir, 'kiosk.db'))
  unlock(db, await loadOrCreateDataKey(dataDir, keys, () => new Uint8Array()))
  const row = db
    .prepare<[string], { page: number }>('SELECT rootpage AS page FROM sqlite_schema WHERE name = ?')
    .get(name)
  const size = Number(db.pragma('page_size', { simple: true }))
  db.close()
  if (!row) throw new Error(`no ${name}`)
  return { at: (row.page - 1) * size, size }
}

/** Turns over one bit in the middle of a table's root page. */
async function damage(name: string): Promise<void> {
  const { at, size } = await rootOf(name)
  const file = openSync(join(kiosk.dataDir, 'kiosk.db'), 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at + size / 2)
  byte.writeUInt8(byte.readUInt8() ^ 1)
  writeSync(file, byte, 0, 1, at + size / 2)
  closeSync(file)
}

describe('a large database', () => {
  it('that is good lets visits begin, and everything else that waited for that', async () => {
    kiosk = await start()
    await signIn(kiosk.call)
    await kiosk.call('visit.start', { service: 'profil', language: 'id' })
    expect(events).not.toContain('store.damaged-after-start')
    expect((await status()).queue.waiting).toBe(3)
  })

  it.each(['submission', 'job'])(
    'with a damaged %s is brought back from its backup before a visit begins, nothing lost',
    async (table) => {
      await damage(table)
      kiosk = await start()
      // A petugas is at the screen already: nothing that she does meets the damaged database.
      await signIn(kiosk.call).catch(() => undefined)
      const begun = await kiosk.call('visit.start', { service: 'profil', language: 'id' }).then(
        () => 'begun',
        (cause: unknown) => (cause instanceof CallError ? cause.error.code : cause),
      )
      // The shift is opened anew in the database that was brought back.
      expect(begun).toBe('not-signed-in')
      expect(await status()).toMatchObject({
        problem: null,
        notice: { kind: 'database-restored' },
        queue: { waiting: 3 },
      })
      expect(readdirSync(join(kiosk.dataDir, 'damaged', '001'))).toContain('kiosk.db')
      await signIn(kiosk.call)
      await kiosk.call('visit.start', { service: 'profil', language: 'id' })
    },
  )

  it('with a damaged small table is found at once', async () => {
    await damage('staff')
    kiosk = await start()
    expect((await status()).notice?.kind).toBe('database-restored')
    expect(events).not.toContain('store.damaged-after-start')
  })

  it('is checked by itself when nobody comes, and only then is anything sent or swept', async () => {
    kiosk = await start()
    expect(events).not.toContain('network.down')
    await new Promise((resolve) => setTimeout(resolve, 1_300))
    // Without a person: the runner has tried what waits.
    expect(events).toContain('send.failed')
  })
})
