import type { Component } from '../image/components.ts'
import type { GreyImage } from '../image/raster.ts'
import { type Box, cropText } from './crop.ts'
import type { ReadWord, TextEngine } from './engine.ts'
import { assignRows, labelLikeness, lettersOf, ROW_ORDER, type RowName } from './labels.ts'
import type { CardLayout, TextRow } from './layout.ts'

/** A piece of print with its words; the box is in slope-free card pixels. */
export type Print = { readonly text: string; readonly words: readonly ReadWord[]; readonly box: Box }

/** The print of one labelled row; a value that went on in a second line has two pieces. */
export type RowPrint = { readonly likeness: number; readonly pieces: readonly Print[] }

/** Everything read off one upright card. */
export type CardPrint = {
  readonly rows: Readonly<Partial<Record<RowName, RowPrint>>>
  /** The end of the `jenis kelamin` row: label and value of the blood group. */
  readonly blood: Print | undefined
  readonly header: readonly Print[]
  readonly nik: NikRow | undefined
}

/** The NIK's row: its blots of digit height, left to right, and what the text engine made of it. */
export type NikRow = { readonly row: TextRow; readonly digits: readonly Component[]; readonly print: Print }

/** How the rows were understood, before any value is read. */
export type RowPlan = {
  readonly fields: readonly {
    readonly name: RowName
    readonly likeness: number
    readonly rows: readonly TextRow[]
  }[]
  readonly nikRow: TextRow | undefined
  readonly nikLabelRight: number
  readonly headerRows: readonly TextRow[]
  readonly valueX: number
  /** Rows whose label read well: how much this looks like a KTP. */
  readonly anchors: number
}

const RIM = 12

const rowBox = (row: TextRow, left: number, right: number): Box => ({
  left,
  right,
  top: row.baseline - row.capHeight * 1.4,
  bottom: row.baseline + row.capHeight * 0.5,
})

/** Reads the label column in one go and decides which row is which. */
export const planRows = async (
  card: GreyImage,
  layout: CardLayout,
  engine: TextEngine,
): Promise<RowPlan | undefined> => {
  const { rows, unit, slope } = layout
  const valueX = layout.valueX
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last || valueX === undefined || rows.length < 5) return undefined
  const box: Box = {
    left: 2 * unit,
    right: valueX - 3 * unit,
    top: Math.max(0, first.baseline - 40 * unit),
    bottom: last.baseline + 12 * unit,
  }
  const words = await engine.read(cropText(card, box, slope, RIM), 'block')
  const labels = rows.map((row) => wordsOfRow(words, row, rows, box, unit))
  const texts = labels.map((list) => list.map((word) => word.text).join(' '))
  const start = findFirstField(rows, texts)
  const roles = assignRows(
    rows.slice(start).map((row, i) => ({
      label: texts[start + i] ?? '',
      hasLabelInk: row.parts.some(
        (part) =>
          part.right < valueX - 4 * unit &&
          part.bottom - part.top > row.capHeight * 0.5 &&
          part.left < valueX * 0.62,
      ),
    })),
  )
  const fields: { name: RowName; likeness: number; rows: TextRow[] }[] = []
  roles.forEach((role, i) => {
    const row = rows[start + i] as TextRow
    if (role === 'continuation') fields.at(-1)?.rows.push(row)
    else if (role !== 'other') fields.push({ name: role.row, likeness: role.likeness, rows: [row] })
  })
  const nikIndex = findNikRow(rows, texts, start)
  const nikWords = nikIndex < 0 ? [] : (labels[nikIndex] ?? [])
  const nikLabel = nikWords.filter((word) => /[A-Z]{2}/i.test(word.text)).at(0)
  return {
    fields,
    nikRow: rows[nikIndex],
    nikLabelRight: nikLabel ? nikLabel.right - RIM + box.left : 0,
    headerRows: rows.slice(
      Math.max(0, (nikIndex < 0 ? start : nikIndex) - 2),
      nikIndex < 0 ? start : nikIndex,
    ),
    valueX,
    anchors: fields.filter((field) => field.likeness >= 0.6).length,
  }
}

const wordsOfRow = (
  words: readonly ReadWord[],
  row: TextRow,
  rows: readonly TextRow[],
  box: Box,
  unit: number,
): ReadWord[] =>
  words.filter((word) => {
    const middle = (word.top + word.bottom) / 2 - RIM + box.top
    const off = (other: TextRow): number => Math.abs(middle - (other.baseline - other.capHeight * 0.4))
    return off(row) < 13 * unit && rows.every((other) => off(row) <= off(other))
  })

