import { expect, test } from '@playwright/test'
import { CARD_CHECKS, cardCases, giveCardPictures } from '../bench/capture/card-cases.ts'
import { FACE_CHECKS, faceCases, PORTRAITS } from '../bench/capture/face-cases.ts'
import { type Outcome, openComposer, readPortrait } from '../bench/capture/run-cases.ts'
import { launchBrowser } from './support/browser.ts'

/** Few pictures a check here; `npm run bench:capture` shows many and writes the table of docs/capture.md. */
const PICTURES = 8
const GOOD_PICTURES = 20

const countOf = (check: string): number => (check === 'good' ? GOOD_PICTURES : PICTURES)

/** What holds today: of all pictures that must trip a check, and most that one check may miss. */
type Floor = { readonly share: number; readonly missed: number }
/** The goal is 0.95 for both. The card's checks still miss it on some desks and in strong light (docs/capture.md). */
const FLOORS = {
  face: { share: 0.95, missed: 1 },
  card: { share: 0.8, missed: 4 },
} as const satisfies Record<string, Floor>

function expectFloor(outcomes: readonly Outcome[], floor: Floor): void {
  const told = JSON.stringify(outcomes.filter(({ pictures, right }) => right < pictures))
  const bad = outcomes.filter(({ check }) => check !== 'good')
  const sum = (of: (outcome: Outcome) => number) => bad.reduce((all, each) => all + of(each), 0)
  expect(sum(({ right }) => right) / sum(({ pictures }) => pictures), told).toBeGreaterThanOrEqual(
    floor.share,
  )
  for (const { right, pictures } of bad) expect(pictures - right, told).toBeLessThanOrEqual(floor.missed)
  const good = outcomes.find(({ check }) => check === 'good')
  expect((good?.right ?? 0) / GOOD_PICTURES, told).toBeGreaterThanOrEqual(0.95)
}

test('every check of a face sees what is wrong and lets good pictures pass', async () => {
  test.setTimeout(900_000)
  const browser = await launchBrowser(null)
  const face = await openComposer(browser, 'face-check')
  for (const name of PORTRAITS) await face.give(name, readPortrait(name))
  const cases = Object.keys(FACE_CHECKS).flatMap((check) => faceCases(check, countOf(check)))
  expectFloor(await face.run(cases), FLOORS.face)
  await face.close()
  await browser.close()
})

test('every check of a card sees what is wrong and lets good pictures pass', async () => {
  test.setTimeout(900_000)
  const browser = await launchBrowser(null)
  const card = await openComposer(browser, 'card-check')
  const pictures = await giveCardPictures(card, 4)
  const cases = Object.keys(CARD_CHECKS).flatMap((check) => cardCases(check, countOf(check), pictures))
  expectFloor(await card.run(cases), FLOORS.card)
  await card.close()
  await browser.close()
})
