/**
 * Benchmark of the KTP reader.
 *
 *   node tests/bench/ocr.ts [--per N]                   synthetic frames, N per severity and split (default 20),
 *                                                       beside the naive baseline; writes tests/bench/results/ocr.json
 *                                                       and docs/ocr-scorecard.md
 *   node tests/bench/ocr.ts --frames DIR --out FILE     reads a folder of JPEG/PNG frames into one JSON file
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createKtpReader } from '../../src/main/services/ocr/index.ts'
import { makeFrame, type Severity, type Split } from './ktp/index.ts'
import { type FrameResult, toFrameResult } from './ocr/fields.ts'
import { createNaiveReader } from './ocr/naive.ts'
import { type Outcome, type Score, scoreOutcomes } from './ocr/score.ts'
import { scorecard } from './ocr/scorecard.ts'

/** Seeds of the benchmark; development looked only at seeds below 100 000. */
const TEST_SEED = 900_000
const SEVERITIES: readonly Severity[] = ['easy', 'medium', 'hard']
const SPLITS: readonly Split[] = ['development', 'held-out']

const { values: options } = parseArgs({
  options: { frames: { type: 'string' }, out: { type: 'string' }, per: { type: 'string', default: '20' } },
})

const readFolder = async (folder: string, out: string): Promise<void> => {
  const reader = createKtpReader()
  await reader.warm()
  const names = (await readdir(folder))
    .filter((name) => ['.jpg', '.jpeg', '.png'].includes(extname(name).toLowerCase()))
    .sort()
  const results: Record<string, FrameResult> = {}
  for (const name of names) {
    const picture = await readFile(join(folder, name))
    const start = performance.now()
    const reading = await reader.read(picture)
    results[name] = toFrameResult(reading, performance.now() - start)
    console.log(
      `${name}: ${reading.kind}${reading.kind === 'bad-picture' || reading.kind === 'failed' ? ` (${reading.reason})` : ''}, ${String(results[name]._ms)} ms`,
    )
  }
  await reader.close()
  await writeFile(out, `${JSON.stringify(results, null, 2)}\n`)
  console.log(`${names.length} frames read, written to ${out}`)
}

const measure = async (per: number): Promise<void> => {
  const reader = createKtpReader()
  const naive = await createNaiveReader()
  await reader.warm()
  const scores: Record<string, Record<string, Score>> = {}
  let memory = 0
  for (const [s, split] of SPLITS.entries()) {
    const ofSplit: Record<string, Score> = {}
    for (const [v, severity] of SEVERITIES.entries()) {
      const outcomes: Outcome[] = []
      for (let i = 0; i < per; i++) {
        const frame = await makeFrame(TEST_SEED + s * 30_000 + v * 10_000 + i, { severity, split })
        const start = performance.now()
        const reading = await reader.read(frame.jpeg)
        const ms = performance.now() - start
        const naiveStart = performance.now()
        outcomes.push({
          truth: frame.truth,
          reading,
          ms,
          naive: await naive.read(frame.jpeg),
          naiveMs: performance.now() - naiveStart,
        })
        memory = Math.max(memory, process.memoryUsage.rss())
      }
      const score = scoreOutcomes(outcomes)
      ofSplit[severity] = score
      console.log(
        `${split} ${severity}: fields ${score.fieldsExact} %, NIK ${score.nikExact} %, sure but wrong ${score.confidentButWrong} %, p50 ${score.p50Ms} ms; naive ${score.naiveFieldsExact} %, NIK ${score.naiveNikExact} %`,
      )
    }
    scores[split] = ofSplit
  }
  await Promise.all([reader.close(), naive.close()])
  const result = { framesPerCell: per, firstSeed: TEST_SEED, memoryMb: Math.round(memory / 1e6), scores }
  const results = new URL('./results/', import.meta.url)
  await mkdir(results, { recursive: true })
  await writeFile(new URL('ocr.json', results), `${JSON.stringify(result, null, 2)}\n`)
  await writeFile(new URL('../../docs/ocr-scorecard.md', import.meta.url), scorecard(result))
}

if (options.frames !== undefined) {
  if (options.out === undefined) {
    console.error('--frames DIR needs --out FILE.json')
    process.exitCode = 2
  } else await readFolder(options.frames, options.out)
} else await measure(Number(options.per))
