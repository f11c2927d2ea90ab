import { similarity } from '#shared/domain/ktp/closest.ts'

/** The labelled rows of a card in printing order; `ttl` carries two fields, `jenisKelamin` also the blood group. */
export const ROW_ORDER = [
  'nama',
  'ttl',
  'jenisKelamin',
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

/** Labels as printed, without spaces and signs. */
const LABELS: Readonly<Record<RowName, readonly string[]>> = {
  nama: ['NAMA'],
  ttl: ['TEMPATTGLLAHIR'],
  jenisKelamin: ['JENISKELAMIN'],
  alamat: ['ALAMAT'],
  rtRw: ['RTRW'],
  kelDesa: ['KELDESA'],
  kecamatan: ['KECAMATAN'],
  agama: ['AGAMA'],
  statusPerkawinan: ['STATUSPERKAWINAN'],
  pekerjaan: ['PEKERJAAN'],
  kewarganegaraan: ['KEWARGANEGARAAN'],
  berlakuHingga: ['BERLAKUHINGGA'],
}

/** Letters only, upper case: what labels are compared by. */
export const lettersOf = (text: string): string => text.toUpperCase().replace(/[^A-Z]/g, '')

/** How much a printed text looks like a row's label, 0..1. */
export const labelLikeness = (text: string, row: RowName): number => {
  const letters = lettersOf(text)
  return letters === '' ? 0 : Math.max(...LABELS[row].map((label) => similarity(letters, label)))
}

/** One row of the card as far as assignment needs it. */
export type LabelledRow = {
  /** Print found in the label column ('' when none could be read). */
  readonly label: string
  /** Whether there is ink in the label column at all. */
  readonly hasLabelInk: boolean
}

/** What a row was taken for. */
export type RowRole = { readonly row: RowName; readonly likeness: number } | 'continuation' | 'other'

const SKIP_FIELD = -0.55
const SKIP_ROW = -0.45

/**
 * Gives every row its place in the printing order by dynamic programming: labels that read well
 * anchor the order, and rows between two anchors follow from it even when their labels cannot be read.
 */
export const assignRows = (rows: readonly LabelledRow[]): RowRole[] => {
  const fields = ROW_ORDER.length
  const best = table(rows.length + 1, fields + 1, Number.NEGATIVE_INFINITY)
  const step = table(rows.length + 1, fields + 1, 0)
  const set = (i: number, j: number, value: number, how: number): void => {
    if (value > (best[i]?.[j] as number)) {
      ;(best[i] as number[])[j] = value
      ;(step[i] as number[])[j] = how
    }
  }
  set(0, 0, 0, 0)
  for (let i = 0; i <= rows.length; i++) {
    for (let j = 0; j <= fields; j++) {
      const here = best[i]?.[j] as number
      if (here === Number.NEGATIVE_INFINITY) continue
      const row = rows[i]
      const name = ROW_ORDER[j]
      if (name !== undefined) set(i, j + 1, here + SKIP_FIELD, FIELD_MISSING)
      if (row === undefined) continue
      // Below the label column's ink a value goes on; only after a row that was found.
      set(
        i + 1,
        j,
        here + (row.hasLabelInk || j === 0 ? SKIP_ROW : 0.3),
        row.hasLabelInk || j === 0 ? ROW_OTHER : ROW_CONTINUES,
      )
      if (name !== undefined) set(i + 1, j + 1, here + matchScore(row, name), ROW_IS_FIELD)
    }
  }
  return trace(rows, step)
}

const FIELD_MISSING = 1
const ROW_OTHER = 2
const ROW_CONTINUES = 3
const ROW_IS_FIELD = 4

const table = (rows: number, columns: number, value: number): number[][] =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(value))

const matchScore = (row: LabelledRow, name: RowName): number => {
  if (!row.hasLabelInk) return -0.6
  // An unreadable label neither helps nor hurts much: the order decides.
  return labelLikeness(row.label, name) * 2 - 0.6
}

const trace = (rows: readonly LabelledRow[], step: readonly (readonly number[])[]): RowRole[] => {
  const roles: RowRole[] = []
  let i = rows.length
  let j = ROW_ORDER.length
  while (i > 0 || j > 0) {
    const how = step[i]?.[j]
    if (how === FIELD_MISSING) j--
    else if (how === ROW_OTHER || how === ROW_CONTINUES) {
      roles.push(how === ROW_OTHER ? 'other' : 'continuation')
      i--
    } else {
      i--
      j--
      const row = ROW_ORDER[j] as RowName
      roles.push({ row, likeness: labelLikeness(rows[i]?.label ?? '', row) })
    }
  }
  return roles.reverse()
}
