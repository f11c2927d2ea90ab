/**
 * `npm run bench:queue -- [--only submit,drain,memory,link,rows] [--submits N] [--packets N] [--memory N] [--rows N]`: the
 * queue against the least that could be done, in one run on one machine; ratios say more than milliseconds. Writes
 * tests/bench/results/queue.json; parts that were not run keep their figures there. A missed goal is printed and does not
 * fail the run.
 */
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { systemClock } from '../../src/main/app/clock.ts'
import { startQueueDesk } from '../helpers/queue-desk.ts'
import { receivedAt } from '../integration/core/central-records.ts'
import { measureBreakingLink, startBreakingLink } from './queue/breaking-link.ts'
import { measureDrain } from './queue/drain.ts'
import { measureSubmit } from './queue/durable-submit.ts'
import type { Verdict } from './queue/figures.ts'
import { measureRows } from './queue/many-rows.ts'
import { measureMemory } from './queue/memory.ts'
import { startCentralProcess } from './queue/start-central.ts'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'submit,drain,memory,link,rows' },
    submits: { type: 'string', default: '200' },
    packets: { type: 'string', default: '500' },
    memory: { type: 'string', default: '1000' },
    rows: { type: 'string', default: '100000' },
  },
})
const LINK_BREAKS_EVERY = 200_000
const FOLDER = new URL('./results/', import.meta.url)
const FILE = new URL('queue.json', FOLDER)

const central = await startCentralProcess()
const clock = systemClock
const packets = Number(options.packets)

const PARTS: Record<string, { readonly title: string; readonly measure: () => Promise<Verdict[]> }> = {
  submit: {
    title: 'durable submit, 3 pictures, 1.2 MB',
    async measure() {
      const desk = await startQueueDesk({ central: central.place(), clock })
      return measureSubmit(desk, Number(options.submits)).finally(() => desk.stop())
    },
  },
  drain: {
    title: 'drain on loopback, packets of 400 KB',
    async measure() {
      const desk = await startQueueDesk({ central: central.place(), clock })
      return measureDrain(desk, central.url, packets).finally(() => desk.stop())
    },
  },
  memory: {
    title: 'memory while draining',
    async measure() {
      const desk = await startQueueDesk({ central: central.place(), clock })
      return measureMemory(desk, Number(options.memory)).finally(() => desk.stop())
    },
  },
  link: {
    title: 'a link that breaks every 200 KB',
    async measure() {
      const before = receivedAt(central.dataDir).length
      const link = await startBreakingLink(central.url, LINK_BREAKS_EVERY)
      const desk = await startQueueDesk({
        central: central.place(),
        line: link.url,
        clock,
        // No back-off: what is measured is bytes, not patience.
        random01: () => 0,
      })
      const arrived = () => receivedAt(central.dataDir).length - before
      const count = Math.min(20, Math.ceil(packets / 5))
      return measureBreakingLink(desk, link, count, arrived).finally(async () => {
        await desk.stop()
        await link.stop()
      })
    },
  },
  rows: { title: 'queued rows', measure: () => measureRows(Number(options.rows)) },
}

const results: Record<string, Verdict[]> = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}
try {
  for (const name of options.only.split(',')) {
    const part = PARTS[name]
    if (!part) throw new Error(`no such part: ${name}; there are ${Object.keys(PARTS).join(', ')}`)
    const lines = await part.measure()
    results[part.title] = lines
    console.log(`\n${part.title}`)
    for (const { what, figure, goal, met } of lines) {
      const verdict = met === undefined ? '' : met ? `  goal ${goal}: met` : `  goal ${goal}: MISSED`
      console.log(`  ${what.padEnd(58)} ${String(figure).padStart(9)}${verdict}`)
    }
  }
} finally {
  await central.stop()
}

await mkdir(FOLDER, { recursive: true })
await writeFile(FILE, `${JSON.stringify(results, null, 2)}\n`)
