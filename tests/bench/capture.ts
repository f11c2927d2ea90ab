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
import type { Case } from './capture/scene.ts'

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

type Seen = { readonly at: string; readonly outcomes: readonly Outcome[] }
type Costs = { readonly at: string; readonly looking: readonly Looking[]; readonly photos: Photos }
type Results = { readonly faces?: Seen; readonly cards?: Seen; readonly costs?: Costs }

/** Shows `each` pictures of every check, and more good ones, to an open composer. */
async function show(
  checks: Readonly<Record<string, unknown>>,
  composer: Awaited<ReturnType<typeof openComposer>>,
  casesOf: (check: string, count: number) => readonly Case[],
  each: number,
): Promise<Seen> {
  const outcomes: Outcome[] = []
  for (const check of Object.keys(checks)) {
    const count = check === 'good' ? each * GOOD_FACTOR : each
    outcomes.push(...(await composer.run(casesOf(check, count))))
    console.log(row(outcomes.at(-1)))
  }
  await composer.close()
  return { at: new Date().toISOString(), outcomes }
}

async function showFaces(each: number): Promise<Seen> {
  const browser = await launchBrowser(null)
  const face = await openComposer(browser, 'face-check')
  for (const name of PORTRAITS) await face.give(name, readPortrait(name))
  return show(FACE_CHECKS, face, faceCases, each).finally(() => browser.close())
}

async function showCards(each: number): Promise<Seen> {
  const browser = await launchBrowser(null)
  const card = await openComposer(browser, 'card-check')
  const drawn = await giveCardPictures(card, DRAWN, 'held-out')
  const casesOf = (check: string, count: number) => cardCases(check, count, drawn, 'held-out')
  return show(CARD_CHECKS, card, casesOf, each).finally(() => browser.close())
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
  '| live screen, camera of 1920 × 1080 | looks a second | longest task, looking | longest task of three photos taking themselves |',
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
const results: Results = {
  ...before,
  ...(isWanted('faces') && { faces: await showFaces(each) }),
  ...(isWanted('cards') && { cards: await showCards(each) }),
  ...(isWanted('costs') && { costs: await measureCosts(Number(options.photos)) }),
}
writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`)

const { faces, cards, costs } = results
const figures = [
  ...(faces ? table('Face', faces.outcomes) : []),
  ...(cards ? table('Card', cards.outcomes) : []),
  ...(costs ? costLines(costs) : []),
]
console.log(figures.join('\n'))

const DOC = fileURLToPath(new URL('../../docs/capture.md', import.meta.url))
const [above, rest = ''] = readFileSync(DOC, 'utf8').split('<!-- figures -->')
const below = rest.slice(rest.indexOf('<!-- end -->'))
writeFileSync(DOC, `${above}<!-- figures -->\n\n${figures.join('\n')}\n\n${below}`)
