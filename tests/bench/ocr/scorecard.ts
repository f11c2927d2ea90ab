import { KTP_FIELDS } from '../../../src/shared/domain/ktp/fields.ts'
import { MISTAKES, type Score } from './score.ts'
import type { Times } from './times.ts'

/** What a benchmark run writes to tests/bench/results/ocr.json. */
export type BenchResult = {
  readonly firstSeed: number
  readonly scores: Readonly<Record<string, Readonly<Record<string, Score>>>>
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

const nameOf = (split: string): string => (split === 'development' ? 'dev' : 'kept out')

/** One row for every band of confidence, with the fields of each split and how many of them were right. */
const bandsOf = ({ scores }: BenchResult): string[] => {
  const splits = Object.values(scores).map((bySeverity) => Object.values(bySeverity))
  const bands = splits[0]?.[0]?.bands ?? []
  return bands.map(({ from }, i) =>
    row([
      i === 0 ? `≥ ${from}` : `${from} to ${bands[i - 1]?.from ?? ''}`,
      ...splits.flatMap((cells) => {
        const sum = (key: 'fields' | 'right'): number =>
          cells.reduce((total, { bands: some }) => total + (some[i]?.[key] ?? 0), 0)
        const fields = sum('fields')
        return [fields, fields === 0 ? '–' : Math.round((10_000 * sum('right')) / fields) / 100]
      }),
    ]),
  )
}

/** The text of docs/ocr-scorecard.md. */
export const scorecard = (result: BenchResult, times: Times | undefined): string => {
  const cells = Object.entries(result.scores).flatMap(([split, bySeverity]) =>
    Object.entries(bySeverity).map(([severity, score]) => ({ split, severity, score })),
  )
  const names = cells.map(({ split, severity }) => `${nameOf(split)} ${severity}`)
  const splits = Object.keys(result.scores)
  return `# KTP reader: scorecard

Written by \`npm run bench:ocr\`; do not edit. Synthetic frames only (\`tests/bench/ktp\`), seeds from
${result.firstSeed}. "Kept out" are layouts, text faces and NIK faces that development did not see. The naive baseline (tesseract.js on the raw frame) read
the first frames of every cell in the same run. Numbers are percent unless marked; exact means equal after case and white space.
They say nothing yet about real cards: see docs/ocr.md.

${row(['', ...names])}
${row(['---', ...names.map(() => '---')])}
${row(['frames', ...cells.map((c) => c.score.frames)])}
${row(['fields exact', ...cells.map((c) => c.score.fieldsExact)])}
${row(['NIK exact', ...cells.map((c) => c.score.nikExact)])}
${row(['whole card perfect', ...cells.map((c) => c.score.wholeCards)])}
${row(['sure (≥ 0.95)', ...cells.map((c) => c.score.sure)])}
${row(['sure but wrong', ...cells.map((c) => c.score.confidentButWrong)])}
${row(['cards not read (count)', ...cells.map((c) => c.score.notRead)])}
${row(['memory, MB at most', ...cells.map((c) => c.score.memoryMb)])}
${row(['naive: frames', ...cells.map((c) => c.score.naiveFrames)])}
${row(['naive: fields exact', ...cells.map((c) => c.score.naiveFieldsExact)])}
${row(['naive: NIK exact', ...cells.map((c) => c.score.naiveNikExact)])}

## What is wrong with the fields that are not exact
Shares of all fields; docs/ocr.md says why.

${row(['', ...names])}
${row(['---', ...names.map(() => '---')])}
${MISTAKES.map((mistake) => row([mistake, ...cells.map((c) => c.score.mistakes[mistake])])).join('\n')}

## Exact by field
${row(['field', ...names])}
${row(['---', ...names.map(() => '---')])}
${KTP_FIELDS.map((field) => row([field, ...cells.map((c) => c.score.exactByField[field])])).join('\n')}

## Character error by field
${row(['field', ...names])}
${row(['---', ...names.map(() => '---')])}
${KTP_FIELDS.map((field) => row([field, ...cells.map((c) => c.score.characterErrorByField[field])])).join('\n')}

## What confidence is worth
All severities of a split together; a confidence is honest where the share of right fields lies in or above its band.

${row(['confidence', ...splits.flatMap((split) => [`${nameOf(split)}: fields`, `${nameOf(split)}: right %`])])}
${row(['---', ...splits.flatMap(() => ['---', '---'])])}
${bandsOf(result).join('\n')}

## Time
${times ? timesText(times) : 'Not measured yet for this reader: `npm run bench:ocr -- --times N` on a quiet machine.'}
`
}

const timesText = (
  times: Times,
): string => `${times.frames} kept-out frames of all severities on a quiet machine of two cores, warm reader (\`npm run bench:ocr -- --times N\`):
p50 ${times.p50Ms} ms, p95 ${times.p95Ms} ms. The card's picture (jpeg) is made while doubtful values are read again.

${row(['stage', 'p50 ms', 'p95 ms'])}
${row(['---', '---', '---'])}
${Object.entries(times.stages)
  .map(([stage, { p50Ms, p95Ms }]) => row([stage, p50Ms, p95Ms]))
  .join('\n')}`
