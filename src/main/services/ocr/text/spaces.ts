import type { Component } from '../image/components.ts'
import type { ReadWord } from './engine.ts'

/** A space between words is at least this share of the capitals' height wide, and more than twice the usual gap. */
const SPACE = 0.36

/**
 * Joins words with single spaces and puts back spaces that Tesseract swallowed: where the ink shows a gap as
 * wide as a space well inside a word that no other space accounts for. `isBare` tells whether a gap shows the paper, or
 * the rest of a letter that glare made too pale for blots.
 */
export const restoreSpaces = (
  words: readonly ReadWord[],
  parts: readonly Component[],
  isBare: (left: number, right: number) => boolean = () => true,
): string => {
  const capHeight = letterHeight(parts)
  const gaps = unexplainedGaps(
    words,
    inkGaps(parts, capHeight, 0).filter((gap) =>
      isBare(gap.middle - gap.width / 2, gap.middle + gap.width / 2),
    ),
  )
  return words.map((word) => splitWord(word, gaps, capHeight)).join(' ')
}

/** Height of this very line's letters: long values are set smaller than their neighbours. */
const letterHeight = (parts: readonly Component[]): number => {
  const heights = parts.map((part) => part.bottom - part.top).sort((a, b) => a - b)
  return heights[Math.floor(heights.length * 0.7)] ?? 0
}

type Gap = { readonly middle: number; readonly width: number }

const inkGaps = (parts: readonly Component[], capHeight: number, offset: number): Gap[] => {
  const gaps: Gap[] = []
  let right: number | undefined
  for (const part of parts) {
    if (right !== undefined && part.left > right)
      gaps.push({ middle: (part.left + right) / 2 - offset, width: part.left - right })
    right = Math.max(right ?? part.right, part.right)
  }
  const widths = gaps.map((gap) => gap.width).sort((a, b) => a - b)
  const usual = widths[widths.length >> 1] ?? 0
  return gaps.filter((gap) => gap.width > Math.max(capHeight * SPACE, usual * 2.2))
}

/**
 * Every space that was read takes the nearest gap away; what is left must be about as wide as those, or it is
 * only a faded letter.
 */
const unexplainedGaps = (words: readonly ReadWord[], gaps: readonly Gap[]): number[] => {
  const left = [...gaps]
  const taken: number[] = []
  words.slice(1).forEach((word, i) => {
    const middle = (word.left + (words[i]?.right ?? word.left)) / 2
    const nearest = left.reduce(
      (best, gap, k) =>
        Math.abs(gap.middle - middle) < Math.abs((left[best]?.middle ?? Infinity) - middle) ? k : best,
      0,
    )
    taken.push(...left.splice(nearest, 1).map((gap) => gap.width))
  })
  const known = taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0
  return left.filter((gap) => gap.width >= known * 0.75).map((gap) => gap.middle)
}

const splitWord = (word: ReadWord, gaps: readonly number[], capHeight: number): string => {
  const letters = [...word.text]
  const inside = gaps.filter((gap) => gap > word.left + capHeight * 0.6 && gap < word.right - capHeight * 0.6)
  if (word.middles.length === 0 || inside.length === 0) return word.text
  return letters
    .map((letter, i) => {
      const here = word.middles[i] ?? 0
      const next = word.middles[i + 1] ?? 0
      // Only where a space is likely: between letters, and before a house number (NO. 2; not S.SOS.).
      const between = /[A-Z][A-Z]|\.\d/.test(letter + (letters[i + 1] ?? ''))
      return between && inside.some((gap) => gap > here && gap < next) ? `${letter} ` : letter
    })
    .join('')
}

/**
 * Whether some letter-high ink of a row lies outside every word that was read from it, or the row's last
 * group of ink (a house number) has no word of its own.
 */
export const hasUnreadInk = (
  words: readonly ReadWord[],
  parts: readonly Component[],
  offset: number,
): boolean => {
  const capHeight = letterHeight(parts)
  const outside = parts.some((part) => {
    const middle = (part.left + part.right) / 2 - offset
    const solid = part.bottom - part.top > capHeight * 0.7 && part.right - part.left > capHeight * 0.12
    return (
      solid &&
      words.every((word) => middle < word.left - capHeight * 0.3 || middle > word.right + capHeight * 0.3)
    )
  })
  const lastGap = inkGaps(parts, capHeight, offset).at(-1)?.middle
  const lastWord = words.at(-1)
  const lost = lastGap !== undefined && lastWord !== undefined && lastWord.left < lastGap - capHeight * 0.8
  return outside || lost
}
