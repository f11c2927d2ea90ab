import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'

/** Most that the first journey may ask of a first-time registrant. */
const BUDGET = { taps: 60, screens: 13 } as const

const PAGE = new URL('../../../docs/journeys.md', import.meta.url)

/** What a visit asked of people: presses, screens (each once, however often it was seen), characters typed. */
export type JourneyCount = { readonly taps: number; readonly screens: number; readonly typed: number }

/** Counts in the page. */
export type JourneyCounter = {
  read(): Promise<JourneyCount>
  /** Does something that is not counted: what depends on how one picture came out. */
  aside<T>(work: () => Promise<T>): Promise<T>
}

type Counting = { taps: number; screens: Set<string>; typed: number; resting: boolean }
declare global {
  interface Window {
    journey: Counting
  }
}

/** Begins to count in the page, at the screen that is shown now. */
export async function countJourney(page: Page): Promise<JourneyCounter> {
  await page.evaluate(() => {
    const count: Counting = { taps: 0, screens: new Set(), typed: 0, resting: false }
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
    const tap = (taps: number) => {
      if (!count.resting) count.taps += taps
    }
    document.addEventListener('pointerdown', () => tap(1), { capture: true })
    // A list of the system opens outside the page: one press opens it, one chooses.
    document.addEventListener('change', ({ target }) => target instanceof HTMLSelectElement && tap(2), {
      capture: true,
    })
    document.addEventListener(
      'input',
      ({ target }) => {
        if (!(target instanceof HTMLInputElement) || target.type !== 'text') return
        if (!count.resting) count.typed += Math.max(0, target.value.length - (lengths.get(target) ?? 0))
        lengths.set(target, target.value.length)
      },
      { capture: true },
    )
  })
  const rest = (resting: boolean) =>
    page.evaluate((now) => {
      window.journey.resting = now
    }, resting)
  return {
    async aside(work) {
      await rest(true)
      const result = await work()
      await rest(false)
      return result
    },
    read: () =>
      page.evaluate(() => ({
        taps: window.journey.taps,
        screens: window.journey.screens.size,
        typed: window.journey.typed,
      })),
  }
}

/** Fails when the first journey asks for more than it may. */
export function expectWithinBudget({ taps, screens }: JourneyCount): void {
  expect(taps, 'taps').toBeLessThanOrEqual(BUDGET.taps)
  expect(screens, 'screens').toBeLessThanOrEqual(BUDGET.screens)
}

/** Fails when a journey asks for something else than docs/journeys.md says. */
export function expectAsDocumented(journey: string, { taps, screens, typed }: JourneyCount): void {
  const rows = readFileSync(PAGE, 'utf8').split('\n')
  expect(rows.filter((row) => row.startsWith(`| ${journey} |`))).toEqual([
    `| ${journey} | ${taps} | ${screens} | ${typed} |`,
  ])
}
