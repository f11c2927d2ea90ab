import { describe, expect, it } from 'vitest'
import type { ReadWord } from '../../../src/main/services/ocr/text/engine.ts'
import type { TextRow } from '../../../src/main/services/ocr/text/layout.ts'
import { unreadRuns, withLaterWords } from '../../../src/main/services/ocr/text/unread.ts'

const CAP = 24

/** A row of blots 12 wide, one at each place, `height` high. */
const rowOf = (places: readonly number[], height = CAP): TextRow => ({
  baseline: 100,
  capHeight: CAP,
  parts: places.map((left) => ({ left, right: left + 12, top: 100 - height, bottom: 100, area: 80 })),
})

const word = (text: string, left: number, right: number): ReadWord => ({
  text,
  confidence: 0.9,
  left,
  right,
  top: 76,
  bottom: 100,
  middles: [],
})

describe('print that no word covers', () => {
  it('is found as one stretch', () => {
    const row = rowOf([10, 26, 42, 200, 216, 232])
    expect(unreadRuns(row, [word('RT/RW', 8, 56)]).map((run) => run.map((part) => part.left))).toEqual([
      [200, 216, 232],
    ])
  })
  it('is found under signs that Tesseract made of it', () => {
    const row = rowOf([200, 216, 232])
    expect(unreadRuns(row, [word('—.', 198, 246)])).toHaveLength(1)
  })
  it('is not looked for among specks, nor behind a single blot', () => {
    expect(unreadRuns(rowOf([200, 216, 232], CAP / 2), [])).toEqual([])
    expect(unreadRuns(rowOf([200]), [])).toEqual([])
  })
})

describe('words that were read later', () => {
  it('take their place in the row', () => {
    const words = [word('RT/RW', 8, 56), word('X', 300, 320)]
    expect(withLaterWords(words, [word('001/002', 200, 250)]).map((w) => w.text)).toEqual([
      'RT/RW',
      '001/002',
      'X',
    ])
  })
  it('replace signs at their place, and no colon elsewhere', () => {
    const words = [word(':', 100, 104), word('—', 198, 240)]
    expect(withLaterWords(words, [word('ISLAM', 200, 250)]).map((w) => w.text)).toEqual([':', 'ISLAM'])
  })
})
