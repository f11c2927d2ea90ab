import type { Glyph } from './line.ts'

/** The labelled rows of a card in their usual order; `ttl` carries two fields. */
export const ROW_ORDER = [
  'nama',
  'ttl',
  'jenisKelamin',
  'golonganDarah',
  'alamat',
  'rtRw',
  'kelDesa',
  'kecamatan',
  'agama',
  'statusPerkawinan',
  'pekerjaan',
  'kewarganegaraan',
  'berlakuHingga',
] as const

/** One labelled row. */
export type RowName = (typeof ROW_ORDER)[number]

/** Labels as printed, letters only. */
const LABELS: Readonly<Record<RowName | 'nik', readonly string[]>> = {
  nik: ['NIK'],
  nama: ['NAMA', 'NAMALENGKAP'],
  ttl: ['TEMPATTGLLAHIR', 'TEMPATTANGGALLAHIR', 'TEMPATDANTGLLAHIR'],
  jenisKelamin: ['JENISKELAMIN'],
  golonganDarah: ['GOLDARAH', 'GOLONGANDARAH'],
  alamat: ['ALAMAT'],
  rtRw: ['RTRW'],
  kelDesa: ['KELDESA', 'KELURAHANDESA', 'DESAKELURAHAN', 'DESAKEL'],
  kecamatan: ['KECAMATAN'],
  agama: ['AGAMA'],
  statusPerkawinan: ['STATUSPERKAWINAN', 'STATUSKAWIN', 'STATUSPERNIKAHAN'],
  pekerjaan: ['PEKERJAAN'],
  kewarganegaraan: ['KEWARGANEGARAAN', 'WARGANEGARA', 'KEBANGSAAN'],
  berlakuHingga: ['BERLAKUHINGGA', 'BERLAKUSAMPAI', 'BERLAKUSD'],
}

/** A label found in a line: glyphs `from` (inclusive) to `to` (exclusive) spell it. */
export type FoundLabel = {
  readonly row: RowName | 'nik'
  /** 0..1: share of the label's letters that were read. */
  readonly likeness: number
  readonly from: number
  readonly to: number
}

/** Below this a leading label says nothing. */
const LEAST_LIKENESS = 0.55
/** Labels in the middle of a line must be plainer: values may look like labels. */
const LEAST_INNER_LIKENESS = 0.74
/** Glyphs of dirt that may stand before a label. */
const LEAST_SKIP = 3

const letterOf = (glyph: Glyph): string => {
  const c = glyph.char.toUpperCase()
  if (c >= 'A' && c <= 'Z') return c
  return c === '0' ? 'O' : c === '1' || c === '|' || c === '!' ? 'I' : c === '5' ? 'S' : c === '6' ? 'G' : ''
}

/** The label that opens a line, the likeliest one; undefined when nothing like one stands there. */
export const leadingLabel = (glyphs: readonly Glyph[]): FoundLabel | undefined =>
  bestLabel(glyphs, 0, LEAST_SKIP, LEAST_LIKENESS)

/** Labels after the first value of a line (`Gol. Darah`, or the second column of a row); `gap` is wider than a space. */
export const innerLabels = (glyphs: readonly Glyph[], from: number, gap: number): FoundLabel[] => {
  const found: FoundLabel[] = []
  for (let i = Math.max(1, from); i < glyphs.length; i++) {
    const before = glyphs[i - 1] as Glyph
    if (before.char !== ' ') continue
    const label = bestLabel(glyphs, i, 0, LEAST_INNER_LIKENESS)
    // Short labels are ordinary letters elsewhere.
    if (!label || label.row === 'nik' || label.row === 'nama' || label.row === 'rtRw') continue
    // Places and streets may be called like a label: only a colon, or the distance of a column, makes it one.
    const colon = glyphs.slice(label.to, label.to + 3).some((glyph) => glyph.char === ':')
    const apart = (glyphs[label.from]?.x ?? 0) - before.x > gap
    if (!colon && !apart) continue
    found.push(label)
    i = label.to
  }
  return found
}

const bestLabel = (
  glyphs: readonly Glyph[],
  start: number,
  skip: number,
  least: number,
): FoundLabel | undefined => {
  const letters: { letter: string; at: number }[] = []
  for (let i = start; i < glyphs.length && letters.length < 30; i++) {
    const letter = letterOf(glyphs[i] as Glyph)
    if (letter !== '') letters.push({ letter, at: i })
  }
  let best: FoundLabel | undefined
  for (const [row, spellings] of Object.entries(LABELS) as [RowName | 'nik', readonly string[]][]) {
    for (const spelling of spellings) {
      const match = matchPrefix(letters.map((l) => l.letter).join(''), spelling, skip)
      const likeness = 1 - match.distance / spelling.length
      // Of two labels that fit equally, the longer one explains more of the line.
      const better =
        !best || likeness > best.likeness + 0.01 || (likeness >= best.likeness && spelling.length > 6)
      const last = letters[match.end - 1]
      if (likeness < least || !better || !last) continue
      best = { row, likeness, from: letters[match.start]?.at ?? start, to: last.at + 1 }
    }
  }
  return best
}

