import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { launchBrowser } from '../../e2e/support/browser.ts'
import { startNodeHost } from '../../e2e/support/processes.ts'
import { callerAt } from '../../e2e/support/rpc.ts'
import { wordsIn } from '../../e2e/support/words.ts'
import { dimmedFrame, ktpFrame, portraitFrame, writeMjpeg } from '../../helpers/camera-scene.ts'
import { heapOf } from '../ui/heap.ts'
import { type Tasks, traceTasks } from '../ui/tasks.ts'
import { walkTo } from '../ui/visit-steps.ts'
import { readPortrait } from './run-cases.ts'

/** The longest task of the page's own thread, ms: what it costs the processor, and by the clock, other programs included. */
export type LongestTask = { readonly processorMs: number; readonly clockMs: number }

/** What a live screen costs while it looks at a camera of 1920 × 1080. */
export type Looking = {
  readonly view: LiveView
  readonly looksPerSecond: number
  /** While it looks. */
  readonly looking: LongestTask
  /** From the first look until the photo has taken itself and is shown or read: the longest of several photos. */
  readonly taking: LongestTask
}

/** Memory after photos that took themselves one after the other, each with the camera opened anew. */
export type Photos = {
  readonly photos: number
  /** Held by the page itself, more than before. */
  readonly heapGrowthMb: number
  /** The page's process with its workers. */
  readonly processBeforeMb: number
  readonly processAfterMb: number
}

type LiveView = 'foto-ktp' | 'swafoto'
const words = wordsIn('id')

const SECONDS = 10
/** Time to get to the live screen and to be told what is wrong. */
const BAD_SECONDS = 6
/** Chromium tidies a page's memory once, 10 s after it began; a kiosk's page is open for days. */
const SETTLE_MS = 11_000
/** Photos of which the longest task counts. */
const TAKEN = 3
/** The photo is on its way to the host, and the next screen is drawn. */
const AFTERWARDS_MS = 3_000
/** The first looks compile the programs. */
const WARM_UP_MS = 3_000
const WARM_UP_PHOTOS = 20
const MB = 2 ** 20
const rounded = (value: number): number => Math.round(value * 10) / 10

