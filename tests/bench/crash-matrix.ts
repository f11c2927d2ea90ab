/**
 * `npm run crash-matrix -- [--kills N] [--seed S] [--minutes M]`: pulls the plug of a real kiosk process (kill -9, by the
 * id of the process it started) at random moments of submit and seal, upload, receipt and backup, starts it again and
 * holds what it knows against what was confirmed; and, on copies of prepared data folders, at random moments of erasure,
 * migration, restore from a backup, courier export and import. At the end everything is delivered to a real central and
 * counted.
 * Bounded in time: after M minutes no further kill is begun. Exit code 1 when anything was lost, doubled or unreadable.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startTestCentral } from '../helpers/central.ts'
import { setUpAndSignIn, signIn } from '../helpers/kiosk.ts'
import { waitUntil } from '../helpers/wait-until.ts'
import { openedNiks, receivedAt } from '../integration/core/central-records.ts'
import { startMoodyProxy } from '../integration/core/moody-proxy.ts'
import { CUTS, type Cut, createCutter } from '../integration/crash/cut-off.ts'
import { startKillableKiosk } from '../integration/crash/killable-kiosk.ts'
import { makeTemplates } from '../integration/crash/templates.ts'
import { createRandom } from './ktp/random.ts'
import { createPlugPuller, MOMENTS, type Moment } from './queue/pull-plug.ts'

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    seed: { type: 'string', default: '20261123' },
    minutes: { type: 'string', default: '30' },
  },
})
const wanted = Number(options.kills)
const end = Date.now() + Number(options.minutes) * 60_000
const random = createRandom(Number(options.seed))

const root = mkdtempSync(join(tmpdir(), 'kiosk-crash-'))
const central = await startTestCentral({ demo: false })
const proxy = await startMoodyProxy(() => central.url)
const dataDir = join(root, 'data')
const start = () => startKillableKiosk(dataDir, join(root, 'key'))
let kiosk = await start()
const tally = { kills: 0, lost: 0, doubled: 0, unreadable: 0 }
const byMoment = new Map<Moment | Cut, { kills: number; tookEffect: number }>()

/** Adds what one kill did. */
function count(
  moment: Moment | Cut,
  found: { lost: number; doubled: number; unreadable: number; interrupted: boolean },
): void {
  tally.kills += 1
  tally.lost += found.lost
  tally.doubled += found.doubled
  tally.unreadable += found.unreadable
  const row = byMoment.get(moment) ?? { kills: 0, tookEffect: 0 }
  byMoment.set(moment, {
    kills: row.kills + 1,
    tookEffect: row.tookEffect + (found.interrupted ? 1 : 0),
  })
  if (found.lost + found.doubled + found.unreadable > 0)
    console.log(`kill ${tally.kills}, ${moment}: ${JSON.stringify(found)}`)
  if (tally.kills % 20 === 0) console.log(`${tally.kills} of ${wanted}`)
}

const isCut = (moment: Moment | Cut): moment is Cut => (CUTS as readonly string[]).includes(moment)
const ALL = [...MOMENTS, ...CUTS]

try {
  await setUpAndSignIn(kiosk.call, { url: proxy.url, enrolmentCode: central.enrolmentCode })
  const puller = createPlugPuller({ random, proxy, dataDir, kiosk: () => kiosk })
  const other = { url: central.url, enrolmentCode: central.newEnrolmentCode() }
  const templates = await makeTemplates(root, other)
  const cut = createCutter({
    root,
    templates,
    centralDir: central.dataDir,
    random01: () => random.range(0, 1),
  })
  while (tally.kills < wanted && Date.now() < end) {
    const moment = ALL[tally.kills % ALL.length] ?? 'submit'
    if (isCut(moment)) {
      count(moment, await cut(moment))
      continue
    }
    proxy.mood = () => 'drop'
    const confirmed = await puller.pull(moment)
    proxy.mood = () => 'drop'
    kiosk = await start()
    await signIn(kiosk.call)
    count(moment, await puller.check(confirmed))
  }

  proxy.mood = () => 'pass'
  const rows = await waitUntil(
    'everything is delivered',
    async () => {
      await kiosk.call('sync.now', {})
      const all = await puller.allRows()
      return all.every((row) => !['antre', 'sedang-dikirim', 'terkirim'].includes(row.state)) && all
    },
    { everyMs: 500, timeoutMs: 120_000 },
  )
  const arrived = receivedAt(central.dataDir)
  const niks = openedNiks(central.dataDir)
  const references = new Set(rows.map((row) => row.reference))
  tally.lost += rows.filter((row) => !arrived.includes(row.id)).length
  tally.lost += puller.receipts().filter((reference) => !references.has(reference)).length
  tally.doubled += arrived.length - new Set(arrived).size + (niks.length - new Set(niks).size)
  tally.unreadable += rows.filter((row) => row.state === 'perlu-tindakan').length
  tally.unreadable += arrived.length - niks.length
  for (const [moment, row] of byMoment)
    console.log(`${moment}: ${row.kills} kills, ${row.tookEffect} of them before it was done`)
  console.log(`${puller.receipts().length} receipts in hand, ${rows.length} rows, ${arrived.length} arrived`)
} finally {
  await kiosk.kill()
  await proxy.stop()
  await central.stop()
  rmSync(root, { recursive: true, force: true })
}

const { kills, lost, doubled, unreadable } = tally
const results = new URL('./results/', import.meta.url)
await mkdir(results, { recursive: true })
const report = { seed: Number(options.seed), ...tally, moments: Object.fromEntries(byMoment) }
await writeFile(new URL('crash-matrix.json', results), `${JSON.stringify(report, null, 2)}\n`)
if (kills < wanted) console.log(`stopped after ${options.minutes} minutes`)
console.log(`${kills} kills, ${lost} lost, ${doubled} doubled, ${unreadable} unreadable`)
if (lost + doubled + unreadable > 0 || kills === 0) process.exitCode = 1
