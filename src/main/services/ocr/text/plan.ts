import type { Component } from '../image/components.ts'
import type { ReadWord } from './engine.ts'
import { assignRows, type FoundLabel, type RowName } from './labels.ts'
import type { TextRow } from './layout.ts'
import { wordsBetween } from './line.ts'
import { digitsIn, isNik } from './nik-row.ts'
import type { ReadRow } from './read-rows.ts'
import { findTellTales } from './tell-tale.ts'

/** A stretch of one row that holds a value, or a part of one, with its ink and what was read there. */
export type Piece = {
  readonly row: TextRow
  readonly parts: readonly Component[]
  readonly words: readonly ReadWord[]
}

/** How the rows of a card were understood. */
export type RowPlan = {
  readonly fields: ReadonlyMap<RowName, { readonly likeness: number; readonly pieces: readonly Piece[] }>
  readonly nik: ReadRow | undefined
  readonly header: readonly ReadRow[]
  /** Whether the NIK's row is that beyond doubt. */
  readonly hasNik: boolean
  /** Labels that read well: how much this looks like a KTP. */
  readonly anchors: number
}

/** Decides which row is which, and where values begin. */
export const planRows = (lines: readonly ReadRow[], unit: number): RowPlan => {
  const nikIndex = findNik(lines)
  const body = lines.slice(nikIndex + 1)
  const labelX = labelEdge(body)
  const roles = assignRows(
    body.map((line) => ({
      label: line.label?.row === 'nik' ? undefined : line.label,
      hasLabelInk: leftOf(line.row) < labelX + 26 * unit,
    })),
  )
  const colonX = colonColumn(body, unit)
  const leading = new Set(
    body.map((line) => ((line.label?.likeness ?? 0) >= 0.7 ? line.label?.row : undefined)),
  )
  const fields = new Map<RowName, { likeness: number; pieces: Piece[] }>()
  let last: RowName | undefined
  roles.forEach((role, i) => {
    const line = body[i] as ReadRow
    if (role === 'other') return
    if (role === 'continuation') {
      const piece = withoutStrays({ row: line.row, parts: line.row.parts, words: line.words }, unit)
      if (last !== undefined && mayGoOn(last)) fields.get(last)?.pieces.push(piece)
      return
    }
    const label = line.label && line.label.row === role.row ? line.label : undefined
    const inners = line.inner.filter((inner) => !leading.has(inner.row))
    const end = inners[0]?.from ?? line.glyphs.length
    const value = valuePiece(line, label, end, colonX, unit)
    fields.set(role.row, { likeness: role.likeness, pieces: value ? [value] : [] })
    last = role.row
    inners.forEach((inner, k) => {
      if (fields.has(inner.row as RowName)) return
      const innerEnd = inners[k + 1]?.from ?? line.glyphs.length
      const piece = valuePiece(line, inner, innerEnd, undefined, unit)
      fields.set(inner.row as RowName, { likeness: inner.likeness, pieces: piece ? [piece] : [] })
    })
  })
  splitBloodGroup(fields, unit)
  findTellTales(body, fields)
  return {
    fields,
    nik: lines[nikIndex],
    hasNik: isNik(lines[nikIndex]),
    header: lines
      .slice(Math.max(0, nikIndex - HEADER_ROWS), Math.max(0, nikIndex))
      .filter((line) => line.row.parts.length >= 4),
    anchors: [...fields.values()].filter((field) => field.likeness >= 0.7).length,
  }
}

/** Rows above the NIK among which the two of the header are looked for: pattern may look like one more. */
const HEADER_ROWS = 4

/** Values that are long enough to need a second line. */
const mayGoOn = (row: RowName): boolean =>
  row === 'nama' || row === 'alamat' || row === 'pekerjaan' || row === 'ttl'

const leftOf = (row: TextRow): number => (row.parts[0] as Component).left

/** The row that the NIK stands in: by its label, else the row above the first labelled one with most digit-high ink. */
const findNik = (lines: readonly ReadRow[]): number => {
  const first = lines.findIndex(
    (line) => line.label && line.label.row !== 'nik' && line.label.likeness >= 0.7,
  )
  const above = lines.slice(0, first < 0 ? 6 : first)
  const named = above.findIndex((line) => line.label?.row === 'nik' && digitsIn(line) >= 6)
  if (named >= 0) return named
  let best = -1
  above.forEach((line, i) => {
    if (digitsIn(line) >= 8 && digitsIn(line) > digitsIn(lines[best])) best = i
  })
  if (best >= 0) return best
  const label = above.findIndex((line) => line.label?.row === 'nik')
  if (label >= 0) return label
  const tallest = above.reduce((at, line, i) => {
    const height = line.row.parts.length >= 10 ? line.row.capHeight : 0
    return height > (above[at]?.row.capHeight ?? 0) ? i : at
  }, -1)
  return tallest
}

