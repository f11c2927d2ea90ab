import { closeSync, cpSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../../src/main/services/store/index.ts'
import { loadOrCreateDataKey, openKeyFile } from '../../../src/main/services/vault/index.ts'
import { writeAsFirstSchema } from '../../helpers/first-schema.ts'
import { setUpAndSignIn, signIn, startTestKiosk } from '../../helpers/kiosk.ts'
import { fillVisit, registerPerson, testPerson } from '../../helpers/register.ts'
import { type Peek, peek } from './peek.ts'

const OFFLINE = 'http://127.0.0.1:9'
/** How many have been refused so long ago that the next sweep erases them, and how many wait. */
const REFUSED = 3
const WAITING = 3
/** Persons whom no other part of the crash matrix registers. */
const personOf = (n: number) => testPerson(9_000 + n)
const LONG_AGO = '2026-01-05T02:00:00.000Z'

/** Data folders of one kiosk at the moments before the plug is pulled. Each is copied before it is used. */
export type Templates = {
  readonly keyFile: string
  readonly dataKey: Uint8Array
  /** The next start erases three working copies; three registrations wait, one visit is open. */
  readonly erase: string
  /** The same as the first released program would have left it. */
  readonly migration: string
  /** The database is damaged, the newest backup does not know the last registration. */
  readonly restore: string
  /** Three registrations wait for a stick. */
  readonly courier: string
  /** What each of them holds while it is whole. */
  readonly whole: Peek
}

/** Makes them below a folder: real visits through the real core, then the few rows that only time would change. */
export async function makeTemplates(
  root: string,
  central: { readonly url: string; readonly enrolmentCode: string },
): Promise<Templates> {
  const home = join(root, 'templates')
  mkdirSync(home)
  const of = (name: string): string => join(home, name)
  const courier = of('courier')
  const keyFile = of('key')
  const start = (centralUrl?: string) =>
    startTestKiosk({ dataDir: courier, keyFile, ...(centralUrl && { centralUrl }) })
  mkdirSync(courier)
  let kiosk = await start()
  await setUpAndSignIn(kiosk.call, central)
  await kiosk.stop()
  kiosk = await start(OFFLINE)
  await setUpAndSignIn(kiosk.call, null)
  for (let n = 1; n < REFUSED + WAITING; n += 1) await registerPerson(kiosk.call, personOf(n))
  // A change of settings is backed up at once; the registration after it is known to its packet alone.
  await kiosk.call('app.setLimits', { maxUnsent: 5_000 })
  await kiosk.stop()
  kiosk = await start(OFFLINE)
  await signIn(kiosk.call)
  await registerPerson(kiosk.call, personOf(REFUSED + WAITING))
  await fillVisit(kiosk.call, personOf(REFUSED + WAITING + 1))
  await kiosk.stop()
  const { keys } = await openKeyFile({ path: keyFile, dataDir: courier, createWhenMissing: false })
  const dataKey = await loadOrCreateDataKey(courier, keys, () => new Uint8Array())

  const copyAs = (name: string): string => {
    cpSync(courier, of(name), { recursive: true })
    return of(name)
  }
  const erase = copyAs('erase')
  refuseLongAgo(erase, dataKey)
  const migration = of('migration')
  cpSync(erase, migration, { recursive: true })
  rmSync(join(migration, 'backups'), { recursive: true })
  writeAsFirstSchema(join(erase, 'kiosk.db'), join(migration, 'kiosk.db'), dataKey)
  const restore = copyAs('restore')
  damage(join(restore, 'kiosk.db'))
  return { keyFile, dataKey, erase, migration, restore, courier, whole: peek(courier, dataKey) }
}

/** The first ones were sent, and refused by the central, before this year's first Monday. */
function refuseLongAgo(dataDir: string, dataKey: Uint8Array): void {
  const store = openStore(dataDir, dataKey, 'real')
  const first = store.submissions.page('g', 100).slice(-REFUSED)
  store.transaction(() => {
    for (const { id } of first) {
      store.submissions.setReceipt(id, 'contoh.tanda.terima')
      store.submissions.setState(id, 'ditolak', LONG_AGO)
      store.jobs.drop(id)
    }
  })
  store.truncateLog()
  store.close()
  for (const { id } of first) rmSync(join(dataDir, 'packets', `${id}.age`))
}

/** Overwrites pages in the middle, as a dying disk does. */
function damage(path: string): void {
  const file = openSync(path, 'r+')
  try {
    writeSync(file, Buffer.alloc(64 * 1024, 0x5a), 0, 64 * 1024, 0)
  } finally {
    closeSync(file)
  }
  rmSync(`${path}-wal`, { force: true })
}
