import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, galleryTest as test } from './support/gallery-test.ts'

const RENDERER = fileURLToPath(new URL('../../src/renderer', import.meta.url))
/** What makes a component a screen or an overlay: it draws one of these. */
const FRAMES = /<(Screen|StepScreen|Dialog|PinDialog|OverrideDialog|ModalOverlay)[\s/>]/

/** Components of the program that are a screen or an overlay, `name (file)` by name. */
function screenComponents(): Map<string, string> {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  )
  const found = new Map<string, string>()
  for (const file of files) {
    const source = readFileSync(join(RENDERER, file), 'utf8')
    for (const part of source.split(/^(?=(?:export )?(?:default )?function )/m)) {
      const name = /^(?:export )?(?:default )?function ([A-Z]\w*)/.exec(part)?.[1]
      if (name && FRAMES.test(part)) found.set(name, `${name} (${file})`)
    }
  }
  return found
}

test('every screen and overlay of the program stands in the gallery, and so before axe and the tour', async ({
  gallery,
}) => {
  test.setTimeout(600_000)
  const { page } = gallery
  const missing = screenComponents()
  expect(missing.size).toBeGreaterThan(40)
  for (const screen of await gallery.names('screen')) {
    await page.coverage.startJSCoverage({ resetOnNavigation: false })
    await gallery.open({ screen })
    // Names that two files use carry a number in the bundle.
    for (const { functions } of await page.coverage.stopJSCoverage())
      for (const { functionName, ranges } of functions)
        if ((ranges[0]?.count ?? 0) > 0) missing.delete(functionName.replace(/\$\d+$/, ''))
  }
  expect([...missing.values()]).toEqual([])
})
