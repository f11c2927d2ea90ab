import type { Component } from '../image/components.ts'
import type { GreyImage } from '../image/raster.ts'
import type { Box } from './crop.ts'
import type { ReadWord, TextEngine } from './engine.ts'
import { leadingLabel, type RowName } from './labels.ts'
import type { CardLayout, TextRow } from './layout.ts'
import { glyphsOf, middlesOf, wordsBetween } from './line.ts'
import { type Piece, type RowPlan, splitAtGap } from './plan.ts'
import { type ReadRow, readStrip, rowBox } from './read-rows.ts'
import { hasUnreadInk, restoreSpaces } from './spaces.ts'
import { withStops } from './stops.ts'

/** A piece of print with its words; the box is in slope-free card pixels. */
export type Print = {
  readonly text: string
  readonly words: readonly ReadWord[]
  readonly box: Box
  /** Whether two readings agreed to the letter; undefined when one was enough. */
  readonly confirmed?: boolean
  /** What the other reading said where they did not. */
  readonly other?: string
}

/** The print of one field; a value that went on in a second line has two pieces. */
export type RowPrint = { readonly likeness: number; readonly pieces: readonly Print[] }

/** Everything read off one upright card. */
export type CardPrint = {
  readonly rows: Readonly<Partial<Record<RowName, RowPrint>>>
  readonly header: readonly Print[]
  readonly nik: NikRow | undefined
}

/** The NIK's row: its blots of digit height, left to right, and what the text engine made of it. */
export type NikRow = { readonly row: TextRow; readonly digits: readonly Component[]; readonly print: Print }

/** Words at least this sure need no second look. */
const CLEAR_WORDS = 0.8
/** Values that no list can support: they are read twice, the second time by themselves and smaller. */
const READ_TWICE: readonly RowName[] = ['nama', 'ttl', 'alamat', 'rtRw', 'kelDesa', 'kecamatan']
const SECOND_SCALE = 0.8

/** Reads doubtful values once more by themselves; the engine's instances share the work. */
export const readPrint = async (
  card: GreyImage,
  layout: CardLayout,
  plan: RowPlan,
  engine: TextEngine,
): Promise<CardPrint> => {
  const { slope, unit } = layout
  const read = (box: Box): Promise<ReadWord[]> => readStrip(card, slope, box, engine)
  const around = (row: TextRow, parts: readonly Component[], words: readonly ReadWord[] = []): Box =>
    rowBox(
      row,
      Math.min((parts[0] as Component).left, ...words.map((word) => word.left)) - 3 * unit,
      Math.max((parts.at(-1) as Component).right, ...words.map((word) => word.right)) + 5 * unit,
    )
  const isBare =
    (row: TextRow) =>
    (left: number, right: number): boolean =>
      darkness(card, row, slope, left + 1, right - 1) <= BARE_PAPER
  const readValue = async (piece: Piece, twice: boolean): Promise<Print> => {
    const { row, parts } = piece
    const mend = (some: readonly ReadWord[]): ReadWord[] =>
      withStops(withTails(some, row, slope), row, card, slope)
    const words = mend(piece.words)
    // Faint print may be words without blots, and blots without words.
    const box = around(row, parts, words)
    const first = judge(words, parts)
    if (first >= CLEAR_WORDS && !twice) return { text: restoreSpaces(words, parts, isBare(row)), words, box }
    const again = mend(withoutLabel(await readStrip(card, slope, box, engine, SECOND_SCALE)))
    const second = judge(again, parts)
    // The first reading saw the whole line: it is believed unless the second is clearly surer.
    const best = second > first + 0.05 ? again : words
    const other = best === again ? words : again
    const trust = Math.max(first, second)
    const confirmed = squeeze(words) === squeeze(again)
    const text = restoreSpaces(best, parts, isBare(row))
    // A space that only the gaps ask for is nobody's reading.
    const asRead = text === best.map((word) => word.text).join(' ')
    return {
      text,
      // Two readings that agree support each other; unread ink makes every word doubtful.
      words: best.map((word) => ({
        ...word,
        confidence: confirmed
          ? Math.max(word.confidence, 0.8)
          : Math.min(word.confidence, Math.max(0.3, trust)),
      })),
      box,
      confirmed: confirmed && asRead,
      ...(confirmed || other.length === 0 ? {} : { other: restoreSpaces(other, parts, isBare(row)) }),
    }
  }
  const readHeader = async (line: ReadRow): Promise<Print> => {
    const parts = mainRun(line.row, unit)
    const box = around(line.row, parts)
    const inside = line.words.filter((word) => word.right > box.left && word.left < box.right)
    const clear = parts.length === line.row.parts.length && judge(inside, parts) >= CLEAR_WORDS
    const words = clear ? inside : await read(box)
    return { text: restoreSpaces(words, parts, isBare(line.row)), words, box }
  }
  const [rows, header, nik] = await Promise.all([
    Promise.all(
      [...plan.fields].map(
        async ([name, field]): Promise<[RowName, RowPrint]> => [
          name,
          {
            likeness: field.likeness,
            pieces: await Promise.all(
              field.pieces.map((piece) => readValue(piece, READ_TWICE.includes(name))),
            ),
          },
        ],
      ),
    ),
    Promise.all(plan.header.map(readHeader)),
    plan.nik ? readNikRow(plan.nik, unit, read) : undefined,
  ])
  return { rows: Object.fromEntries(rows) as Partial<Record<RowName, RowPrint>>, header, nik }
}

