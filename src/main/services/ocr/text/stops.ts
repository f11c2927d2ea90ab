import type { GreyImage } from '../image/raster.ts'
import type { ReadWord } from './engine.ts'
import type { TextRow } from './layout.ts'
import { middlesOf } from './line.ts'

/** Abbreviations that cards print with and without a full stop. */
const ABBREVIATIONS = /(^|[^A-Z])(JL|JLN|NO|GG|KP|SP|ST|H|HJ)$/

/** Brightness below which a pixel of a full stop counts as ink; small marks come out paler than strokes. */
const STOP_INK = 165

/** An L whose blot is wider than this share of the capitals' height has the full stop's mark at its foot. */
const L_WITH_STOP = 0.78

/**
 * Puts back full stops that Tesseract dropped behind abbreviations: a small mark on the baseline between the
 * abbreviation's last letter and the next word is one, or grown together with the foot of an L (`JL.` is set tightly).
 */
export const withStops = (
  words: readonly ReadWord[],
  row: TextRow,
  card: GreyImage,
  slope: number,
): ReadWord[] =>
  words.map((word, i) => {
    const next = words[i + 1]
    const text = word.text.toUpperCase()
    const end = /^JL[A-Z]{3}/.test(text) ? 2 : ABBREVIATIONS.test(text) && next ? text.length : 0
    if (end === 0) return word
    const x = middlesOf(word)[end - 1] ?? word.right
    const letter = row.parts.find(
      (part) => part.left <= x + 1 && part.right >= x - 1 && part.bottom - part.top > row.capHeight * 0.7,
    )
    if (!letter) return word
    const grown = text[end - 1] === 'L' && letter.right - letter.left > row.capHeight * L_WITH_STOP
    const limit = end < text.length ? Number.POSITIVE_INFINITY : (next?.left ?? word.right) - 1
    if (!grown && !hasStop(card, slope, row, letter.right + 1, limit)) return word
    const rest = word.text.slice(end)
    return { ...word, text: `${word.text.slice(0, end)}.${rest === '' ? '' : ` ${rest}`}`, middles: [] }
  })

/** Whether a mark as wide and as high as a full stop stands on the baseline between two places. */
const hasStop = (card: GreyImage, slope: number, row: TextRow, left: number, right: number): boolean => {
  const size = row.capHeight * 0.08
  const end = Math.min(right, left + row.capHeight * 0.5)
  let columns = 0
  let above = 0
  for (let x = Math.round(left); x < end; x++) {
    const ink = (from: number, to: number): number => {
      let dark = 0
      for (let y = row.baseline - row.capHeight * from; y < row.baseline - row.capHeight * to; y++)
        if ((card.data[Math.round(y + slope * x) * card.width + x] ?? 255) < STOP_INK) dark++
      return dark
    }
    if (ink(0.24, -0.06) >= size) columns++
    above += ink(0.75, 0.35)
  }
  // What goes on upwards is dirt or a letter.
  return columns >= size && columns <= row.capHeight * 0.35 && above <= columns
}
