import type { Component } from '../image/components.ts'
import type { ReadWord } from './engine.ts'
import type { TextRow } from './layout.ts'

/** Letter-high blots that make a stretch of print worth a reading of its own. */
const LEAST_LETTERS = 2

/**
 * Stretches of a row's print that no word covers, left to right: Tesseract drops a label or a value now and then when
 * dirt or a wide gap stands beside it. Each is the blots of one stretch.
 */
export const unreadRuns = (row: TextRow, words: readonly ReadWord[]): (readonly Component[])[] => {
  const reach = row.capHeight * 0.3
  const said = words.filter((word) => /[A-Z0-9]/i.test(word.text))
  const runs: Component[][] = []
  for (const part of row.parts) {
    const middle = (part.left + part.right) / 2
    if (said.some((word) => middle > word.left - reach && middle < word.right + reach)) continue
    const last = runs.at(-1)?.at(-1)
    if (last && part.left - last.right < row.capHeight * 1.2) runs.at(-1)?.push(part)
    else runs.push([part])
  }
  return runs.filter((run) => run.filter((part) => isLetter(part, row)).length >= LEAST_LETTERS)
}

const isLetter = (part: Component, row: TextRow): boolean => {
  const height = part.bottom - part.top
  return (
    height > row.capHeight * 0.65 &&
    height < row.capHeight * 1.6 &&
    part.right - part.left > row.capHeight * 0.12
  )
}

/** Words of a row with those of stretches that were read later, left to right; what was taken for signs there goes. */
export const withLaterWords = (words: readonly ReadWord[], later: readonly ReadWord[]): ReadWord[] => {
  const kept = words.filter(
    (word) =>
      /[A-Z0-9]/i.test(word.text) ||
      later.every((other) => word.right <= other.left + 1 || word.left >= other.right - 1),
  )
  return [...kept, ...later].sort((a, b) => a.left - b.left)
}
