/**
 * Benchmark of the KTP reader.
 *
 *   node tests/bench/ocr.ts [--per N] [--dev N] [--naive N] [--resume FILE] [--minutes M]
 *                                                       what is read right: N synthetic frames per severity of the
 *                                                       kept-out layouts (100), of those of development (30), and how many of
 *                                                       each the naive baseline reads too (20); writes
 *                                                       tests/bench/results/ocr.json and docs/ocr-scorecard.md. With a FILE
 *                                                       the run may be stopped, or stops by itself after M minutes, and
 *                                                       goes on where it was
 *   node tests/bench/ocr.ts --times N                   how long N kept-out frames of every severity take, on a machine that
 *                                                       does nothing else; writes tests/bench/results/ocr-times.json
 *   node tests/bench/ocr.ts --stream N [--split S] [--longest MS]
 *                                                       what further frames of the camera's stream add on N cards of every
 *                                                       severity (of the development layouts, or --split held-out), on a
 *                                                       machine that does nothing else; prints only
 *   node tests/bench/ocr.ts --frames DIR --out FILE     reads a folder of JPEG/PNG frames into one JSON file
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createKtpReader } from '../../src/main/services/ocr/index.ts'
import { makeFrame, type Severity, type Split, type SyntheticFrame } from './ktp/index.ts'
import { type FrameResult, toFrameResult } from './ocr/fields.ts'
import { createNaiveReader } from './ocr/naive.ts'
import { type Outcomes, openOutcomes } from './ocr/outcomes.ts'
import { type Outcome, type Score, scoreOutcomes } from './ocr/score.ts'
import { type BenchResult, scorecard } from './ocr/scorecard.ts'
import { SEVERITIES, SPLITS, TEST_SEED, testSeed } from './ocr/seeds.ts'
import { startSeparateReader } from './ocr/separate-reader.ts'
import { compareStreams } from './ocr/stream.ts'
import { sumTimes, type Times } from './ocr/times.ts'

/** The reader's time limit here; desks have 20 s. A busy machine must not change what is read, only how fast. */
const PATIENCE_MS = 200_000

const RESULTS = new URL('./results/', import.meta.url)
const SCORES = new URL('ocr.json', RESULTS)
const TIMES = new URL('ocr-times.json', RESULTS)

