import type { Component } from '../image/components.ts'
import type { GreyImage } from '../image/raster.ts'
import { type Box, cropText } from './crop.ts'
import type { ReadWord, TextEngine } from './engine.ts'
import { assignRows, labelLikeness, lettersOf, ROW_ORDER, type RowName } from './labels.ts'
import type { CardLayout, TextRow } from './layout.ts'
import { hasUnreadInk, restoreSpaces } from './spaces.ts'

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
  readonly valueX: (baseline: number) => number
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
    right: Math.min(valueX(first.baseline), valueX(last.baseline)) - 3 * unit,
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
      hasLabelInk: hasLabelInk(row, valueX(row.baseline), unit),
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

const hasLabelInk = (row: TextRow, valueX: number, unit: number): boolean =>
  row.parts.some(
    (part) =>
      part.right < valueX - 4 * unit &&
      part.bottom - part.top > row.capHeight * 0.5 &&
      part.left < valueX * 0.62,
  )

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

/** How far a reading of a value can be trusted: its worst word; little when ink was left unread. */
const judge = (words: readonly ReadWord[], parts: readonly Component[], offset: number): number => {
  if (words.length === 0) return 0
  const worst = Math.min(...words.map((word) => word.confidence))
  return hasUnreadInk(words, parts, offset) ? Math.min(0.4, worst * 0.5) : worst
}

const isLabel = (text: string): boolean => ROW_ORDER.some((row) => labelLikeness(text, row) >= 0.8)

const joined = (words: readonly ReadWord[]): string => words.map((word) => word.text).join(' ')

/** Reads values, header and NIK row; the engine's instances share the work. */
export const readPrint = async (
  card: GreyImage,
  layout: CardLayout,
  plan: RowPlan,
  engine: TextEngine,
): Promise<CardPrint> => {
  const { slope, unit } = layout
  const pad = 5 * unit
  const read = async (box: Box): Promise<Print> => {
    const words = await engine.read(cropText(card, box, slope, RIM), 'line')
    return { text: joined(words), words, box }
  }
  const readValue = async (row: TextRow, parts: readonly Component[]): Promise<Print> => {
    const box = rowBox(row, (parts[0] as Component).left - 3 * unit, (parts.at(-1) as Component).right + pad)
    const print = await read(box)
    const first = judge(print.words, parts, box.left - RIM)
    const text = restoreSpaces(print.words, parts, box.left - RIM)
    if (first >= 0.5) return { ...print, text }
    // Tesseract drops short values (WNI) and lone letters; read together with the label it keeps them.
    const whole = await read(rowBox(row, (row.parts[0] as Component).left - pad, box.right))
    const start = (parts[0] as Component).left - whole.box.left + RIM
    const words = whole.words.filter((word) => (word.left + word.right) / 2 > start && !isLabel(word.text))
    const second = judge(words, parts, whole.box.left - RIM)
    if (second > first) return { text: joined(words), words, box }
    return {
      text,
      words: print.words.map((word) => ({
        ...word,
        confidence: Math.min(word.confidence, Math.max(0.3, first)),
      })),
      box,
    }
  }
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
      const parts = valueParts(row, plan.valueX(row.baseline), unit)
      if (parts.length === 0) return []
      const [value, rest] =
        field.name === 'jenisKelamin' ? splitAtGap(parts, 18 * unit) : [withoutStrays(parts, row, unit), []]
      const restStart = rest[0]
      if (restStart)
        bloodRead = read(rowBox(row, restStart.left - pad, (rest.at(-1) as Component).right + pad))
      return [readValue(row, value)]
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

/** A row's blots from the value column on; a letter that hangs out to the left (J) belongs to it, a colon does not. */
const valueParts = (row: TextRow, valueX: number, unit: number): Component[] =>
  row.parts.filter((part) => {
    const hanging = part.bottom - part.top > row.capHeight * 0.9 && part.right > valueX - unit
    return part.left >= valueX - (hanging ? 9 : 3) * unit
  })

/** Splits a row where a gap much wider than a space begins. */
const splitAtGap = (
  parts: readonly Component[],
  gap: number,
): [readonly Component[], readonly Component[]] => {
  for (let i = 1; i < parts.length; i++) {
    if ((parts[i] as Component).left - (parts[i - 1] as Component).right > gap)
      return [parts.slice(0, i), parts.slice(i)]
  }
  return [parts, []]
}

/** A blot or two far right of a value are scratches or pattern, not print. */
const withoutStrays = (parts: readonly Component[], row: TextRow, unit: number): readonly Component[] => {
  const [value, rest] = splitAtGap(parts, 26 * unit)
  const letters = rest.filter((part) => part.bottom - part.top > row.capHeight * 0.7)
  return letters.length >= 3 ? parts : value
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
