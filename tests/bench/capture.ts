/**
 * `npm run bench:capture -- [--only faces | cards | costs] [--pictures N] [--photos N]`: what the checks of the live views see and
 * miss, and what looking costs. Writes tests/bench/results/capture.json and the table of docs/capture.md; what was not measured
 * this time stays as it was (costs want a quiet machine, pictures take long). A missed goal is printed and does not fail the run.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../e2e/support/browser.ts'
import { CARD_CHECKS, cardCases, giveCardPictures } from './capture/card-cases.ts'
import { FACE_CHECKS, faceCases, PORTRAITS } from './capture/face-cases.ts'
import {
  type LongestTask,
  type Looking,
  measureLooking,
  measurePhotos,
  type Photos,
} from './capture/looking.ts'
import { type Outcome, openComposer, readPortrait } from './capture/run-cases.ts'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    pictures: { type: 'string', default: '40' },
    photos: { type: 'string', default: '200' },
  },
})
const GOOD_FACTOR = 2
/** Different cards and desks that the card's pictures are made of. */
const DRAWN = 40

type Seen = { readonly at: string; readonly faces?: readonly Outcome[]; readonly cards?: readonly Outcome[] }
type Costs = { readonly at: string; readonly looking: readonly Looking[]; readonly photos: Photos }
type Results = { readonly seen?: Seen; readonly costs?: Costs }

const countOf = (check: string, each: number): number => (check === 'good' ? each * GOOD_FACTOR : each)

async function showFaces(each: number): Promise<Outcome[]> {
  const browser = await launchBrowser(null)
  const face = await openComposer(browser, 'face-check')
  for (const name of PORTRAITS) await face.give(name, readPortrait(name))
  const faces: Outcome[] = []
  for (const check of Object.keys(FACE_CHECKS)) {
    faces.push(...(await face.run(faceCases(check, countOf(check, each)))))
    console.log(`face ${row(faces.at(-1))}`)
  }
  await face.close()
  await browser.close()
  return faces
}

async function showCards(each: number): Promise<Outcome[]> {
  const browser = await launchBrowser(null)
  const card = await openComposer(browser, 'card-check')
  const drawn = await giveCardPictures(card, DRAWN, 'held-out')
  const cards: Outcome[] = []
  for (const check of Object.keys(CARD_CHECKS)) {
    cards.push(...(await card.run(cardCases(check, countOf(check, each), drawn, 'held-out'))))
    console.log(`card ${row(cards.at(-1))}`)
  }
  await card.close()
  await browser.close()
  return cards
}

async function measureCosts(photos: number): Promise<Costs> {
  const looking = [await measureLooking('foto-ktp'), await measureLooking('swafoto')]
  return { at: new Date().toISOString(), looking, photos: await measurePhotos(photos) }
}

function row(outcome: Outcome | undefined): string {
  if (!outcome) return ''
  const { check, pictures, right, wrong } = outcome
  const instead = Object.entries(wrong).map(([verdict, count]) => `${verdict} ${count}`)
  return `| ${check} | ${pictures} | ${right} | ${((100 * right) / pictures).toFixed(1)} | ${instead.join(', ')} |`
}

const table = (title: string, outcomes: readonly Outcome[]): string[] => [
  `**${title}**`,
  '',
  '| check | pictures | right | % | said instead |',
  '|---|---:|---:|---:|---|',
  ...outcomes.map(row),
  '',
]

const inWords = ({ processorMs, clockMs }: LongestTask): string => `${processorMs} ms (clock ${clockMs})`

const costLines = ({ looking, photos }: Costs): string[] => [
  '| live screen, camera of 1920 × 1080 | looks a second | longest task, looking | longest task, photo taking itself |',
  '|---|---:|---:|---:|',
  ...looking.map((l) => `| ${l.view} | ${l.looksPerSecond} | ${inWords(l.looking)} | ${inWords(l.taking)} |`),
  '',
  'A task is counted by the processor time of the page, in brackets by the clock, beside a video that the processor draws.',
  '',
  `After ${photos.photos} face photos that took themselves, each with the camera opened anew, the page holds`,
  `${photos.heapGrowthMb} MB more; its process had ${photos.processBeforeMb} MB before and has ${photos.processAfterMb} MB.`,
]

const RESULTS = new URL('results/capture.json', import.meta.url)
const before: Results = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {}
const isWanted = (part: 'faces' | 'cards' | 'costs'): boolean =>
  options.only === undefined || options.only === part
const each = Number(options.pictures)
const seen: Seen = {
  ...before.seen,
  at: new Date().toISOString(),
  ...(isWanted('faces') && { faces: await showFaces(each) }),
  ...(isWanted('cards') && { cards: await showCards(each) }),
}
const costs = isWanted('costs') ? await measureCosts(Number(options.photos)) : before.costs
const results: Results = { seen, ...(costs && { costs }) }
writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`)

const figures = [
  ...(seen.faces ? table('Face', seen.faces) : []),
  ...(seen.cards ? table('Card', seen.cards) : []),
  ...(costs ? costLines(costs) : []),
]
console.log(figures.join('\n'))

const DOC = fileURLToPath(new URL('../../docs/capture.md', import.meta.url))
const [above, rest = ''] = readFileSync(DOC, 'utf8').split('<!-- figures -->')
const below = rest.slice(rest.indexOf('<!-- end -->'))
writeFileSync(DOC, `${above}<!-- figures -->\n\n${figures.join('\n')}\n\n${below}`)
