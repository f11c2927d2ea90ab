import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAudit } from '../../../src/main/services/audit/index.ts'
import { createDamagedCopies } from '../../../src/main/services/backup/index.ts'
import { createKioskTime } from '../../../src/main/services/kiosk-time/index.ts'
import { openStore, type Store } from '../../../src/main/services/store/index.ts'
import { setAside } from '../../../src/main/services/store/set-aside.ts'
import { createTestClock } from '../../helpers/clock.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

let dataDir = ''
let store: Store
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiosk-damaged-'))
  store = openStore(dataDir, null, 'real')
})
afterEach(() => {
  store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Sets something aside in a folder of its own, beside the living database. */
function damageOne(): void {
  const elsewhere = join(dataDir, 'elsewhere')
  mkdirSync(elsewhere, { recursive: true })
  writeFileSync(join(elsewhere, 'kiosk.db'), 'rusak')
  writeFileSync(join(elsewhere, 'kiosk.db-wal'), 'rusak')
  setAside(elsewhere)
}
const left = () => readdirSync(join(dataDir, 'elsewhere', 'damaged'))

function start() {
  const clock = createTestClock()
  const time = createKioskTime({ store, clock, builtAt: new Date(0), log: () => undefined })
  const copies = createDamagedCopies({
    dataDir: join(dataDir, 'elsewhere'),
    store,
    time,
    audit: createAudit(store.audit, clock),
    days: () => ({ verified: 1, rejected: 14, sent: 90, audit: 90 }),
  })
  return { clock, ...copies }
}
const noted = () => store.audit.list(10).map(({ action, detail }) => `${action} ${detail?.slice(0, 3)}`)

it('each stays as long as the longest-lived thing in it, and is then erased and noted', () => {
  const { clock, sweep } = start()
  expect(sweep()).toBe(0)
  damageOne()
  sweep()
  clock.advance(2 * DAY)
  damageOne()
  sweep()
  clock.advance(12 * DAY - HOUR)
  expect(sweep()).toBe(0)
  expect(left()).toEqual(['001', '002'])
  clock.advance(HOUR)
  expect(sweep()).toBe(1)
  expect(left()).toEqual(['002'])
  expect(noted()).toEqual(['kiosk.damaged-erased 001'])
  // A third takes no number that is still in use.
  damageOne()
  expect(left()).toEqual(['002', '003'])
  clock.advance(2 * DAY)
  expect(sweep()).toBe(1)
  expect(left()).toEqual(['003'])
})

it('nothing is erased on a wrong clock, and a clock that jumps shortens nothing', () => {
  const { clock, sweep } = start()
  damageOne()
  sweep()
  const right = clock.now()
  clock.set(new Date('2030-01-01T00:00:00Z'))
  clock.advance(15 * DAY)
  expect(sweep()).toBe(0)
  clock.set(new Date(right.getTime() + 15 * DAY))
  expect(sweep()).toBe(1)
  expect(left()).toEqual([])
})

it('the first look counts, whatever an older database says of an earlier one with the same number', () => {
  const { clock, sweep } = start()
  damageOne()
  sweep()
  clock.advance(14 * DAY)
  const before = store.settings
  expect(sweep()).toBe(1)
  // As a backup from before would have it.
  before.set('damaged.since', { '001@1': 0 })
  damageOne()
  expect(sweep()).toBe(0)
  expect(left()).toEqual(['001'])
})
