import { createKtpReader, readFrames } from '../../../src/main/services/ocr/index.ts'
import type { KtpReading } from '../../../src/shared/domain/ktp/reading.ts'
import { makeFrame, type Split } from '../ktp/index.ts'
import { type Outcome, scoreOutcomes } from './score.ts'
import { SEVERITIES, testSeed } from './seeds.ts'
import { percentile } from './times.ts'

/** The photo and two further frames, as the kiosk takes them. */
const FRAMES = [0, 1, 2]

/**
 * Reads `perSeverity` streams of each severity: the photo alone beside photo and further frames, with the kiosk's limit of
 * time (or another one), and prints what each gives and takes.
 */
export const compareStreams = async (
  split: Split,
  perSeverity: number,
  longestMs?: number,
): Promise<void> => {
  const reader = createKtpReader()
  await reader.warm()
  const everyMs: number[][] = [[], []]
  for (const severity of SEVERITIES) {
    const single: Outcome[] = []
    const several: Outcome[] = []
    let read = 0
    for (let n = 0; n < perSeverity; n++) {
      const seed = testSeed(split, severity, n)
      const frames = []
      for (const nth of FRAMES) frames.push(await makeFrame(seed, { severity, split, nth }))
      const [photo, ...further] = frames as [(typeof frames)[number], ...typeof frames]
      const { truth } = photo
      let first: { reading: KtpReading; ms: number } | undefined
      const start = performance.now()
      const reading = await readFrames(
        async (frame) => {
          const answer = await reader.read(frame)
          read++
          first ??= { reading: answer, ms: performance.now() - start }
          return answer
        },
        [photo.jpeg, ...further.map(({ jpeg }) => jpeg)],
        longestMs,
      )
      if (first) single.push({ truth, ...first, memoryMb: 0 })
      several.push({ truth, reading, ms: performance.now() - start, memoryMb: 0 })
    }
    for (const [i, [name, outcomes]] of (
      [
        ['one frame', single],
        ['several', several],
      ] as const
    ).entries()) {
      const ms = outcomes.map((outcome) => outcome.ms)
      everyMs[i]?.push(...ms)
      const score = scoreOutcomes(outcomes)
      console.log(
        `${split} ${severity}, ${perSeverity} cards, ${name}: fields ${score.fieldsExact} %, NIK ${score.nikExact} %, whole cards ${score.wholeCards} %, sure ${score.sure} %, sure but wrong ${score.confidentButWrong} %, not read ${score.notRead}; p50 ${percentile(ms, 0.5)} ms, p95 ${percentile(ms, 0.95)} ms`,
      )
    }
    console.log(`${(read / perSeverity).toFixed(2)} frames read a card`)
  }
  await reader.close()
  for (const [i, name] of ['one frame', 'several'].entries())
    console.log(
      `all severities, ${name}: p50 ${percentile(everyMs[i] ?? [], 0.5)} ms, p95 ${percentile(everyMs[i] ?? [], 0.95)} ms`,
    )
}
