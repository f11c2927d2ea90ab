import type { Page } from '@playwright/test'
import { pixelsOf, resized } from '../../helpers/pictures.ts'

/** What stood before the camera at one moment, and what the screen said about it ('' while it said nothing). */
export type Moment = { readonly at: number; readonly scene: string; readonly hint: string }

const EVERY_MS = 100
const THUMBNAIL = { width: 32, height: 18 } as const

type Thumbnail = { readonly name: string; readonly rgb: readonly number[] }
type Watch = { readonly timer: number; readonly moments: Moment[] }
declare global {
  /** In the page: set while `watchCamera` looks on. */
  var cameraWatch: Watch | undefined
}

/**
 * Looks on from inside the page while people are led to a good picture: which of the scenes the live picture shows, and
 * which hint stands beside it. From outside a fast shutter would be missed.
 * @param scenes whole frames by name
 * @returns a function that ends the watch and answers every moment in which a camera ran
 */
export async function watchCamera(
  page: Page,
  scenes: Readonly<Record<string, Uint8Array>>,
): Promise<() => Promise<readonly Moment[]>> {
  const thumbnails: Thumbnail[] = []
  for (const [name, jpeg] of Object.entries(scenes)) {
    const { data } = await resized(await pixelsOf(jpeg), THUMBNAIL.width, THUMBNAIL.height)
    thumbnails.push({ name, rgb: [...data] })
  }
  await page.evaluate(startWatch, { thumbnails, every: EVERY_MS, ...THUMBNAIL })
  return () =>
    page.evaluate(() => {
      clearInterval(cameraWatch?.timer)
      return cameraWatch?.moments ?? []
    })
}

/** Inside the page. */
function startWatch(options: {
  thumbnails: readonly Thumbnail[]
  every: number
  width: number
  height: number
}): void {
  const { thumbnails, every, width, height } = options
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  const moments: Moment[] = []
  const unlike = ({ rgb }: Thumbnail, rgba: Uint8ClampedArray): number =>
    rgb.reduce((sum, value, i) => sum + Math.abs(value - (rgba[Math.floor(i / 3) * 4 + (i % 3)] ?? 0)), 0)
  const look = () => {
    const video = document.querySelector('video')
    if (!context || !video || video.hidden || video.videoWidth === 0) return
    context.drawImage(video, 0, 0, width, height)
    const { data } = context.getImageData(0, 0, width, height)
    const [nearest] = [...thumbnails].sort((a, b) => unlike(a, data) - unlike(b, data))
    const hint = document.querySelector('[data-hint] p span')?.textContent ?? ''
    moments.push({ at: performance.now(), scene: nearest?.name ?? '', hint })
  }
  globalThis.cameraWatch = { timer: window.setInterval(look, every), moments }
}
