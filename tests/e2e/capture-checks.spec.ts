import { expect, test } from '@playwright/test'
import { CARD_CHECKS, cardCases, giveCardPictures } from '../bench/capture/card-cases.ts'
import { FACE_CHECKS, faceCases, PORTRAITS } from '../bench/capture/face-cases.ts'
import { type Outcome, openComposer, readPortrait } from '../bench/capture/run-cases.ts'
import { launchBrowser } from './support/browser.ts'

/** Few pictures a check here; `npm run bench:capture` shows many and writes the table of docs/capture.md. */
const PICTURES = 8
const GOOD_PICTURES = 20

const countOf = (check: string): number => (check === 'good' ? GOOD_PICTURES : PICTURES)

function expectGoals(outcomes: readonly Outcome[]): void {
  const told = JSON.stringify(outcomes.filter(({ pictures, right }) => right < pictures))
  const bad = outcomes.filter(({ check }) => check !== 'good')
  const sum = (of: (outcome: Outcome) => number) => bad.reduce((all, each) => all + of(each), 0)
  // 95 of 100 that must trip a check do, and no check fails more than one of its few pictures here.
  expect(sum(({ right }) => right) / sum(({ pictures }) => pictures), told).toBeGreaterThanOrEqual(0.95)
  for (const { right, pictures } of bad) expect(pictures - right, told).toBeLessThanOrEqual(1)
  const good = outcomes.find(({ check }) => check === 'good')
  expect((good?.right ?? 0) / GOOD_PICTURES, told).toBeGreaterThanOrEqual(0.95)
}

test('every check of a face sees what is wrong and lets good pictures pass', async () => {
  test.setTimeout(900_000)
  const browser = await launchBrowser(null)
  const face = await openComposer(browser, 'face-check')
  for (const name of PORTRAITS) await face.give(name, readPortrait(name))
  const cases = Object.keys(FACE_CHECKS).flatMap((check) => faceCases(check, countOf(check)))
  expectGoals(await face.run(cases))
  await face.close()
  await browser.close()
})

test('every check of a card sees what is wrong and lets good pictures pass', async () => {
  test.setTimeout(900_000)
  const browser = await launchBrowser(null)
  const card = await openComposer(browser, 'card-check')
  const pictures = await giveCardPictures(card, 4)
  const cases = Object.keys(CARD_CHECKS).flatMap((check) => cardCases(check, countOf(check), pictures))
  expectGoals(await card.run(cases))
  await card.close()
  await browser.close()
})
