/**
 * Benchmark of the KTP reader.
 *
 *   node tests/bench/ocr.ts [--per N] [--dev N] [--naive N]
 *                                                       synthetic frames: N per severity of the kept-out layouts (100), of
 *                                                       those of development (30), and how many of each the naive baseline
 *                                                       reads too (20); writes tests/bench/results/ocr.json and
 *                                                       docs/ocr-scorecard.md
 *   node tests/bench/ocr.ts --frames DIR --out FILE     reads a folder of JPEG/PNG frames into one JSON file
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createKtpReader } from '../../src/main/services/ocr/index.ts'
import { makeFrame, type Split } from './ktp/index.ts'
import { type FrameResult, toFrameResult } from './ocr/fields.ts'
import { createNaiveReader, type NaiveReader } from './ocr/naive.ts'
import { type Outcome, type Score, scoreOutcomes } from './ocr/score.ts'
import { scorecard } from './ocr/scorecard.ts'
import { SEVERITIES, SPLITS, TEST_SEED, testSeed } from './ocr/seeds.ts'

/** The reader's time limit here; desks have 20 s. A busy machine must not change what is read, only how fast. */
const PATIENCE_MS = 200_000

const { values: options } = parseArgs({
  options: {
    frames: { type: 'string' },
    out: { type: 'string' },
    per: { type: 'string', default: '100' },
    dev: { type: 'string', default: '30' },
    naive: { type: 'string', default: '20' },
  },
})

const readFolder = async (folder: string, out: string): Promise<void> => {
  const reader = createKtpReader({ timeoutMs: PATIENCE_MS })
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

const measure = async (frames: Readonly<Record<Split, number>>, naiveFrames: number): Promise<void> => {
  const reader = createKtpReader({ timeoutMs: PATIENCE_MS })
  const naive = await createNaiveReader()
  await reader.warm()
  const scores: Record<string, Record<string, Score>> = {}
  let memory = 0
  for (const split of SPLITS) {
    const ofSplit: Record<string, Score> = {}
    for (const severity of SEVERITIES) {
      const outcomes: Outcome[] = []
      for (let i = 0; i < frames[split]; i++) {
        const frame = await makeFrame(testSeed(split, severity, i), { severity, split })
        const start = performance.now()
        const reading = await reader.read(frame.jpeg)
        const ms = performance.now() - start
        outcomes.push({
          truth: frame.truth,
          reading,
          ms,
          ...(i < naiveFrames ? { naive: await readNaively(naive, frame.jpeg) } : {}),
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
  const result = { firstSeed: TEST_SEED, memoryMb: Math.round(memory / 1e6), scores }
  const results = new URL('./results/', import.meta.url)
  await mkdir(results, { recursive: true })
  await writeFile(new URL('ocr.json', results), `${JSON.stringify(result, null, 2)}\n`)
  await writeFile(new URL('../../docs/ocr-scorecard.md', import.meta.url), scorecard(result))
}

const readNaively = async (naive: NaiveReader, jpeg: Uint8Array): Promise<NonNullable<Outcome['naive']>> => {
  const start = performance.now()
  return { fields: await naive.read(jpeg), ms: performance.now() - start }
}

if (options.frames !== undefined) {
  if (options.out === undefined) {
    console.error('--frames DIR needs --out FILE.json')
    process.exitCode = 2
  } else await readFolder(options.frames, options.out)
} else
  await measure({ development: Number(options.dev), 'held-out': Number(options.per) }, Number(options.naive))