/** Index of the first row that can be a labelled field: after the NIK row. */
const findFirstField = (rows: readonly TextRow[], labels: readonly string[]): number => {
  const nik = labels.findIndex((label, i) => i < 6 && isNikLabel(label))
  if (nik >= 0) return nik + 1
  const nama = labels.findIndex((label, i) => i < 7 && labelLikeness(label, 'nama') >= 0.75)
  if (nama >= 0) return nama
  const tallest = rows
    .slice(0, 6)
    .reduce(
      (best, row, i) => (row.capHeight > (rows[best]?.capHeight ?? 0) && row.parts.length >= 10 ? i : best),
      0,
    )
  return Math.min(tallest + 1, rows.length - 1)
}

const isNikLabel = (label: string): boolean =>
  /^(NIK|NLK|NIX|MIK|NK|N1K)/.test(lettersOf(label.replace(/1/g, 'I')))

const findNikRow = (rows: readonly TextRow[], labels: readonly string[], start: number): number => {
  const named = labels.findIndex((label, i) => i < start && isNikLabel(label))
  if (named >= 0) return named
  return start > 0 && (rows[start - 1]?.parts.length ?? 0) >= 10 ? start - 1 : -1
}

const joined = (words: readonly ReadWord[]): string => words.map((word) => word.text).join(' ')

/** Reads values, header and NIK row; the engine's instances share the work. */
export const readPrint = async (
  card: GreyImage,
  layout: CardLayout,
  plan: RowPlan,
  engine: TextEngine,
): Promise<CardPrint> => {
  const { slope, unit } = layout
  const read = async (box: Box): Promise<Print> => {
    const words = await engine.read(cropText(card, box, slope, RIM), 'line')
    return { text: joined(words), words, box }
  }
  const pad = 5 * unit
  const nikPart = plan.nikRow ? nikDigits(plan.nikRow, plan, unit) : []
  const nikBox =
    plan.nikRow && nikPart[0]
      ? rowBox(plan.nikRow, nikPart[0].left - pad, (nikPart.at(-1) as Component).right + pad)
      : undefined
  const nikRead = nikBox ? read(nikBox) : undefined
  const headerRead = plan.headerRows.map((row) =>
    read(rowBox(row, (row.parts[0] as Component).left - pad, (row.parts.at(-1) as Component).right + pad)),
  )
  let bloodRead: Promise<Print> | undefined
  const rowsRead = plan.fields.map(async (field): Promise<[RowName, RowPrint]> => {
    const pieces = field.rows.flatMap((row) => {
      const parts = row.parts.filter((part) => part.left >= plan.valueX - 3 * unit)
      if (parts.length === 0) return []
      const [value, rest] = field.name === 'jenisKelamin' ? splitAtGap(parts, unit) : [parts, []]
      const restStart = rest[0]
      if (restStart)
        bloodRead = read(rowBox(row, restStart.left - pad, (rest.at(-1) as Component).right + pad))
      return [
        read(rowBox(row, (value[0] as Component).left - 3 * unit, (value.at(-1) as Component).right + pad)),
      ]
    })
    return [field.name, { likeness: field.likeness, pieces: await Promise.all(pieces) }]
  })
  const [rows, header, nik] = await Promise.all([Promise.all(rowsRead), Promise.all(headerRead), nikRead])
  return {
    rows: Object.fromEntries(rows) as Partial<Record<RowName, RowPrint>>,
    blood: await bloodRead,
    header,
    nik: plan.nikRow && nik ? { row: plan.nikRow, digits: nikPart, print: nik } : undefined,
  }
}

/** Splits a row where a gap much wider than a space begins. */
const splitAtGap = (
  parts: readonly Component[],
  unit: number,
): [readonly Component[], readonly Component[]] => {
  for (let i = 1; i < parts.length; i++) {
    if ((parts[i] as Component).left - (parts[i - 1] as Component).right > 18 * unit)
      return [parts.slice(0, i), parts.slice(i)]
  }
  return [parts, []]
}

/** The NIK row's blots of digit height that stand right of its label and colon. */
const nikDigits = (row: TextRow, plan: RowPlan, unit: number): Component[] => {
  const from = plan.nikLabelRight > 0 ? plan.nikLabelRight : firstGap(row, unit)
  return row.parts.filter(
    (part) => part.left >= from - 2 * unit && part.bottom - part.top > row.capHeight * 0.62,
  )
}

const firstGap = (row: TextRow, unit: number): number => {
  for (let i = 1; i < row.parts.length; i++) {
    const before = row.parts[i - 1] as Component
    if ((row.parts[i] as Component).left - before.right > 12 * unit) return before.right
  }
  return 0
}

/** Number of labelled rows that a whole card has. */
export const ROW_COUNT = ROW_ORDER.length
