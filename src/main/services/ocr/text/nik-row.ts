import type { ReadWord } from './engine.ts'
import type { FoundLabel } from './labels.ts'

/** A row as far as it may be the NIK's. */
type Line = { readonly label: FoundLabel | undefined; readonly words: readonly ReadWord[] }

/** Digits that must be read in a row, of sixteen, before it is surely the NIK's: other cards' numbers are shorter. */
const NIK_DIGITS = 15
const LABELLED_NIK_DIGITS = 8

/** How many digits were read in a row. */
export const digitsIn = (line: Line | undefined): number =>
  line ? line.words.reduce((sum, word) => sum + word.text.replace(/\D/g, '').length, 0) : 0

/** Whether a row is the NIK's beyond doubt: nearly all of its digits were read, or half of them behind the label. */
export const isNik = (line: Line | undefined): boolean =>
  digitsIn(line) >= (line?.label?.row === 'nik' ? LABELLED_NIK_DIGITS : NIK_DIGITS)