/** A kiosk of its own at one live screen, before a camera that shows these pictures. */
async function atLiveView<T>(
  view: LiveView,
  scenes: Parameters<typeof writeMjpeg>[1],
  measure: (page: Page, browser: Browser) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'kiosk-looking-'))
  const camera = join(dir, 'camera.mjpeg')
  await writeMjpeg(camera, scenes)
  const host = await startNodeHost([
    '--demo',
    '--data-dir',
    join(dir, 'data'),
    '--key-file',
    join(dir, 'key'),
  ])
  const browser = await launchBrowser(camera)
  try {
    const call = callerAt(host.address)
    const [petugas] = await call('staff.choices', {})
    await call('staff.signIn', { staffId: petugas?.id ?? '', pin: '121212' })
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.addInitScript(countLooks)
    await page.goto(host.address)
    await page.waitForTimeout(SETTLE_MS)
    await walkTo(page, host.address, view)
    if (view === 'swafoto') {
      await page.locator('[data-field="tanpaKacamataMasker"] label').click()
      await page.getByRole('button', { name: words('btn.Mulai'), exact: true }).click()
    }
    return await measure(page, browser)
  } finally {
    await browser.close()
    await host.process.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

/** Looks at a picture that is not good enough, as the live screen does while people still move; then at a good one. */
export async function measureLooking(view: LiveView): Promise<Looking> {
  const card = view === 'foto-ktp' ? (await ktpFrame(7)).jpeg : undefined
  const bad = card ? await dimmedFrame(card, 0.2) : await portraitFrame(readPortrait('stock-emotions-a-2'))
  const good = card ?? (await portraitFrame(readPortrait('stock-emotions-a-3')))
  const looking = await atLiveView(view, [{ jpeg: bad, seconds: 1 }], async (page, browser) => {
    await page.locator('[data-hint]').first().waitFor()
    await page.waitForTimeout(WARM_UP_MS)
    const looksPerSecond = await page.evaluate(countLooksPerSecond, SECONDS)
    const tasks = await traceTasks(browser, page, () => page.waitForTimeout(SECONDS * 1000))
    return { looksPerSecond, longest: longestOf(tasks) }
  })
  const badFirst = [
    { jpeg: bad, seconds: BAD_SECONDS },
    { jpeg: good, seconds: SECONDS },
  ]
  const taking: LongestTask[] = []
  while (taking.length < TAKEN)
    taking.push(
      await atLiveView(view, badFirst, async (page, browser) => {
        await page.locator('[data-hint]').first().waitFor()
        const tasks = await traceTasks(browser, page, async () => {
          await page.locator('[data-hint]').first().waitFor({ state: 'detached' })
          await page.waitForTimeout(AFTERWARDS_MS)
        })
        return longestOf(tasks)
      }),
    )
  return {
    view,
    looksPerSecond: rounded(looking.looksPerSecond),
    looking: looking.longest,
    taking: {
      processorMs: Math.max(...taking.map(({ processorMs }) => processorMs)),
      clockMs: Math.max(...taking.map(({ clockMs }) => clockMs)),
    },
  }
}

const longestOf = ({ processor, clock }: Tasks): LongestTask => ({
  processorMs: rounded(processor[0] ?? Number.NaN),
  clockMs: rounded(clock[0] ?? Number.NaN),
})

/** Lets the face photo take itself over and over. */
export async function measurePhotos(photos: number): Promise<Photos> {
  const jpeg = await portraitFrame(readPortrait('stock-emotions-a-3'))
  return atLiveView('swafoto', [{ jpeg, seconds: 1 }], async (page, browser) => {
    const devtools = await page.context().newCDPSession(page)
    const whole = await browser.newBrowserCDPSession()
    const retake = (times: number) =>
      page.evaluate(takeAgain, { times, words: words('btn.Ambil ulang'), patience: 60_000 })
    await retake(WARM_UP_PHOTOS)
    const [heapBefore, before] = [await heapOf(devtools), await processMb(whole)]
    await retake(photos)
    const [heapAfter, after] = [await heapOf(devtools), await processMb(whole)]
    return {
      photos,
      heapGrowthMb: rounded((heapAfter.held - heapBefore.held) / MB),
      processBeforeMb: before,
      processAfterMb: after,
    }
  })
}

/** Resident memory of the pages' processes (Linux). */
async function processMb(browser: CDPSession): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  const kilobytes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]))
  return Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024)
}

declare global {
  /** In the page: how many frames the workers have judged. */
  var looks: number
}

/** In the page, before anything else: counts what the workers answer. */
function countLooks(): void {
  globalThis.looks = 0
  const Plain = Worker
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'looked') globalThis.looks += 1
      })
    }
  }
}

/** In the page. */
async function countLooksPerSecond(seconds: number): Promise<number> {
  const before = globalThis.looks
  await new Promise((done) => setTimeout(done, seconds * 1000))
  return (globalThis.looks - before) / seconds
}

/** In the page: waits for the photo and asks for another one. A key now and then: somebody is there. */
async function takeAgain(options: { times: number; words: string; patience: number }): Promise<void> {
  const button = () =>
    [...document.querySelectorAll('button')].find((each) => each.textContent?.includes(options.words))
  const until = async (there: boolean) => {
    const end = performance.now() + options.patience
    while ((button() !== undefined) !== there) {
      if (performance.now() > end) throw new Error(`no photo: ${document.querySelector('main')?.textContent}`)
      await new Promise((done) => setTimeout(done, 50))
    }
  }
  for (let photo = 0; photo < options.times; photo += 1) {
    await until(true)
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }))
    button()?.click()
    await until(false)
  }
}
