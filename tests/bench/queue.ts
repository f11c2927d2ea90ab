/**
 * `npm run bench:queue -- [--submits N] [--packets N] [--memory N] [--rows N]`: the queue against the least that could be done, in one
 * run on one machine; ratios say more than milliseconds. Writes tests/bench/results/queue.json. A missed goal is printed
 * and does not fail the run.
 */
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
    submits: { type: 'string', default: '200' },
    packets: { type: 'string', default: '500' },
    memory: { type: 'string', default: '1000' },
    rows: { type: 'string', default: '100000' },
  },
})
const LINK_BREAKS_EVERY = 200_000

const central = await startCentralProcess()
const clock = systemClock
const results: Record<string, Verdict[]> = {}
const show = (name: string, lines: Verdict[]): void => {
  results[name] = lines
  console.log(`\n${name}`)
  for (const { what, figure, goal, met } of lines) {
    const verdict = met === undefined ? '' : met ? `  goal ${goal}: met` : `  goal ${goal}: MISSED`
    console.log(`  ${what.padEnd(58)} ${String(figure).padStart(9)}${verdict}`)
  }
}

try {
  const submitting = await startQueueDesk({ central: central.place(), clock })
  show(
    'durable submit, 3 pictures, 1.2 MB',
    await measureSubmit(submitting, Number(options.submits)).finally(() => submitting.stop()),
  )

  const draining = await startQueueDesk({ central: central.place(), clock })
  show(
    'drain on loopback, packets of 400 KB',
    await measureDrain(draining, central.url, Number(options.packets)).finally(() => draining.stop()),
  )

  const remembering = await startQueueDesk({ central: central.place(), clock })
  show(
    'memory while draining',
    await measureMemory(remembering, Number(options.memory)).finally(() => remembering.stop()),
  )

  const before = receivedAt(central.dataDir).length
  const link = await startBreakingLink(central.url, LINK_BREAKS_EVERY)
  const breaking = await startQueueDesk({
    central: central.place(),
    line: link.url,
    clock,
    // No back-off: what is measured is bytes, not patience.
    random01: () => 0,
  })
  const arrived = () => receivedAt(central.dataDir).length - before
  const count = Math.min(20, Math.ceil(Number(options.packets) / 5))
  show(
    'a link that breaks every 200 KB',
    await measureBreakingLink(breaking, link, count, arrived).finally(async () => {
      await breaking.stop()
      await link.stop()
    }),
  )
} finally {
  await central.stop()
}
show('queued rows', await measureRows(Number(options.rows)))

const folder = new URL('./results/', import.meta.url)
await mkdir(folder, { recursive: true })
await writeFile(new URL('queue.json', folder), `${JSON.stringify(results, null, 2)}\n`)
