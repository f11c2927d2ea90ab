import { expect, it, vi } from 'vitest'
import { createKtpReader, readFrames } from '../../../src/main/services/ocr/index.ts'
import { KTP_FIELDS } from '../../../src/shared/domain/ktp/fields.ts'
import { type KtpReading, SURE_CONFIDENCE } from '../../../src/shared/domain/ktp/reading.ts'
import { makeFrame } from '../../bench/ktp/index.ts'
import { isExact } from '../../bench/ocr/score.ts'

// Reading is slow where other tests share the two cores; what counts here is the answer, never the time.
const PATIENCE_MS = 200_000
vi.setConfig({ testTimeout: 300_000 })

it('reads more off several frames of a bad stream than off the first, and is as honest', async () => {
  const reader = createKtpReader({ timeoutMs: PATIENCE_MS })
  const [photo, ...further] = await Promise.all(
    [0, 1, 2].map((nth) => makeFrame(62004, { severity: 'hard', nth })),
  )
  if (!photo) throw new Error('no frame')
  const exact = (reading: KtpReading): number =>
    KTP_FIELDS.filter(
      (name) => reading.kind === 'read' && isExact(reading.fields[name].value, photo.truth[name]),
    ).length
  const first = await reader.read(photo.jpeg)
  const all = await readFrames(reader.read, [photo.jpeg, ...further.map(({ jpeg }) => jpeg)], PATIENCE_MS)
  await reader.close()
  expect(exact(all)).toBeGreaterThan(exact(first))
  if (all.kind !== 'read') throw new Error(all.kind)
  for (const name of KTP_FIELDS) {
    const { value, confidence } = all.fields[name]
    if (confidence >= SURE_CONFIDENCE) expect(value).toBe(photo.truth[name])
  }
})
