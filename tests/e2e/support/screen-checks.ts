import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** Screens that may scroll by the specification (interface.md §3, Grid): S6 and S12; and the office's lists. */
const MAY_SCROLL =
  /^(cocokkan|tinjau|konsol|pendaftaran|perbaiki|batalkan|lanjut-akses|lihat-nik|cetak-ulang|kantor$|kantor-sambungan$|kantor-simpan$|hubungkan-jalur$|kantor-bacaan$|petugas$)/
/** Floor of a target (interface.md §3): 56 CSS px; what is held in a row of text may be lower (WCAG 2.5.8: 24). */
const LEAST_TARGET_PX = 56

/** What axe finds on the page: in its light colours by every rule, in high contrast by the rules on colour. */
export async function violationsOf(page: Page, name: string): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (place) => {
    const run = async (theme: string, rules: axe.RunOptions): Promise<string[]> => {
      const checker = (window as unknown as { axe: typeof axe }).axe
      // One document without frames, and only what is wrong is written down.
      const { violations } = await checker.run({ ...rules, iframes: false, resultTypes: ['violations'] })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${place} ${theme}: ${id} at ${node.target}`),
      )
    }
    const light = await run('light', {})
    const root = document.documentElement
    root.dataset.contrast = 'high'
    // The theme changes colours and nothing else.
    const high = await run('high contrast', { runOnly: ['cat.color'] })
    root.dataset.contrast = 'normal'
    return [...light, ...high]
  }, name)
}

/** What hangs over the edge, or scrolls although the specification does not allow it. */
export async function overflowOf(page: Page, name: string, where: string): Promise<string[]> {
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
export const smallTargetsOf = (page: Page, where: string): Promise<string[]> =>
  page.evaluate(
    ([place, least]) =>
      [...document.querySelectorAll('button, label:has([type="checkbox"]), label:has([type="radio"])')]
        .map((target) => ({ box: target.getBoundingClientRect(), text: target.textContent ?? '' }))
        .filter(({ box }) => box.width > 0 && (box.height < least - 0.5 || box.width < least - 0.5))
        .map(({ box, text }) => `${place}: "${text}" is ${Math.round(box.width)}×${Math.round(box.height)}`),
    [where, LEAST_TARGET_PX] as const,
  )

/** What is wider than the screen and so cut off at its side. */
export async function cutOffOf(page: Page, where: string): Promise<string[]> {
  const across = await page.evaluate(() =>
    [...document.querySelectorAll('body, main, footer, header, [role="dialog"], [role="alertdialog"]')]
      .filter((part) => part.scrollWidth > part.clientWidth + 1)
      .map((part) => part.tagName),
  )
  return across.map((part) => `${where}: ${part} is wider than the screen`)
}
