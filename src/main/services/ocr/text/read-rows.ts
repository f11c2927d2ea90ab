import type { Component } from '../image/components.ts'
import type { GreyImage } from '../image/raster.ts'
import { closeGaps } from './close-gaps.ts'
import { type Box, cropText } from './crop.ts'
import type { ReadWord, TextEngine } from './engine.ts'
import { type FoundLabel, innerLabels, leadingLabel } from './labels.ts'
import type { CardLayout, TextRow } from './layout.ts'
import { type Glyph, glyphsOf, moveWords } from './line.ts'
import { isNik } from './nik-row.ts'
import { unreadRuns, withLaterWords } from './unread.ts'

/** One row of the card with all that was read from it, labels and values alike. */
export type ReadRow = {
  readonly row: TextRow
  /** Words in slope-free card pixels. */
  readonly words: readonly ReadWord[]
  readonly glyphs: readonly Glyph[]
  /** The label that opens the row, if one does. */
  readonly label: FoundLabel | undefined
  /** Labels further right: the blood group's, or a second column's. */
  readonly inner: readonly FoundLabel[]
}

/** White rim around every crop, pixels. */
export const RIM = 12

/** The strip of card that holds a row's print from `left` to `right`. */
export const rowBox = (row: TextRow, left: number, right: number): Box => ({
  left,
  right,
  top: row.baseline - row.capHeight * 1.4,
  bottom: row.baseline + row.capHeight * 0.5,
})

/** Reads one strip as a line, enlarged or reduced by `scale`; words come back in slope-free card pixels. */
export const readStrip = async (
  card: GreyImage,
  slope: number,
  box: Box,
  engine: TextEngine,
  scale = 1,
): Promise<ReadWord[]> => {
  const crop = cropText(card, box, slope, RIM, scale)
  // A row's box is 1.9 capitals high.
  const { picture, toOriginal } = closeGaps(crop, ((crop.height - 2 * RIM) / 1.9) * WIDEST_GAP)
  const words = (await engine.read(picture, 'line')).map((word) => ({
    ...word,
    left: toOriginal(word.left),
    right: toOriginal(word.right),
    middles: word.middles.map(toOriginal),
  }))
  return moveWords(words, { scale, dx: box.left - RIM / scale, dy: box.top - RIM / scale })
}

/** Widest gap that the text engine is shown, in capitals' heights: more than any space between words. */
const WIDEST_GAP = 1.3

/** Mean darkness of a column of print, 0..255, that print pale from glare still has and smooth paper has not. */
const FAINT = 26

/** How far a row's print goes on to the right in ink too pale for blots: glare often takes the end of a line. */
const faintEnd = (card: GreyImage, row: TextRow, slope: number, from: number, limit: number): number => {
  const gap = row.capHeight * 0.9
  const dark = (x: number, top: number, bottom: number): number => {
    let sum = 0
    let n = 0
    for (let y = row.baseline - row.capHeight * top; y < row.baseline - row.capHeight * bottom; y += 2, n++)
      sum += 255 - (card.data[Math.round(y + slope * x) * card.width + Math.round(x)] ?? 255)
    return n === 0 ? 0 : sum / n
  }
  let end = from
  let run = 0
  for (let x = from; x < Math.min(limit, card.width) && x - end < gap; x++) {
    // Where the paper between the rows is as dark, that is dirt or noise.
    const ink = dark(x, 0.9, 0) > FAINT + 1.5 * dark(x, 1.5, 1.15)
    run = ink ? run + 1 : 0
    if (run >= 2) end = x + 1
  }
  return end
}

/** Rows read before it is decided whether this can be a KTP at all. */
const FIRST_LOOK = 6

/** Words of this many letters that must read clearly, and be most of their kind, before print is said to stand upright. */
const LEAST_CLEAR_WORDS = 3
const CLEAR_WORD = 0.85

/** Whether rows read so clearly that they cannot stand upside down: then most words are guesses. */
const readsClearly = (lines: readonly ReadRow[]): boolean => {
  const words = lines.flatMap((line) => line.words).filter((word) => /[A-Z]{4}/i.test(word.text))
  const clear = words.filter((word) => word.confidence >= CLEAR_WORD).length
  return clear >= LEAST_CLEAR_WORDS && clear * 2 > words.length
}

