import type { ReadWord } from './engine.ts'
import type { RowName } from './labels.ts'
import type { TextRow } from './layout.ts'
import type { Piece } from './plan.ts'
import type { ReadRow } from './read-rows.ts'

/** Values that can be nothing else wherever they stand on a card, letters only. */
const TELL_TALES: readonly (readonly [RowName, readonly string[]])[] = [
  ['kewarganegaraan', ['WNI', 'WNA']],
  ['berlakuHingga', ['SEUMURHIDUP']],
  ['jenisKelamin', ['LAKILAKI', 'PEREMPUAN']],
  ['agama', ['ISLAM', 'KRISTEN', 'KATHOLIK', 'HINDU', 'BUDDHA', 'KONGHUCU']],
  ['statusPerkawinan', ['BELUMKAWIN', 'CERAIHIDUP', 'CERAIMATI', 'KAWINTERCATAT', 'KAWINBELUMTERCATAT']],
]

/** Most words that such a value has. */
const MOST_WORDS = 3

const lettersOf = (words: readonly ReadWord[]): string =>
  words
    .map((word) => word.text)
    .join('')
    .toUpperCase()
    .replace(/[^A-Z]/g, '')

type Fields = Map<RowName, { likeness: number; pieces: readonly Piece[] }>

/**
 * Finds values whose row was not found (its label unread, printed in another wording or not at all) by what they
 * say. What is found is taken out of the value that it was part of.
 */
export const findTellTales = (lines: readonly ReadRow[], fields: Fields): void => {
  for (const [name, entries] of TELL_TALES) {
    const known = fields.get(name)?.pieces.flatMap((piece) => piece.words) ?? []
    if (known.length > 0) continue
    for (const line of lines) {
      const words = wordsThatSay(line.words, entries)
      if (!words) continue
      dropWords(fields, line.row, words)
      fields.set(name, { likeness: 0, pieces: [pieceOf(line, words)] })
      break
    }
  }
}

const wordsThatSay = (
  words: readonly ReadWord[],
  entries: readonly string[],
): readonly ReadWord[] | undefined => {
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to++) {
      const some = words.slice(from, to)
      if (entries.includes(lettersOf(some))) return some
    }
  }
  return undefined
}

const pieceOf = (line: ReadRow, words: readonly ReadWord[]): Piece => {
  const left = (words[0] as ReadWord).left
  const right = (words.at(-1) as ReadWord).right
  const parts = line.row.parts.filter((part) => {
    const middle = (part.left + part.right) / 2
    return middle > left && middle < right
  })
  return { row: line.row, parts: parts.length > 0 ? parts : line.row.parts.slice(-1), words }
}

const dropWords = (fields: Fields, row: TextRow, words: readonly ReadWord[]): void => {
  const left = (words[0] as ReadWord).left
  const right = (words.at(-1) as ReadWord).right
  const outside = (x: number): boolean => x < left || x > right
  for (const [name, { likeness, pieces }] of fields) {
    const kept = pieces.flatMap((piece): Piece[] => {
      if (piece.row !== row) return [piece]
      const rest = piece.words.filter((word) => outside((word.left + word.right) / 2))
      const parts = piece.parts.filter((part) => outside((part.left + part.right) / 2))
      return rest.length > 0 && parts.length > 0 ? [{ ...piece, words: rest, parts }] : []
    })
    fields.set(name, { likeness, pieces: kept })
  }
}
