/**
 * `npm run bench:capture -- [--pictures N]`: what the checks of the live views see and miss, and what looking costs. Writes
 * tests/bench/results/capture.json and the table of docs/capture.md. A missed goal is printed and does not fail the run.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../e2e/support/browser.ts'
import { CARD_CHECKS, cardCases, giveCardPictures } from './capture/card-cases.ts'
import { FACE_CHECKS, faceCases, PORTRAITS } from './capture/face-cases.ts'
import { measureLooking } from './capture/looking.ts'
import { type Outcome, openComposer, readPortrait } from './capture/run-cases.ts'

const { values: options } = parseArgs({ options: { pictures: { type: 'string', default: '40' } } })
const pictures = Number(options.pictures)
const GOOD_FACTOR = 2
const countOf = (check: string): number => (check === 'good' ? pictures * GOOD_FACTOR : pictures)

const browser = await launchBrowser(null)
const face = await openComposer(browser, 'face-check')
for (const name of PORTRAITS) await face.give(name, readPortrait(name))
const faces: Outcome[] = []
for (const check of Object.keys(FACE_CHECKS))
  faces.push(...(await face.run(faceCases(check, countOf(check)))))
await face.close()

const card = await openComposer(browser, 'card-check')
const drawn = await giveCardPictures(card, 12, 'held-out')
const cards: Outcome[] = []
for (const check of Object.keys(CARD_CHECKS))
  cards.push(...(await card.run(cardCases(check, countOf(check), drawn, 'held-out'))))
await card.close()
await browser.close()

const looking = [await measureLooking('card-check'), await measureLooking('face-check')]
const results = { at: new Date().toISOString(), faces, cards, looking }
writeFileSync(new URL('results/capture.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)

const row = ({ check, pictures: all, right, wrong }: Outcome): string => {
  const instead = Object.entries(wrong).map(([verdict, count]) => `${verdict} ${count}`)
  return `| ${check} | ${all} | ${right} | ${((100 * right) / all).toFixed(1)} | ${instead.join(', ')} |`
}
const table = (title: string, outcomes: readonly Outcome[]): string[] => [
  `**${title}**`,
  '',
  '| check | pictures | right | % | said instead |',
  '|---|---:|---:|---:|---|',
  ...outcomes.map(row),
  '',
]
const figures = [
  ...table('Face', faces),
  ...table('Card', cards),
  '| live view | looks a second | longest task of the page, ms | heap after 200 photos, MB more |',
  '|---|---:|---:|---:|',
  ...looking.map((l) => `| ${l.kind} | ${l.looksPerSecond} | ${l.longestTaskMs} | ${l.heapGrowthMb} |`),
]
console.log(figures.join('\n'))

const DOC = fileURLToPath(new URL('../../docs/capture.md', import.meta.url))
const [before, rest = ''] = readFileSync(DOC, 'utf8').split('<!-- figures -->')
const after = rest.slice(rest.indexOf('<!-- end -->'))
writeFileSync(DOC, `${before}<!-- figures -->\n\n${figures.join('\n')}\n\n${after}`)
