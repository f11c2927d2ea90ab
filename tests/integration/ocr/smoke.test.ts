import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createKtpReader, type KtpReader } from '../../../src/main/services/ocr/index.ts'
import { KTP_FIELDS } from '../../../src/shared/domain/ktp/fields.ts'
import { SURE_CONFIDENCE } from '../../../src/shared/domain/ktp/reading.ts'
import { makeFrame, type Severity, type Split } from '../../bench/ktp/index.ts'
import { isExact } from '../../bench/ocr/score.ts'

/** Least share of exact fields, percent: docs/ocr-scorecard.md minus slack for so few frames. Accuracy only, no times. */
const LEAST: Readonly<Record<Severity, number>> = { easy: 93, medium: 93, hard: 82 }
const FRAMES_EACH = 2

// Reading is slow where other tests share the two cores; what counts here is the answer.
vi.setConfig({ testTimeout: 90_000 })

describe.each(['development', 'held-out'] as const satisfies readonly Split[])(
  '%s layouts and typefaces',
  (split) => {
    let reader: KtpReader
    beforeAll(async () => {
      reader = createKtpReader({ timeoutMs: 60_000 })
      await reader.warm()
    })
    afterAll(() => reader.close())

    it.each(['easy', 'medium', 'hard'] as const)('%s frames are read', async (severity) => {
      let exact = 0
      let sureButWrong = 0
      for (let i = 0; i < FRAMES_EACH; i++) {
        const frame = await makeFrame(700_000 + i, { severity, split })
        const reading = await reader.read(frame.jpeg)
        for (const field of KTP_FIELDS) {
          const read = reading.kind === 'read' ? reading.fields[field] : { value: '', confidence: 0 }
          const right = isExact(read.value, frame.truth[field])
          if (right) exact++
          else if (read.confidence >= SURE_CONFIDENCE) sureButWrong++
        }
      }
      expect((100 * exact) / (FRAMES_EACH * KTP_FIELDS.length)).toBeGreaterThanOrEqual(LEAST[severity])
      expect(sureButWrong).toBeLessThanOrEqual(1)
    })
  },
)