/**
 * Edit distance of a label to the best-fitting stretch of a text that starts within its first `skip` letters
 * (each skipped letter costs a little); the text may go on behind.
 */
const matchPrefix = (
  text: string,
  label: string,
  skip: number,
): { distance: number; start: number; end: number } => {
  let best = { distance: label.length, start: 0, end: 0 }
  for (let start = 0; start <= Math.min(skip, text.length); start++) {
    const window = text.slice(start, start + label.length + 3)
    let row = Array.from({ length: window.length + 1 }, (_, j) => j)
    for (let i = 1; i <= label.length; i++) {
      const next = [i]
      for (let j = 1; j <= window.length; j++) {
        const change = (row[j - 1] as number) + (label[i - 1] === window[j - 1] ? 0 : 1)
        next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
      }
      row = next
    }
    row.forEach((cost, j) => {
      const distance = cost + start * 0.25
      if (distance < best.distance) best = { distance, start, end: start + j }
    })
  }
  return best
}

/** How much a printed text looks like a row's label, 0..1. */
export const labelLikeness = (text: string, row: RowName): number => {
  const letters = text.toUpperCase().replace(/[^A-Z]/g, '')
  if (letters === '') return 0
  return Math.max(
    0,
    ...LABELS[row].map(
      (label) =>
        1 -
        (matchPrefix(letters, label, 0).distance + Math.max(0, letters.length - label.length - 3)) /
          label.length,
    ),
  )
}

/** One line of the card as far as naming needs it. */
export type LabelledRow = {
  readonly label: FoundLabel | undefined
  /** Whether print stands where labels stand. */
  readonly hasLabelInk: boolean
}

/** What a line was taken for. */
export type RowRole = { readonly row: RowName; readonly likeness: number } | 'continuation' | 'other'

const CLEAR = 0.7

/**
 * Names every line. Clear labels name theirs, in whatever order the card has them. Lines between two of those take
 * the names that usually stand between (by likeness and order); lines without label ink go on with the value above.
 */
export const assignRows = (lines: readonly LabelledRow[]): RowRole[] => {
  const names = new Array<RowName | undefined>(lines.length).fill(undefined)
  for (const row of ROW_ORDER) {
    let best = -1
    lines.forEach((line, i) => {
      if (line.label?.row !== row || line.label.likeness < CLEAR) return
      if (best < 0 || line.label.likeness > (lines[best]?.label?.likeness ?? 0)) best = i
    })
    if (best >= 0) names[best] = row
  }
  fillBetween(lines, names)
  let started = false
  return lines.map((line, i): RowRole => {
    const row = names[i]
    if (row !== undefined) {
      started = true
      return { row, likeness: line.label?.row === row ? line.label.likeness : 0 }
    }
    return started && !line.hasLabelInk ? 'continuation' : 'other'
  })
}

const fillBetween = (lines: readonly LabelledRow[], names: (RowName | undefined)[]): void => {
  const anchors = names.flatMap((name, i) => (name === undefined ? [] : [i]))
  if (anchors.length === 0) return
  const edges = [-1, ...anchors, lines.length]
  for (let k = 0; k + 1 < edges.length; k++) {
    const from = edges[k] as number
    const to = edges[k + 1] as number
    const above = from < 0 ? -1 : ROW_ORDER.indexOf(names[from] as RowName)
    const below = to >= lines.length ? ROW_ORDER.length : ROW_ORDER.indexOf(names[to] as RowName)
    const missing = ROW_ORDER.slice(above + 1, Math.max(above + 1, below)).filter(
      // The blood group usually shares a line with the sex: only its own label names a line after it.
      (row) => !names.includes(row) && row !== 'golonganDarah',
    )
    const between = lines.flatMap((_, i) => (i > from && i < to ? [i] : []))
    const inked = between.filter((i) => lines[i]?.hasLabelInk)
    // As many lines as names: a label that glare or wear took away does not make its line a second one.
    const open = missing.length === between.length ? between : inked
    pairInOrder(lines, names, open, missing, from < 0 ? 'end' : 'start')
  }
}

/** Gives open lines the missing names in order: all when the counts agree, else those whose labels fit best. */
const pairInOrder = (
  lines: readonly LabelledRow[],
  names: (RowName | undefined)[],
  open: readonly number[],
  missing: readonly RowName[],
  side: 'start' | 'end',
): void => {
  if (open.length === missing.length) {
    open.forEach((line, k) => {
      names[line] = missing[k]
    })
    return
  }
  let rest = [...missing]
  for (const line of open) {
    const label = lines[line]?.label
    const at = label ? rest.indexOf(label.row as RowName) : -1
    if (at < 0) continue
    names[line] = rest[at]
    rest = rest.slice(at + 1)
  }
  // Above the first clear label the lines next to it are the nearest names.
  const left = missing.filter((row) => !names.includes(row))
  const free = open.filter((line) => names[line] === undefined)
  if (side === 'end' && free.length > left.length && left.length === missing.length)
    left.forEach((row, k) => {
      names[free[free.length - left.length + k] as number] = row
    })
}
