import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SIZES } from './support/desk.ts'
import { everyScreen, nextPicture } from './support/every-screen.ts'
import { galleryTest as test } from './support/gallery-test.ts'

/**
 * What is looked at beside the plain walk: every screen, error, offline variant and overlay of the gallery. Each is
 * opened once for a row and pictured in every size of it: opening takes longer than picturing.
 */
const SERIES: readonly {
  readonly sizes: readonly (keyof typeof SIZES)[]
  readonly query: Record<string, string | number>
}[] = [
  { sizes: ['laptop', 'desk', 'portrait'], query: { lang: 'id' } },
  { sizes: ['laptop', 'desk', 'portrait'], query: { lang: 'en' } },
  { sizes: ['laptop'], query: { lang: 'id', contrast: 'high' } },
  ...[125, 150, 200].map((size) => ({ sizes: ['laptop'] as const, query: { lang: 'id', size } })),
]

test.use({ trace: 'off' })

for (const { sizes, query } of SERIES) {
  const look = Object.values(query).join('-')
  test(`every variant at ${look}, ${sizes.join(', ')}`, async ({ galleries }) => {
    test.skip(process.env.KIOSK_TOUR !== 'all', 'only npm run tour -- --all')
    test.setTimeout(1_200_000)
    const folders = sizes.map((size) => {
      const folder = fileURLToPath(new URL(`../../out/tour/variants/${size}-${look}`, import.meta.url))
      mkdirSync(folder, { recursive: true })
      return { viewport: SIZES[size], folder }
    })
    await everyScreen(galleries, async ({ page, open }, screen) => {
      await page.setViewportSize(SIZES[sizes[0] ?? 'laptop'])
      await open({ screen, ...query })
      for (const { viewport, folder } of folders) {
        await page.setViewportSize(viewport)
        await nextPicture(page)
        await page.waitForTimeout(100)
        await page.screenshot({ path: join(folder, `${screen}.png`) })
      }
      return []
    })
  })
}
