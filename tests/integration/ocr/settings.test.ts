import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createKtpReader, type KtpReader } from '../../../src/main/services/ocr/index.ts'
import { KTP_FIELDS } from '../../../src/shared/domain/ktp/fields.ts'
import { makeFrame } from '../../bench/ktp/index.ts'
import { isExact } from '../../bench/ocr/score.ts'

let reader: KtpReader
beforeAll(async () => {
  reader = createKtpReader({ timeoutMs: 200_000 })
  await reader.warm()
})
afterAll(() => reader.close())

// Reading is slow where other tests share the two cores; what counts here is the answer, never the time.
vi.setConfig({ testTimeout: 300_000 })

it.each([
  ['a small card lying lengthwise, by an upright telephone', 'phone'],
  ['a grey photocopy', 'photocopy'],
  ['a card in a hand', 'hand'],
  ['a card on white paper', 'white-paper'],
] as const)('reads %s', async (_, setting) => {
  const { jpeg, truth } = await makeFrame(71001, { severity: 'easy', setting })
  const reading = await reader.read(jpeg)
  if (reading.kind !== 'read') throw new Error(reading.kind)
  const wrong = KTP_FIELDS.filter((name) => !isExact(reading.fields[name].value, truth[name]))
  // A lone letter (the blood group) may be lost: then it is said to be unsure.
  expect(wrong.length).toBeLessThanOrEqual(1)
  for (const name of wrong) expect(reading.fields[name].confidence).toBeLessThan(0.95)
})
