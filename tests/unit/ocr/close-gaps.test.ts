import { expect, it } from 'vitest'
import { closeGaps } from '../../../src/main/services/ocr/text/close-gaps.ts'

/** White paper, 20 high, with black columns. */
const strip = (width: number, black: readonly number[]) => {
  const data = new Uint8Array(width * 20).fill(255)
  for (const x of black) for (let y = 0; y < 20; y++) data[y * width + x] = 0
  return { data, width, height: 20 }
}
const blackColumns = ({ data, width }: { data: Uint8Array; width: number }) =>
  Array.from({ length: width }, (_, x) => x).filter((x) => data[x] === 0)

it('shortens wide gaps and tells where every column stood', () => {
  const { picture, toOriginal } = closeGaps(strip(300, [10, 11, 200, 201, 220]), 30)
  expect(picture.width).toBeLessThan(160)
  expect(blackColumns(picture).map(toOriginal)).toEqual([10, 11, 200, 201, 220])
  const [, second, third] = blackColumns(picture) as [number, number, number]
  expect(third - second - 1).toBe(30)
})

it('leaves a picture without wide gaps as it is', () => {
  const picture = strip(60, [10, 25, 45])
  expect(closeGaps(picture, 30).picture).toBe(picture)
})
