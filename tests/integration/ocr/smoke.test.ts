import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createKtpReader, type KtpReader } from '../../../src/main/services/ocr/index.ts'
import { KTP_FIELDS } from '../../../src/shared/domain/ktp/fields.ts'
import { SURE_CONFIDENCE } from '../../../src/shared/domain/ktp/reading.ts'
import { makeFrame } from '../../bench/ktp/index.ts'
import { isExact, SMOKE_FRAMES } from '../../bench/ocr/score.ts'
import type { BenchResult } from '../../bench/ocr/scorecard.ts'
import { SEVERITIES, SPLITS, testSeed } from '../../bench/ocr/seeds.ts'

/** Points that a severity may lie below the committed scorecard, on the very frames that the scorecard read too. */
const SLACK = 3

const committed = JSON.parse(
  readFileSync(new URL('../../bench/results/ocr.json', import.meta.url), 'utf8'),
) as BenchResult

// Reading is slow where other tests share the two cores; what counts here is the answer, never the time.
vi.setConfig({ testTimeout: 300_000 })

describe('the smoke set of the scorecard', () => {
  let reader: KtpReader
  beforeAll(async () => {
    reader = createKtpReader({ timeoutMs: 200_000 })
    await reader.warm()
  })
  afterAll(() => reader.close())

  it.each(SEVERITIES)('%s frames are read as well as the scorecard says', async (severity) => {
    const fields = SPLITS.length * SMOKE_FRAMES * KTP_FIELDS.length
    let exact = 0
    let sureButWrong = 0
    let before = 0
    for (const split of SPLITS) {
      before += committed.scores[split]?.[severity]?.smokeExact ?? 0
      for (let n = 0; n < SMOKE_FRAMES; n++) {
        const frame = await makeFrame(testSeed(split, severity, n), { severity, split })
        const reading = await reader.read(frame.jpeg)
        for (const field of KTP_FIELDS) {
          const read = reading.kind === 'read' ? reading.fields[field] : { value: '', confidence: 0 }
          const right = isExact(read.value, frame.truth[field])
          if (right) exact++
          else if (read.confidence >= SURE_CONFIDENCE) sureButWrong++
        }
      }
    }
    expect((100 * exact) / fields).toBeGreaterThanOrEqual((100 * before) / fields - SLACK)
    expect((100 * sureButWrong) / fields).toBeLessThanOrEqual(SLACK)
  })
})
