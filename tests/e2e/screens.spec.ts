import { SIZES } from './support/desk.ts'
import { everyScreen, nextPicture } from './support/every-screen.ts'
import { expect, galleryTest as test } from './support/gallery-test.ts'
import { cutOffOf, overflowOf, smallTargetsOf, violationsOf } from './support/screen-checks.ts'
import { screenComponents, watchFunctions } from './support/screen-components.ts'

// The list of problems names the screen; a trace of hundreds of screens would cost more than looking at them.
test.use({ trace: 'off' })

for (const language of ['id', 'en'] as const) {
  test(`every screen and overlay passes axe in both themes, fits three sizes and has targets for fingers, in ${language}`, async ({
    galleries,
  }) => {
    test.setTimeout(1_800_000)
    const shown = new Set<string>()
    const watched = new Map(
      await Promise.all(
        galleries.map(async (gallery) => [gallery, await watchFunctions(gallery.page)] as const),
      ),
    )
    const problems = await everyScreen(galleries, async (gallery, name) => {
      const { page } = gallery
      await page.setViewportSize(SIZES.laptop)
      await gallery.open({ screen: name, lang: language })
      for (const seen of (await watched.get(gallery)?.look()) ?? []) shown.add(seen)
      const found = await violationsOf(page, name)
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport)
        await nextPicture(page)
        found.push(...(await overflowOf(page, name, `${name} ${size}`)))
        found.push(...(await smallTargetsOf(page, `${name} ${size}`)))
      }
      return found
    })
    // A new screen without an entry in the gallery would be pictured and tried by nobody.
    const components = screenComponents()
    expect(components.size).toBeGreaterThan(40)
    const missing = [...components].filter(([name]) => !shown.has(name)).map(([, where]) => where)
    expect([...problems, ...missing.map((where) => `${where} is not in the gallery`)]).toEqual([])
  })
}

test('with text at 200 % nothing is cut off: every screen can be scrolled to its end', async ({
  galleries,
}) => {
  test.setTimeout(1_200_000)
  for (const { page } of galleries) await page.setViewportSize(SIZES.laptop)
  const problems = await everyScreen(galleries, async (gallery, name) => {
    await gallery.open({ screen: name, lang: 'id', size: 200 })
    return cutOffOf(gallery.page, name)
  })
  expect(problems).toEqual([])
})
