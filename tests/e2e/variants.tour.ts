import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SIZES } from './support/desk.ts'
import { galleryTest as test } from './support/gallery-test.ts'

/** What is looked at beside the plain walk: every screen, error, offline variant and overlay of the gallery. */
const SERIES: readonly {
  readonly size: keyof typeof SIZES
  readonly query: Record<string, string | number>
}[] = [
  ...(['laptop', 'desk', 'portrait'] as const).flatMap((size) =>
    ['id', 'en'].map((lang) => ({ size, query: { lang } })),
  ),
  { size: 'laptop', query: { lang: 'id', contrast: 'high' } },
  ...[125, 150, 200].map((percent) => ({ size: 'laptop' as const, query: { lang: 'id', size: percent } })),
]

for (const { size, query } of SERIES) {
  const name = [size, ...Object.values(query)].join('-')
  test(`every variant at ${name}`, async ({ gallery }) => {
    test.skip(process.env.KIOSK_TOUR !== 'all', 'only npm run tour -- --all')
    test.setTimeout(600_000)
    const folder = fileURLToPath(new URL(`../../out/tour/variants/${name}`, import.meta.url))
    mkdirSync(folder, { recursive: true })
    await gallery.page.setViewportSize(SIZES[size])
    for (const screen of await gallery.names('screen')) {
      await gallery.open({ screen, ...query })
      await gallery.page.waitForTimeout(200)
      await gallery.page.screenshot({ path: join(folder, `${screen}.png`) })
    }
  })
}
