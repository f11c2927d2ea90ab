/**
 * `npm run bench:ui -- [--starts N] [--visits N]`: the built page in a real browser on the real host, beside named
 * baselines: an empty page from the same server, and the same visit's work counted in processor time. Writes
 * tests/bench/results/ui.json. A missed goal is printed and does not fail the run.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../e2e/support/browser.ts'
import { startNodeHost } from '../e2e/support/processes.ts'
import { callerAt } from '../e2e/support/rpc.ts'
import type { Verdict } from './queue/figures.ts'
import { measureFirstScreen } from './ui/first-screen.ts'
import { measureMemory } from './ui/memory.ts'
import { measureTasks } from './ui/tasks.ts'

const { values: options } = parseArgs({
  options: { starts: { type: 'string', default: '15' }, visits: { type: 'string', default: '200' } },
})

const results: Record<string, Verdict[]> = {}
const show = (name: string, lines: Verdict[]): void => {
  results[name] = lines
  console.log(`\n${name}`)
  for (const { what, figure, goal, met } of lines) {
    const verdict = met === undefined ? '' : met ? `  goal ${goal}: met` : `  goal ${goal}: MISSED`
    console.log(`  ${what.padEnd(62)} ${String(figure).padStart(9)}${verdict}`)
  }
}

const dir = await mkdtemp(join(tmpdir(), 'bench-ui-'))
const host = await startNodeHost(['--demo', '--data-dir', join(dir, 'data'), '--key-file', join(dir, 'key')])
const browser = await launchBrowser(null)
try {
  const call = callerAt(host.address)
  const [petugas] = await call('staff.choices', {})
  await call('staff.signIn', { staffId: petugas?.id ?? '', pin: '121212' })
  show('first screen', await measureFirstScreen(browser, host.address, Number(options.starts)))
  show('tasks of the main thread in one visit', await measureTasks(browser, host.address))
  show('memory', await measureMemory(browser, host.address, Number(options.visits)))
} finally {
  await browser.close()
  await host.process.stop()
  await rm(dir, { recursive: true, force: true })
}

const folder = new URL('./results/', import.meta.url)
await mkdir(folder, { recursive: true })
await writeFile(new URL('ui.json', folder), `${JSON.stringify(results, null, 2)}\n`)
