import { KTP_FIELDS } from '../../../src/shared/domain/ktp/fields.ts'
import type { Score } from './score.ts'

/** What a benchmark run writes to tests/bench/results/ocr.json. */
export type BenchResult = {
  readonly firstSeed: number
  readonly memoryMb: number
  readonly scores: Readonly<Record<string, Readonly<Record<string, Score>>>>
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

/** The text of docs/ocr-scorecard.md. */
export const scorecard = (result: BenchResult): string => {
  const cells = Object.entries(result.scores).flatMap(([split, bySeverity]) =>
    Object.entries(bySeverity).map(([severity, score]) => ({ split, severity, score })),
  )
  const names = cells.map(
    ({ split, severity }) => `${split === 'development' ? 'dev' : 'kept out'} ${severity}`,
  )
  return `# KTP reader: scorecard

Written by \`npm run bench:ocr\`; do not edit. Synthetic frames only (\`tests/bench/ktp\`), seeds from
${result.firstSeed}, never looked at while developing. "Kept out" are layouts, text faces and NIK faces that
development did not see. The naive baseline (tesseract.js on the raw frame) read
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
${row(['p50 ms', ...cells.map((c) => c.score.p50Ms)])}
${row(['p95 ms', ...cells.map((c) => c.score.p95Ms)])}
${row(['naive: frames', ...cells.map((c) => c.score.naiveFrames)])}
${row(['naive: fields exact', ...cells.map((c) => c.score.naiveFieldsExact)])}
${row(['naive: NIK exact', ...cells.map((c) => c.score.naiveNikExact)])}
${row(['naive: p50 ms', ...cells.map((c) => c.score.naiveP50Ms)])}

Memory of the whole process (reader with two Tesseract instances, naive reader and frame maker): ${result.memoryMb} MB at most.

## Exact by field
${row(['field', ...names])}
${row(['---', ...names.map(() => '---')])}
${KTP_FIELDS.map((field) => row([field, ...cells.map((c) => c.score.exactByField[field])])).join('\n')}

## Character error by field
${row(['field', ...names])}
${row(['---', ...names.map(() => '---')])}
${KTP_FIELDS.map((field) => row([field, ...cells.map((c) => c.score.characterErrorByField[field])])).join('\n')}

## Stages, p50 / p95 ms
${row(['stage', ...names])}
${row(['---', ...names.map(() => '---')])}
${[...new Set(cells.flatMap((c) => Object.keys(c.score.stageP50Ms)))].map((stage) => row([stage, ...cells.map((c) => `${c.score.stageP50Ms[stage] ?? 0} / ${c.score.stageP95Ms[stage] ?? 0}`)])).join('\n')}
`
}