const median = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : [...values].sort((a, b) => a - b)[values.length >> 1]

/** Where labels begin: the middle one of the left edges of rows whose labels read well. */
const labelEdge = (lines: readonly ReadRow[]): number =>
  median(lines.filter((line) => (line.label?.likeness ?? 0) >= 0.7).map((line) => leftOf(line.row))) ?? 0

const isColon = (char: string): boolean => ':;.'.includes(char)

/** Where colons stand, when at least four stand in a column. */
const colonColumn = (lines: readonly ReadRow[], unit: number): number | undefined => {
  const places = lines.flatMap((line) => {
    const at = line.label ? firstColon(line, line.label) : -1
    return at < 0 ? [] : [line.glyphs[at]?.x ?? 0]
  })
  const middle = median(places)
  return middle !== undefined && places.filter((x) => Math.abs(x - middle) < 6 * unit).length >= 4
    ? middle
    : undefined
}

/** Index of a colon between a label and the first letter or digit behind it, or -1. */
const firstColon = (line: ReadRow, label: FoundLabel): number => {
  for (let i = label.to; i < line.glyphs.length; i++) {
    const char = line.glyphs[i]?.char ?? ''
    if (isColon(char)) return i
    if (/[A-Z0-9]/i.test(char)) return -1
  }
  return -1
}

/** The ink and words of a value that begins after a label and its colon. */
const valuePiece = (
  line: ReadRow,
  label: FoundLabel | undefined,
  end: number,
  colonX: number | undefined,
  unit: number,
): Piece | undefined => {
  const { glyphs, row } = line
  let from = label?.to ?? 0
  const colon = label ? firstColon(line, label) : -1
  if (colon >= 0 && colon < end) from = colon + 1
  else if (colonX !== undefined)
    // A colon that was read as something else, or a label that could not be read: what stands left of its column is no value.
    while (from < end && (glyphs[from]?.x ?? Infinity) < colonX + 2.5 * unit) from++
  while (from < end && (glyphs[from]?.char === ' ' || isColon(glyphs[from]?.char ?? ''))) from++
  const before = glyphs[from - 1]
  const first = glyphs[from]
  const stop = end < glyphs.length ? (glyphs[end]?.x ?? Infinity) - 6 * unit : Number.POSITIVE_INFINITY
  const left = Math.max(
    before ? before.x + unit : 0,
    colonX !== undefined && label ? Math.min(colonX + 2 * unit, first?.x ?? Infinity) : 0,
  )
  const inside = row.parts.filter((part) => {
    const middle = (part.left + part.right) / 2
    return middle > left && middle < stop
  })
  // Dots of a colon come before the first letter.
  const tall = inside.findIndex((part) => part.bottom - part.top > row.capHeight * 0.6)
  const parts = tall < 0 ? inside : inside.slice(tall)
  if (parts.length === 0) return undefined
  return withoutStrays({ row, parts, words: wordsBetween(line.words, glyphs, from, end) }, unit)
}

/** A blot or two far right of a value are scratches or pattern, not print. */
const withoutStrays = (piece: Piece, unit: number): Piece => {
  const [value, rest] = splitAtGap(piece.parts, 26 * unit)
  const letters = rest.filter((part) => part.bottom - part.top > piece.row.capHeight * 0.7)
  if (rest.length === 0 || letters.length >= 3) return piece
  const limit = (value.at(-1) as Component).right + 8 * unit
  return { ...piece, parts: value, words: piece.words.filter((word) => word.left < limit) }
}

/** Splits a row where a gap much wider than a space begins. */
export const splitAtGap = (
  parts: readonly Component[],
  gap: number,
): [readonly Component[], readonly Component[]] => {
  for (let i = 1; i < parts.length; i++) {
    if ((parts[i] as Component).left - (parts[i - 1] as Component).right > gap)
      return [parts.slice(0, i), parts.slice(i)]
  }
  return [parts, []]
}

/** The blood group shares the sex's row: where its label could not be read, the wide gap before it tells. */
const splitBloodGroup = (fields: Map<RowName, { likeness: number; pieces: Piece[] }>, unit: number): void => {
  const sex = fields.get('jenisKelamin')
  const piece = sex?.pieces[0]
  if (!sex || !piece || fields.has('golonganDarah')) return
  const [value, rest] = splitAtGap(piece.parts, 18 * unit)
  const border = rest[0]
  if (!border) return
  const isLeft = (word: ReadWord): boolean => (word.left + word.right) / 2 < border.left
  sex.pieces = [{ ...piece, parts: value, words: piece.words.filter(isLeft) }]
  fields.set('golonganDarah', {
    likeness: 0,
    pieces: [{ row: piece.row, parts: rest, words: piece.words.filter((word) => !isLeft(word)) }],
  })
}