/** Mean darkness, 0..255, of paper with some noise. */
const BARE_PAPER = 16

/** Mean darkness of a row's print between two places. */
const darkness = (card: GreyImage, row: TextRow, slope: number, left: number, right: number): number => {
  let sum = 0
  let n = 0
  for (let x = Math.round(left); x < right; x++) {
    for (let y = row.baseline - row.capHeight; y < row.baseline; y += 2, n++)
      sum += 255 - (card.data[Math.round(y + slope * x) * card.width + x] ?? 255)
  }
  return n === 0 ? 0 : sum / n
}

const squeeze = (words: readonly ReadWord[]): string => words.map((word) => word.text).join('')

/** Tesseract's Indonesian has hardly seen a Q: an O whose ink reaches below the line is one. */
const withTails = (words: readonly ReadWord[], row: TextRow, slope: number): ReadWord[] =>
  words.map((word) => {
    if (!word.text.includes('O')) return word
    const middles = middlesOf(word)
    const text = [...word.text].map((char, i) => {
      const x = middles[i] as number
      const blot = row.parts.find((part) => part.left <= x && part.right >= x)
      if (char !== 'O' || !blot || blot.right - blot.left > row.capHeight * 1.3) return char
      const below = blot.bottom - slope * x - row.baseline
      return below > row.capHeight * 0.11 && blot.bottom - blot.top > row.capHeight * 1.05 ? 'Q' : char
    })
    return { ...word, text: text.join('') }
  })

/** Drops a label that the first reading missed and the second has. */
const withoutLabel = (words: readonly ReadWord[]): ReadWord[] => {
  const glyphs = glyphsOf(words)
  const label = leadingLabel(glyphs)
  if (!label || label.likeness < 0.85 || label.to < 5) return [...words]
  let from = label.to
  while (from < glyphs.length && ' :;.'.includes(glyphs[from]?.char ?? '')) from++
  return from < glyphs.length ? wordsBetween(words, glyphs, from, glyphs.length) : [...words]
}

/** How far a reading of a value can be trusted: its worst word; little when ink was left unread. */
const judge = (words: readonly ReadWord[], parts: readonly Component[]): number => {
  if (words.length === 0) return 0
  const worst = Math.min(...words.map((word) => word.confidence))
  return hasUnreadInk(words, parts, 0) ? Math.min(0.4, worst * 0.5) : worst
}

/** The longest run of print in a row: a header is one, whatever dirt stands beside it. */
const mainRun = (row: TextRow, unit: number): readonly Component[] => {
  let best: readonly Component[] = []
  let most = -1
  for (let rest: readonly Component[] = row.parts; rest.length > 0; ) {
    const [run, after] = splitAtGap(rest, 24 * unit)
    const letters = run.filter((part) => {
      const height = part.bottom - part.top
      return height > row.capHeight * 0.6 && height < row.capHeight * 1.6
    })
    if (letters.length > most) {
      most = letters.length
      best = run
    }
    rest = after
  }
  return best
}

const readNikRow = async (
  line: ReadRow,
  unit: number,
  read: (box: Box) => Promise<ReadWord[]>,
): Promise<NikRow | undefined> => {
  const digits = nikDigits(line, unit)
  const first = digits[0]
  const last = digits.at(-1)
  if (!first || !last) return undefined
  const box = rowBox(line.row, first.left - 5 * unit, last.right + 5 * unit)
  const words = await read(box)
  const text = words.map((word) => word.text).join(' ')
  return { row: line.row, digits, print: { text, words, box } }
}

/** The NIK row's blots of digit height that stand right of its label and colon. */
const nikDigits = ({ row, label, glyphs }: ReadRow, unit: number): Component[] => {
  const end =
    label?.row === 'nik' ? (glyphs[label.to - 1]?.x ?? 0) + row.capHeight * 0.3 : firstGap(row, unit)
  const tall = row.parts.filter(
    (part) =>
      part.right > end + unit && part.left >= end - 2 * unit && part.bottom - part.top > row.capHeight * 0.62,
  )
  // Dirt far from the number is not part of it.
  let rest: readonly Component[] = tall
  let best: readonly Component[] = []
  while (rest.length > 0) {
    const [run, after] = splitAtGap(rest, row.capHeight * 1.6)
    if (run.length > best.length) best = run
    rest = after
  }
  return [...best]
}

const firstGap = (row: TextRow, unit: number): number => {
  for (let i = 1; i < row.parts.length; i++) {
    const before = row.parts[i - 1] as Component
    if ((row.parts[i] as Component).left - before.right > 12 * unit) return before.right
  }
  return 0
}
