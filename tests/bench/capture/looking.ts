import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '../../e2e/support/browser.ts'
import { ktpFrame, portraitFrame, writeMjpeg } from '../../helpers/camera-scene.ts'
import { serveBuiltPage, workerPath } from './built-page.ts'
import { readPortrait } from './run-cases.ts'

/** What looking at a running camera costs. */
export type Looking = {
  readonly kind: string
  readonly looksPerSecond: number
  /** Longest task of the page's own thread; the browser counts from 50 ms on, 0 means that there was none. */
  readonly longestTaskMs: number
  readonly heapGrowthMb: number
}

const SECONDS = 10
const PHOTOS = 200

/** Looks at a camera (1920 × 1080) as the live view does, then takes 200 photos. */
export async function measureLooking(kind: 'card-check' | 'face-check'): Promise<Looking> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-looking-'))
  const camera = join(folder, 'camera.mjpeg')
  const jpeg =
    kind === 'card-check' ? (await ktpFrame(7)).jpeg : await portraitFrame(readPortrait('stock-emotions-a-3'))
  await writeMjpeg(camera, [{ jpeg, seconds: 1 }])
  const browser = await launchBrowser(camera)
  const served = await serveBuiltPage()
  try {
    const page = await browser.newPage()
    await page.goto(served.url)
    const protocol = await page.context().newCDPSession(page)
    const heap = async (): Promise<number> => {
      await protocol.send('HeapProfiler.collectGarbage')
      return (await protocol.send('Runtime.getHeapUsage')).usedSize
    }
    await page.evaluate(startCamera, workerPath(kind))
    const { looks, longest } = await page.evaluate(lookFor, SECONDS * 1000)
    const before = await heap()
    await page.evaluate(takePhotos, PHOTOS)
    const grown = (await heap()) - before
    return {
      kind,
      looksPerSecond: Math.round((looks * 10) / SECONDS) / 10,
      longestTaskMs: Math.round(longest),
      heapGrowthMb: Math.round((grown * 10) / 2 ** 20) / 10,
    }
  } finally {
    await browser.close()
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Bench = { ask(kind: 'look' | 'take'): Promise<void> }
declare const bench: Bench

/** In the page: a running video, and a worker that is asked about its frames one at a time. */
async function startCamera(workerUrl: string): Promise<void> {
  const video = document.createElement('video')
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1920, height: 1080 } })
  await video.play()
  const worker = new Worker(workerUrl, { type: 'module' })
  const answer = () =>
    new Promise<void>((resolve) => worker.addEventListener('message', () => resolve(), { once: true }))
  await answer()
  const ask: Bench['ask'] = async (kind) => {
    const frame = await createImageBitmap(video)
    worker.postMessage({ kind, frame }, [frame])
    await answer()
  }
  Object.assign(globalThis, { bench: { ask } satisfies Bench })
}

async function lookFor(milliseconds: number): Promise<{ looks: number; longest: number }> {
  await bench.ask('look')
  let longest = 0
  const watcher = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration)
  })
  watcher.observe({ entryTypes: ['longtask'] })
  let looks = 0
  for (const end = performance.now() + milliseconds; performance.now() < end; looks += 1)
    await bench.ask('look')
  watcher.disconnect()
  return { looks, longest }
}

async function takePhotos(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await bench.ask('take')
}
