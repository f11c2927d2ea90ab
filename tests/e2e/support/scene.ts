import type { Page } from '@playwright/test'
import { meanOf, pixelsOf } from '../../helpers/pictures.ts'
import { waitUntil } from '../../helpers/wait-until.ts'

/** Mean red, green and blue of a picture, 0..255. */
export type Colour = readonly [number, number, number]

export async function meanColour(jpeg: Uint8Array): Promise<Colour> {
  return meanOf(await pixelsOf(jpeg))
}

const distance = (a: Colour, b: Colour): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

/** Waits until the camera shows the scene whose colour is `wanted`, not `other`: a test cannot turn a person's head. */
export async function waitForScene(page: Page, wanted: Colour, other: Colour): Promise<void> {
  await waitUntil(
    'the wanted scene stands before the camera',
    async () => {
      const video = page.locator('video').first()
      // On a busy machine the photo has taken itself between two looks.
      if ((await video.count()) === 0) return true
      const seen = await video
        .evaluate(
          (element) => {
            const video = element as HTMLVideoElement
            if (video.videoWidth === 0) return null
            const canvas = document.createElement('canvas')
            canvas.width = 32
            canvas.height = 18
            const context = canvas.getContext('2d')
            if (!context) return null
            context.drawImage(video, 0, 0, 32, 18)
            const { data } = context.getImageData(0, 0, 32, 18)
            const sum = [0, 0, 0]
            for (let i = 0; i < data.length; i += 4)
              for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + (data[i + c] ?? 0)
            return sum.map((value) => value / (32 * 18))
          },
          undefined,
          { timeout: 2_000 },
        )
        .catch(() => null)
      if (!seen) return false
      const colour: Colour = [seen[0] ?? 0, seen[1] ?? 0, seen[2] ?? 0]
      return distance(colour, wanted) < distance(colour, other)
    },
    { timeoutMs: 40_000, everyMs: 200 },
  )
}
