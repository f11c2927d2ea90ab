import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { SIZES } from './support/desk.ts'
import { expect, galleryTest as test } from './support/gallery-test.ts'
import { screenComponents, watchFunctions } from './support/screen-components.ts'

/** Screens that may scroll by the specification (interface.md §3, Grid): S6 and S12; and the office's lists. */
const MAY_SCROLL =
  /^(cocokkan|tinjau|konsol|pendaftaran|perbaiki|batalkan|lihat-nik|cetak-ulang|kantor$|kantor-sambungan$|kantor-simpan$|hubungkan-jalur$|kantor-bacaan$|petugas$)/
/** Floor of a target (interface.md §3): 56 CSS px; what is held in a row of text may be lower (WCAG 2.5.8: 24). */
const LEAST_TARGET_PX = 56

const setContrast = (page: Page, contrast: 'high' | 'normal') =>
  page.evaluate((value) => {
    document.documentElement.dataset.contrast = value
  }, contrast)

/** Waits until a new size was heard of, laid out and drawn: the scale follows the window by an event. */
const nextPicture = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  )

async function violationsOf(page: Page, where: string): Promise<string[]> {
  // One document without frames: no second page is needed to put results together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id} at ${node.target}`))
}

/** What hangs over the edge, or scrolls although the specification does not allow it. */
async function overflowOf(page: Page, name: string, where: string): Promise<string[]> {
  const over = await page.evaluate(() => {
    const main = document.querySelector('main')
    const root = document.documentElement
    return {
      page: root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight,
      across: main ? main.scrollWidth > main.clientWidth + 1 : false,
      down: main ? main.scrollHeight > main.clientHeight + 1 : false,
    }
  })
  return Object.entries(over)
    .filter(([way, is]) => is && !(way === 'down' && MAY_SCROLL.test(name)))
    .map(([way]) => `${where}: overflows (${way})`)
}

/** Everything to press that is smaller than a finger needs. */
const smallTargetsOf = (page: Page, where: string): Promise<string[]> =>
  page.evaluate(
    ([place, least]) =>
      [...document.querySelectorAll('button, label:has([type="checkbox"]), label:has([type="radio"])')]
        .map((target) => ({ box: target.getBoundingClientRect(), text: target.textContent ?? '' }))
        .filter(({ box }) => box.width > 0 && (box.height < least - 0.5 || box.width < least - 0.5))
        .map(({ box, text }) => `${place}: "${text}" is ${Math.round(box.width)}×${Math.round(box.height)}`),
    [where, LEAST_TARGET_PX] as const,
  )

for (const language of ['id', 'en'] as const) {
  test(`every screen and overlay passes axe in both themes, fits three sizes and has targets for fingers, in ${language}`, async ({
    gallery,
  }) => {
    test.setTimeout(1_800_000)
    const { page } = gallery
    const problems: string[] = []
    const functions = await watchFunctions(page)
    let shown: ReadonlySet<string> = new Set()
    for (const name of await gallery.names('screen')) {
      await page.setViewportSize(SIZES.laptop)
      await gallery.open({ screen: name, lang: language })
      shown = await functions.look()
      problems.push(...(await violationsOf(page, `${name} light`)))
      await setContrast(page, 'high')
      problems.push(...(await violationsOf(page, `${name} high contrast`)))
      await setContrast(page, 'normal')
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport)
        await nextPicture(page)
        problems.push(...(await overflowOf(page, name, `${name} ${size}`)))
        problems.push(...(await smallTargetsOf(page, `${name} ${size}`)))
      }
    }
    // A new screen without an entry in the gallery would be pictured and tried by nobody.
    const components = screenComponents()
    expect(components.size).toBeGreaterThan(40)
    const missing = [...components].filter(([name]) => !shown.has(name)).map(([, where]) => where)
    expect([...problems, ...missing.map((where) => `${where} is not in the gallery`)]).toEqual([])
  })
}

test('with text at 200 % nothing is cut off: every screen can be scrolled to its end', async ({
  gallery,
}) => {
  test.setTimeout(1_200_000)
  const { page } = gallery
  const problems: string[] = []
  await page.setViewportSize(SIZES.laptop)
  for (const name of await gallery.names('screen')) {
    await gallery.open({ screen: name, lang: 'id', size: 200 })
    const across = await page.evaluate(() =>
      [...document.querySelectorAll('body, main, footer, header, [role="dialog"], [role="alertdialog"]')]
        .filter((part) => part.scrollWidth > part.clientWidth + 1)
        .map((part) => part.tagName),
    )
    problems.push(...across.map((part) => `${name}: ${part} is wider than the screen`))
  }
  expect(problems).toEqual([])
})
