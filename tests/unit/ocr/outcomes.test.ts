import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makePerson } from '../../bench/ktp/people.ts'
import { createRandom } from '../../bench/ktp/random.ts'
import { openOutcomes } from '../../bench/ocr/outcomes.ts'
import { scoreOutcomes } from '../../bench/ocr/score.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocr-outcomes-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const outcome = (seed: number) => ({
  truth: makePerson(createRandom(seed)),
  reading: { kind: 'no-card' } as const,
  ms: 5,
  memoryMb: 180,
})

it('goes on where a run was stopped, even in the middle of a line', async () => {
  const file = join(folder, 'frames.jsonl')
  const first = await openOutcomes(file)
  await first.add('held-out', 'easy', 0, outcome(1))
  await first.add('held-out', 'easy', 1, outcome(2))
  appendFileSync(file, '{"key":"held-out easy 2","outcome":{"tru')
  const second = await openOutcomes(file)
  expect(second.get('held-out', 'easy', 1)).toEqual(outcome(2))
  expect(second.get('held-out', 'easy', 2)).toBeUndefined()
  expect(second.get('development', 'easy', 0)).toBeUndefined()
  await second.add('held-out', 'easy', 2, outcome(3))
  expect((await openOutcomes(file)).get('held-out', 'easy', 2)).toEqual(outcome(3))
})

it('scores the same from a file as from memory', async () => {
  const file = join(folder, 'frames.jsonl')
  await (await openOutcomes(file)).add('development', 'hard', 3, { ...outcome(4), naive: { nama: 'X' } })
  const kept = (await openOutcomes(file)).get('development', 'hard', 3)
  expect(kept && scoreOutcomes([kept])).toEqual(scoreOutcomes([{ ...outcome(4), naive: { nama: 'X' } }]))
})
