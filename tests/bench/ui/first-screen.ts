import { gzipSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import { atMost, percentile, plain, type Verdict } from '../queue/figures.ts'

/** Goals of the issue "The visit": cold start to the first screen, and what is loaded until then. */
const START_MS = 1_500
export const FIRST_PAINT_KB = 200

/** Milliseconds from opening the address until the start screen can be pressed. */
async function start(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('[data-screen="awal"] button').first().waitFor()
  return page.evaluate(
    () =>
      performance.getEntriesByName('first-screen')[0]?.startTime ??
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ??
      Number.NaN,
  )
}

/** Marks the moment at which the start screen stands in the document and has been painted. */
const markFirstScreen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-screen="awal"] button')) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => performance.mark('first-screen')))
    }).observe(document, { childList: true, subtree: true })
  })

/** Gzipped size of everything that the first screen needs, in KB; fonts are compressed already. */
export async function firstPaintSize(page: Page): Promise<number> {
  const origin = new URL(page.url()).origin
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name))
  const files = [...new Set(urls.filter((url) => url.startsWith(`${origin}/assets/`))), `${origin}/`]
  let bytes = 0
  for (const url of files) {
    const content = Buffer.from(await (await fetch(url)).arrayBuffer())
    bytes += url.endsWith('.woff2') ? content.length : gzipSync(content).length
  }
  return bytes / 1024
}

/** How long an empty page of the same server takes: what browser and machine need by themselves. */
async function emptyPage(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(`${new URL(address).origin}/favicon-that-is-not-there`)
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return navigation?.loadEventEnd ?? Number.NaN
  })
}

/** Cold start of the page in a warm browser, and the weight of its first paint. */
export async function measureFirstScreen(
  browser: Browser,
  address: string,
  starts: number,
): Promise<Verdict[]> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await markFirstScreen(page)
  // The browser's cache is warm from the second time on, as at a desk.
  await start(page, address)
  const size = await firstPaintSize(page)
  const figures: number[] = []
  const empty: number[] = []
  for (let i = 0; i < starts; i++) {
    figures.push(await start(page, address))
    empty.push(await emptyPage(page, address))
  }
  await page.close()
  return [
    atMost('address to first screen, median, ms', percentile(figures, 0.5), START_MS),
    atMost('address to first screen, 95th percentile, ms', percentile(figures, 0.95), START_MS),
    plain('  baseline: an empty page of the same server, median, ms', percentile(empty, 0.5)),
    atMost('loaded for the first screen, gzip, KB', size, FIRST_PAINT_KB),
  ]
}
