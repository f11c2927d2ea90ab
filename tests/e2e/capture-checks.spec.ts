import { expect, test } from '@playwright/test'
import { CARD_CHECKS, cardCases, giveCardPictures } from '../bench/capture/card-cases.ts'
import { FACE_CHECKS, faceCases, PORTRAITS } from '../bench/capture/face-cases.ts'
import { type Outcome, openComposer, readPortrait } from '../bench/capture/run-cases.ts'
import { launchBrowser } from './support/browser.ts'

/**
 * Few pictures a check here, and good ones beside them; `npm run bench:capture` shows many and writes the table of
 * docs/capture.md. Cards take longer to draw than portraits to read.
 */
const FACE = { pictures: 8, good: 20, mostMissed: 1 } as const
const CARD = { pictures: 6, good: 20, mostMissed: 2, drawn: 4 } as const
type Counts = { readonly pictures: number; readonly good: number; readonly mostMissed: number }

const countOf = (check: string, counts: Counts): number => (check === 'good' ? counts.good : counts.pictures)

/** Of all pictures that must trip a check 95 % do, and no check misses more than a few; of the good ones 95 % pass. */
const GOAL = 0.95

function expectGoal(outcomes: readonly Outcome[], { mostMissed }: Counts): void {
  const told = JSON.stringify(outcomes.filter(({ pictures, right }) => right < pictures))
  const bad = outcomes.filter(({ check }) => check !== 'good')
  const sum = (of: (outcome: Outcome) => number) => bad.reduce((all, each) => all + of(each), 0)
  expect(sum(({ right }) => right) / sum(({ pictures }) => pictures), told).toBeGreaterThanOrEqual(GOAL)
  for (const { right, pictures } of bad) expect(pictures - right, told).toBeLessThanOrEqual(mostMissed)
  const good = outcomes.find(({ check }) => check === 'good')
  expect((good?.right ?? 0) / (good?.pictures ?? 1), told).toBeGreaterThanOrEqual(GOAL)
}

test('every check of a face sees what is wrong and lets good pictures pass', async () => {
  test.setTimeout(900_000)
  const browser = await launchBrowser(null)
  const face = await openComposer(browser, 'face-check')
  for (const name of PORTRAITS) await face.give(name, readPortrait(name))
  const cases = Object.keys(FACE_CHECKS).flatMap((check) => faceCases(check, countOf(check, FACE)))
  expectGoal(await face.run(cases), FACE)
  await face.close()
  await browser.close()
})

test('every check of a card sees what is wrong and lets good pictures pass', async () => {
  test.setTimeout(900_000)
  const browser = await launchBrowser(null)
  const card = await openComposer(browser, 'card-check')
  const pictures = await giveCardPictures(card, CARD.drawn, 'held-out')
  const cases = Object.keys(CARD_CHECKS).flatMap((check) =>
    cardCases(check, countOf(check, CARD), pictures, 'held-out'),
  )
  expectGoal(await card.run(cases), CARD)
  await card.close()
  await browser.close()
})