/**
 * Reads every row in one go, from the first blot to the photograph. Six rows from the middle are read first, every
 * other one before the rest: when fewer than two of them open with a label and none is a NIK, this is `other` print that stands upright
 * (another card, a sheet of paper), or nothing is returned: it may be a KTP upside down.
 */
export const readRows = async (
  card: GreyImage,
  layout: CardLayout,
  engine: TextEngine,
): Promise<ReadRow[] | 'other' | undefined> => {
  const { rows, slope, unit, photoX } = layout
  if (rows.length < 5) return undefined
  const pad = 5 * unit
  const strip = (row: TextRow, left: number, right: number): Promise<ReadWord[]> =>
    readStrip(card, slope, rowBox(row, left - pad, right + pad), engine)
  const understand = (row: TextRow, words: readonly ReadWord[]): ReadRow => {
    const glyphs = glyphsOf(words)
    const label = leadingLabel(glyphs)
    return { row, words, glyphs, label, inner: innerLabels(glyphs, label?.to ?? 0, 18 * unit) }
  }
  const read = async (row: TextRow): Promise<ReadRow> => {
    const first = row.parts[0] as Component
    const last = row.parts.at(-1) as Component
    const right = faintEnd(card, row, slope, last.right, photoX)
    return understand(row, await strip(row, first.left, right))
  }
  const complete = async (line: ReadRow): Promise<ReadRow> => {
    const runs = unreadRuns(line.row, line.words)
    if (runs.length === 0) return line
    const later = await Promise.all(
      runs.map((run) => strip(line.row, (run[0] as Component).left, (run.at(-1) as Component).right)),
    )
    return understand(line.row, withLaterWords(line.words, later.flat()))
  }
  const start = Math.max(0, Math.min(3, rows.length - FIRST_LOOK))
  const looked = rows.slice(start, start + FIRST_LOOK)
  const labels = (lines: readonly ReadRow[]): number =>
    lines.filter((line) => (line.label?.likeness ?? 0) >= 0.7).length
  // Every other row first: where none of them opens with a label, the rest would hardly make a KTP of it.
  const even = await Promise.all(looked.filter((_, i) => i % 2 === 0).map(read))
  const unlabelled = (lines: readonly ReadRow[]) => (readsClearly(lines) ? 'other' : undefined)
  if (labels(even) === 0 && !even.some(isNik)) return unlabelled(even)
  const odd = await Promise.all(looked.filter((_, i) => i % 2 === 1).map(read))
  const both = [...even, ...odd]
  if (labels(both) < 2 && !both.some(isNik)) return unlabelled(both)
  const middle = looked.map((_, i) => (i % 2 === 0 ? even : odd)[i >> 1] as ReadRow)
  const readWhole = async (row: TextRow): Promise<ReadRow> => complete(await read(row))
  return Promise.all([
    ...rows.slice(0, start).map(readWhole),
    ...middle.map(complete),
    ...rows.slice(start + FIRST_LOOK).map(readWhole),
  ])
}

/** Card units left of the labels where print is no longer the card's. */
const OUTSIDE = 22

/**
 * Where the card begins when rows go on far left of where clear labels stand: the outline took in print that lies
 * beside the card. Undefined when nothing does.
 */
export const findCardEdge = (lines: readonly ReadRow[], unit: number): number | undefined => {
  const lefts = lines
    .flatMap(({ label, glyphs }) =>
      label && label.row !== 'nik' && label.likeness >= 0.7 ? [glyphs[label.from]?.x ?? 0] : [],
    )
    .sort((a, b) => a - b)
  // The leftmost labels count: others may be indented.
  const edge = lefts[Math.floor(lefts.length * 0.2)]
  if (lefts.length < 3 || edge === undefined) return undefined
  const limit = edge - OUTSIDE * unit
  const beyond = lines.filter(({ row }) => row.parts.filter((part) => part.right < limit).length >= 3)
  return beyond.length >= 2 ? limit : undefined
}
