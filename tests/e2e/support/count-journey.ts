import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'

/** Most that the first journey may ask of a first-time registrant. */
const BUDGET = { taps: 60, screens: 13 } as const

const PAGE = new URL('../../../docs/journeys.md', import.meta.url)

/** What a visit asked of people: presses, screens (each once, however often it was seen), characters typed. */
export type JourneyCount = { readonly taps: number; readonly screens: number; readonly typed: number }

type Counting = { taps: number; screens: Set<string>; typed: number }
declare global {
  interface Window {
    journey: Counting
  }
}

/** Begins to count in the page, at the screen that is shown now. */
export async function countJourney(page: Page): Promise<{ read(): Promise<JourneyCount> }> {
  await page.evaluate(() => {
    const count: Counting = { taps: 0, screens: new Set(), typed: 0 }
    window.journey = count
    const look = () => {
      const name = document.querySelector<HTMLElement>('[data-screen]')?.dataset.screen
      if (name) count.screens.add(name)
    }
    look()
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true })
    const lengths = new WeakMap<HTMLInputElement, number>()
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLInputElement) lengths.set(target, target.value.length)
    })
    document.addEventListener('pointerdown', () => (count.taps += 1), { capture: true })
    document.addEventListener(
      'input',
      ({ target }) => {
        if (!(target instanceof HTMLInputElement) || target.type !== 'text') return
        count.typed += Math.max(0, target.value.length - (lengths.get(target) ?? 0))
        lengths.set(target, target.value.length)
      },
      { capture: true },
    )
  })
  return {
    read: () =>
      page.evaluate(() => ({
        taps: window.journey.taps,
        screens: window.journey.screens.size,
        typed: window.journey.typed,
      })),
  }
}

/** Fails when a journey asks for more than it may, or for something else than docs/journeys.md says. */
export function expectAsDocumented(journey: string, { taps, screens, typed }: JourneyCount): void {
  expect(taps, 'taps').toBeLessThanOrEqual(BUDGET.taps)
  expect(screens, 'screens').toBeLessThanOrEqual(BUDGET.screens)
  expect(readFileSync(PAGE, 'utf8'), 'docs/journeys.md has the counted row').toContain(
    `| ${journey} | ${taps} | ${screens} | ${typed} |`,
  )
}
