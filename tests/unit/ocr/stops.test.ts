import { describe, expect, it } from 'vitest'
import type { GreyImage } from '../../../src/main/services/ocr/image/raster.ts'
import type { ReadWord } from '../../../src/main/services/ocr/text/engine.ts'
import { withStops } from '../../../src/main/services/ocr/text/stops.ts'

const BASELINE = 40
const CAP = 26

/** White paper with black rectangles `[left, top, right, bottom]`. */
const paper = (ink: readonly (readonly [number, number, number, number])[]): GreyImage => {
  const data = new Uint8Array(300 * 60).fill(255)
  for (const [left, top, right, bottom] of ink)
    for (let y = top; y < bottom; y++) data.fill(0, y * 300 + left, y * 300 + right)
  return { data, width: 300, height: 60 }
}
const word = (text: string, left: number, right: number): ReadWord => ({
  text,
  confidence: 0.9,
  left,
  right,
  top: BASELINE - CAP,
  bottom: BASELINE,
  middles: [...text].map((_, i) => left + ((i + 0.5) * (right - left)) / text.length),
})
const J = [10, BASELINE - CAP, 20, BASELINE] as const
const L = [26, BASELINE - CAP, 40, BASELINE] as const
const NEXT = [70, BASELINE - CAP, 90, BASELINE] as const
const read = (words: readonly ReadWord[], blots: readonly (readonly [number, number, number, number])[]) => {
  const parts = blots.map(([left, top, right, bottom]) => ({ left, top, right, bottom, area: 100 }))
  return withStops(words, { baseline: BASELINE, capHeight: CAP, parts }, paper(blots), 0).map(
    ({ text }) => text,
  )
}

describe('full stops behind abbreviations', () => {
  const words = [word('JL', 10, 40), word('MELATI', 70, 180)]
  it('are put back where their mark stands on the baseline', () => {
    expect(read(words, [J, L, [44, BASELINE - 4, 48, BASELINE], NEXT])).toEqual(['JL.', 'MELATI'])
  })
  it('are put back where the mark has grown together with the L', () => {
    expect(read(words, [J, [26, BASELINE - CAP, 49, BASELINE], NEXT])).toEqual(['JL.', 'MELATI'])
  })
  it('stand between the abbreviation and a word that was read with it', () => {
    expect(read([word('JLMELATI', 10, 150)], [J, [26, BASELINE - CAP, 49, BASELINE], NEXT])).toEqual([
      'JL. MELATI',
    ])
  })
  it('are not made up', () => {
    expect(read(words, [J, L, NEXT])).toEqual(['JL', 'MELATI'])
    // A stroke that goes on upwards is none.
    expect(read(words, [J, L, [44, BASELINE - 20, 48, BASELINE], NEXT])).toEqual(['JL', 'MELATI'])
    expect(read([word('MELATI', 10, 40), word('X', 70, 90)], [J, [44, BASELINE - 4, 48, BASELINE]])).toEqual([
      'MELATI',
      'X',
    ])
  })
})
