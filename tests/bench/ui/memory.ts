import type { Browser, CDPSession } from '@playwright/test'
import type { Call } from '../../helpers/kiosk.ts'
import { atMost, plain, type Verdict } from '../queue/figures.ts'
import { shows, walkOnce } from './visit-steps.ts'

const MOST_GROWTH_PERCENT = 5
/** By now every part is loaded, caches are filled, and the browser has compiled what is used often. */
const WARM_UP_VISITS = 50

type Heap = { readonly bytes: number; readonly nodes: number }

/** What is left after everything that nobody holds has been thrown away. */
async function heapOf(devtools: CDPSession): Promise<Heap> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes } = await devtools.send('Memory.getDOMCounters')
  return { bytes: usedSize, nodes }
}

const growth = (before: number, after: number): number => (after / before - 1) * 100

/** Many visits on one page, as on a desk that is switched off in the evening only. */
export async function measureMemory(
  browser: Browser,
  address: string,
  call: Call,
  visits: number,
): Promise<Verdict[]> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  const devtools = await page.context().newCDPSession(page)
  await page.goto(address)
  await shows(page, 'awal')
  for (let i = 0; i < WARM_UP_VISITS; i++) await walkOnce(page, call)
  const before = await heapOf(devtools)
  for (let i = 0; i < visits; i++) await walkOnce(page, call)
  const after = await heapOf(devtools)
  await page.close()
  return [
    atMost(`heap after ${visits} visits, growth, %`, growth(before.bytes, after.bytes), MOST_GROWTH_PERCENT),
    atMost(`nodes after ${visits} visits, growth, %`, growth(before.nodes, after.nodes), MOST_GROWTH_PERCENT),
    plain(`  baseline: heap after ${WARM_UP_VISITS} visits, MB`, before.bytes / 1024 ** 2),
    plain('heap at the end, MB', after.bytes / 1024 ** 2),
  ]
}