const { values: options } = parseArgs({
  options: {
    frames: { type: 'string' },
    out: { type: 'string' },
    per: { type: 'string', default: '100' },
    dev: { type: 'string', default: '30' },
    naive: { type: 'string', default: '20' },
    resume: { type: 'string' },
    minutes: { type: 'string' },
    times: { type: 'string' },
    stream: { type: 'string' },
    split: { type: 'string', default: 'development' },
    longest: { type: 'string' },
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

type Cell = { readonly split: Split; readonly severity: Severity; readonly n: number }

const frameOf = ({ split, severity, n }: Cell): Promise<SyntheticFrame> =>
  makeFrame(testSeed(split, severity, n), { severity, split })

/** Reads the frames that were not read yet, until all are or the time is over; answers whether all are. */
const readMissing = async (
  cells: readonly Cell[],
  outcomes: Outcomes,
  naiveFrames: number,
  minutes: number,
): Promise<boolean> => {
  const missing = cells.filter(({ split, severity, n }) => !outcomes.get(split, severity, n))
  const end = performance.now() + minutes * 60_000
  const reader = await startSeparateReader(PATIENCE_MS)
  const naive = await createNaiveReader()
  let left = missing.length
  let next = missing[0] ? frameOf(missing[0]) : undefined
  for (const [i, cell] of missing.entries()) {
    if (!next || performance.now() > end) break
    const { jpeg, truth } = await next
    const answer = reader.read(jpeg)
    // Drawn while this one is read: the times of such a run are worth nothing, what is read is the same.
    const following = missing[i + 1]
    next = following ? frameOf(following) : undefined
    const reply = await answer
    const baseline = cell.n < naiveFrames ? { naive: await naive.read(jpeg) } : {}
    await outcomes.add(cell.split, cell.severity, cell.n, { truth, ...reply, ...baseline })
    left--
  }
  reader.close()
  await naive.close()
  return left === 0
}

const measure = async (
  frames: Readonly<Record<Split, number>>,
  naiveFrames: number,
  outcomes: Outcomes,
  minutes: number,
): Promise<void> => {
  // The n-th frame of every cell before the next of any: a run that was stopped early is short, not lopsided.
  const longest = Math.max(...SPLITS.map((split) => frames[split]))
  const cells = Array.from({ length: longest }, (_, n) =>
    SPLITS.flatMap((split) => SEVERITIES.map((severity) => ({ split, severity, n }))),
  )
    .flat()
    .filter(({ split, n }) => n < frames[split])
  if (!(await readMissing(cells, outcomes, naiveFrames, minutes))) {
    console.log('not finished: run again with the same --resume')
    return
  }
  const scores: Record<string, Record<string, Score>> = {}
  for (const split of SPLITS) {
    const ofSplit: Record<string, Score> = {}
    for (const severity of SEVERITIES) {
      const read = Array.from({ length: frames[split] }, (_, n) => outcomes.get(split, severity, n))
      const score = scoreOutcomes(read.filter((outcome) => outcome !== undefined))
      ofSplit[severity] = score
      console.log(
        `${split} ${severity}: fields ${score.fieldsExact} %, NIK ${score.nikExact} %, sure but wrong ${score.confidentButWrong} %; naive ${score.naiveFieldsExact} %, NIK ${score.naiveNikExact} %`,
      )
    }
    scores[split] = ofSplit
  }
  await mkdir(RESULTS, { recursive: true })
  await writeFile(SCORES, `${JSON.stringify({ firstSeed: TEST_SEED, scores }, null, 2)}\n`)
  await writeScorecard()
}

const measureTimes = async (perSeverity: number): Promise<void> => {
  const reader = await startSeparateReader(PATIENCE_MS)
  const outcomes: Outcome[] = []
  for (const severity of SEVERITIES) {
    for (let n = 0; n < perSeverity; n++) {
      const { jpeg, truth } = await frameOf({ split: 'held-out', severity, n })
      outcomes.push({ truth, ...(await reader.read(jpeg)) })
    }
  }
  reader.close()
  const times = sumTimes(outcomes)
  console.log(`p50 ${times.p50Ms} ms, p95 ${times.p95Ms} ms over ${times.frames} frames`)
  await mkdir(RESULTS, { recursive: true })
  await writeFile(TIMES, `${JSON.stringify(times, null, 2)}\n`)
  await writeScorecard()
}

/** Writes the scorecard from what both kinds of run have left. */
const writeScorecard = async (): Promise<void> => {
  const scores = JSON.parse(await readFile(SCORES, 'utf8')) as BenchResult
  const times = existsSync(TIMES) ? (JSON.parse(await readFile(TIMES, 'utf8')) as Times) : undefined
  await writeFile(new URL('../../docs/ocr-scorecard.md', import.meta.url), scorecard(scores, times))
}

if (options.frames !== undefined) {
  if (options.out === undefined) {
    console.error('--frames DIR needs --out FILE.json')
    process.exitCode = 2
  } else await readFolder(options.frames, options.out)
} else if (options.stream !== undefined)
  await compareStreams(
    options.split === 'held-out' ? 'held-out' : 'development',
    Number(options.stream),
    options.longest === undefined ? undefined : Number(options.longest),
  )
else if (options.times !== undefined) await measureTimes(Number(options.times))
else
  await measure(
    { development: Number(options.dev), 'held-out': Number(options.per) },
    Number(options.naive),
    await openOutcomes(options.resume),
    Number(options.minutes ?? Number.POSITIVE_INFINITY),
  )
