import { KTP_FIELDS } from '../../../src/shared/domain/ktp/fields.ts'
import type { Score } from './score.ts'
import type { Times } from './times.ts'

/** What a benchmark run writes to tests/bench/results/ocr.json. */
export type BenchResult = {
  readonly firstSeed: number
  readonly scores: Readonly<Record<string, Readonly<Record<string, Score>>>>
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

/** The text of docs/ocr-scorecard.md. */
export const scorecard = (result: BenchResult, times: Times | undefined): string => {
  const cells = Object.entries(result.scores).flatMap(([split, bySeverity]) =>
    Object.entries(bySeverity).map(([severity, score]) => ({ split, severity, score })),
  )
  const names = cells.map(
    ({ split, severity }) => `${split === 'development' ? 'dev' : 'kept out'} ${severity}`,
  )
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
${row(['naive: frames', ...cells.map((c) => c.score.naiveFrames)])}
${row(['naive: fields exact', ...cells.map((c) => c.score.naiveFieldsExact)])}
${row(['naive: NIK exact', ...cells.map((c) => c.score.naiveNikExact)])}

## Exact by field
${row(['field', ...names])}
${row(['---', ...names.map(() => '---')])}
${KTP_FIELDS.map((field) => row([field, ...cells.map((c) => c.score.exactByField[field])])).join('\n')}

## Character error by field
${row(['field', ...names])}
${row(['---', ...names.map(() => '---')])}
${KTP_FIELDS.map((field) => row([field, ...cells.map((c) => c.score.characterErrorByField[field])])).join('\n')}

## Time
${times ? timesText(times) : 'Not measured yet for this reader: `npm run bench:ocr -- --times N` on a quiet machine.'}
`
}

const timesText = (
  times: Times,
): string => `${times.frames} kept-out frames of all severities on a quiet machine of two cores, warm reader (\`npm run bench:ocr -- --times N\`):
p50 ${times.p50Ms} ms, p95 ${times.p95Ms} ms. Memory of the whole process (reader, two Tesseract instances, frame maker):
${times.memoryMb} MB at most.

${row(['stage', 'p50 ms', 'p95 ms'])}
${row(['---', '---', '---'])}
${Object.entries(times.stages)
  .map(([stage, { p50Ms, p95Ms }]) => row([stage, p50Ms, p95Ms]))
  .join('\n')}`
