import type { Browser } from '@playwright/test'
import { atMost, plain, type Verdict } from '../queue/figures.ts'
import { heapOf } from './heap.ts'
import { walk } from './visit-steps.ts'

const MOST_GROWTH_PERCENT = 5
/** By now every part is loaded, caches are filled, and the browser has compiled what is used often. */
const WARM_UP_VISITS = 50

const growth = (before: number, after: number): number => (after / before - 1) * 100

/** Many visits on one page, as on a desk that is switched off in the evening only. */
export async function measureMemory(browser: Browser, address: string, visits: number): Promise<Verdict[]> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  const devtools = await page.context().newCDPSession(page)
  await page.goto(address)
  await walk(page, address, WARM_UP_VISITS)
  const before = await heapOf(devtools)
  await walk(page, address, visits)
  const after = await heapOf(devtools)
  await page.close()
  return [
    atMost(
      `held by the page after ${visits} visits, growth, %`,
      growth(before.held, after.held),
      MOST_GROWTH_PERCENT,
    ),
    atMost(`nodes after ${visits} visits, growth, %`, growth(before.nodes, after.nodes), MOST_GROWTH_PERCENT),
    plain(`  baseline: held after ${WARM_UP_VISITS} visits, MB`, before.held / 1024 ** 2),
    plain('  with the code that the browser compiled, before, MB', before.whole / 1024 ** 2),
    plain('  with the code that the browser compiled, after, MB', after.whole / 1024 ** 2),
  ]
}
