import type { FontName } from './fonts.ts'

/**
 * A layout family: how one imagined print shop sets the card. Coordinates are card units
 * (the card is 856 × 540, a tenth of a millimetre each). Real cards differ in all of this.
 */
export type Family = {
  readonly name: string
  readonly labelFont: FontName
  readonly valueFont: FontName
  readonly labelWeight: 400 | 700
  readonly valueWeight: 400 | 700
  readonly labelSize: number
  readonly valueSize: number
  /** Baselines of the two header lines, and the x they are centred on. */
  readonly header: {
    readonly y: readonly [number, number]
    readonly x: number
    readonly size: number
    readonly weight: 400 | 700
  }
  readonly nik: {
    readonly y: number
    readonly labelX: number
    readonly valueX: number
    readonly size: number
    readonly colon: boolean
    readonly labelSize: number
  }
  /** Baseline of the first row (Nama) and the distance between rows. */
  readonly rows: {
    readonly y: number
    readonly pitch: number
    readonly labelX: number
    readonly colonX: number
    readonly valueX: number
    readonly indent: number
  }
  /** Widest value before it breaks into a second line. */
  readonly wrapWidth: number
  readonly bloodX: number
  readonly photo: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly labels: 'dukcapil' | 'capital-words' | 'dotted' | 'upper' | 'long-words'
  readonly background: 'waves' | 'globe' | 'emblem' | 'plain' | 'rays'
  /** Two corners of the body's gradient. */
  readonly colours: readonly [string, string]
  readonly ink: string
  /** Place and date of issue under the photo, or none. */
  readonly issue: boolean
  /** Where the colon stands: in a column, right after its label, or nowhere. */
  readonly colons: 'column' | 'after-label' | 'none'
  /** Whether values start where their colon ends instead of in a column. */
  readonly ragged: boolean
  /** Header lines start at `header.x` instead of being centred on it. */
  readonly headerLeft: boolean
  /** Where the citizenship's label stands when it shares the religion's row, instead of having one of its own. */
  readonly citizenX?: number
  /** Rows after the NIK, from top to bottom. */
  readonly order: readonly RowKey[]
}

/** One printed row; `blood` only where the blood group has a row of its own. */
export type RowKey =
  | 'nama'
  | 'ttl'
  | 'sex'
  | 'blood'
  | 'alamat'
  | 'rt'
  | 'village'
  | 'kecamatan'
  | 'agama'
  | 'status'
  | 'pekerjaan'
  | 'citizen'
  | 'until'

const USUAL_ORDER: readonly RowKey[] = [
  'nama',
  'ttl',
  'sex',
  'alamat',
  'rt',
  'village',
  'kecamatan',
  'agama',
  'status',
  'pekerjaan',
  'citizen',
  'until',
]

const base: Family = {
  name: 'a-classic',
  labelFont: 'arimo',
  valueFont: 'arimo',
  labelWeight: 400,
  valueWeight: 400,
  labelSize: 22,
  valueSize: 22,
  header: { y: [40, 70], x: 428, size: 29, weight: 700 },
  nik: { y: 120, labelX: 28, valueX: 190, size: 38, colon: true, labelSize: 34 },
  rows: { y: 158, pitch: 27, labelX: 28, colonX: 218, valueX: 232, indent: 14 },
  wrapWidth: 380,
  bloodX: 490,
  photo: { x: 632, y: 112, width: 190, height: 250 },
  labels: 'dukcapil',
  background: 'waves',
  colours: ['#a8d3ea', '#cfe6ee'],
  ink: '#1c1c22',
  issue: true,
  colons: 'column',
  ragged: false,
  headerLeft: false,
  order: USUAL_ORDER,
}

/** The layout families of development; those that are only ever tested are drawn by kept-out-cards.ts. */
export const FAMILIES: readonly Family[] = [
  base,
  {
    ...base,
    name: 'b-bold-labels',
    labelWeight: 700,
    valueFont: 'roboto',
    labelFont: 'roboto',
    labelSize: 20,
    valueSize: 21,
    header: { y: [46, 76], x: 440, size: 27, weight: 400 },
    nik: { y: 124, labelX: 36, valueX: 170, size: 34, colon: true, labelSize: 30 },
    rows: { y: 162, pitch: 25.5, labelX: 36, colonX: 214, valueX: 228, indent: 0 },
    bloodX: 470,
    labels: 'capital-words',
    background: 'globe',
    colours: ['#9cc9e6', '#bfe0f0'],
  },
  {
    ...base,
    name: 'c-wide',
    labelFont: 'open-sans',
    valueFont: 'open-sans',
    labelSize: 18.5,
    valueSize: 19,
    header: { y: [38, 66], x: 330, size: 25, weight: 700 },
    nik: { y: 112, labelX: 44, valueX: 140, size: 32, colon: false, labelSize: 26 },
    rows: { y: 150, pitch: 28.5, labelX: 44, colonX: 222, valueX: 236, indent: 20 },
    bloodX: 500,
    photo: { x: 646, y: 92, width: 178, height: 236 },
    labels: 'dotted',
    background: 'emblem',
    colours: ['#b7dcec', '#a3cbe4'],
  },
  {
    ...base,
    name: 'd-narrow',
    labelFont: 'roboto-condensed',
    valueFont: 'roboto-condensed',
    valueWeight: 700,
    labelSize: 22,
    valueSize: 23,
    header: { y: [44, 74], x: 420, size: 30, weight: 700 },
    nik: { y: 126, labelX: 30, valueX: 160, size: 40, colon: true, labelSize: 32 },
    rows: { y: 168, pitch: 26.5, labelX: 30, colonX: 206, valueX: 220, indent: 10 },
    bloodX: 460,
    photo: { x: 620, y: 128, width: 196, height: 258 },
    background: 'rays',
    colours: ['#8fbfdf', '#b9dcea'],
  },
  {
    ...base,
    name: 'e-tight',
    labelFont: 'carlito',
    valueFont: 'carlito',
    labelSize: 22,
    valueSize: 24,
    header: { y: [34, 62], x: 428, size: 28, weight: 700 },
    nik: { y: 104, labelX: 22, valueX: 128, size: 36, colon: true, labelSize: 30 },
    rows: { y: 138, pitch: 24.5, labelX: 22, colonX: 186, valueX: 198, indent: 16 },
    bloodX: 480,
    photo: { x: 640, y: 104, width: 188, height: 246 },
    labels: 'capital-words',
    background: 'plain',
    colours: ['#bfe0ee', '#d4e9f2'],
  },
  {
    ...base,
    name: 'f-mixed-weight',
    labelFont: 'arimo',
    valueFont: 'arimo',
    labelWeight: 400,
    valueWeight: 700,
    labelSize: 20,
    valueSize: 20,
    header: { y: [50, 80], x: 450, size: 26, weight: 700 },
    nik: { y: 132, labelX: 34, valueX: 200, size: 35, colon: true, labelSize: 31 },
    rows: { y: 172, pitch: 26, labelX: 34, colonX: 222, valueX: 238, indent: 12 },
    bloodX: 495,
    photo: { x: 636, y: 138, width: 180, height: 240 },
    background: 'waves',
    colours: ['#a9cfe2', '#98c4de'],
  },
  {
    ...base,
    name: 'x-humanist',
    labelFont: 'pt-sans',
    valueFont: 'pt-sans',
    labelSize: 21,
    valueSize: 22,
    header: { y: [42, 73], x: 400, size: 28, weight: 700 },
    nik: { y: 120, labelX: 40, valueX: 160, size: 36, colon: true, labelSize: 32 },
    rows: { y: 160, pitch: 26.2, labelX: 40, colonX: 218, valueX: 232, indent: 8 },
    bloodX: 485,
    photo: { x: 640, y: 100, width: 184, height: 244 },
    labels: 'dotted',
    background: 'globe',
    colours: ['#9fd0e4', '#c4e2ea'],
  },
  {
    ...base,
    name: 'y-typewriter-gap',
    labelFont: 'dejavu-sans',
    valueFont: 'dejavu-sans',
    labelSize: 17.5,
    valueSize: 18,
    header: { y: [52, 80], x: 300, size: 23, weight: 700 },
    nik: { y: 134, labelX: 26, valueX: 186, size: 33, colon: false, labelSize: 27 },
    rows: { y: 170, pitch: 25, labelX: 26, colonX: 196, valueX: 214, indent: 18 },
    bloodX: 500,
    photo: { x: 626, y: 150, width: 194, height: 250 },
    labels: 'dukcapil',
    background: 'rays',
    colours: ['#b3d8e8', '#94c2dc'],
  },
  {
    ...base,
    name: 'z-bold-all',
    labelFont: 'fira-sans',
    valueFont: 'fira-sans',
    labelWeight: 700,
    valueWeight: 700,
    labelSize: 20,
    valueSize: 21,
    header: { y: [36, 65], x: 428, size: 27, weight: 700 },
    nik: { y: 108, labelX: 50, valueX: 176, size: 37, colon: true, labelSize: 30 },
    rows: { y: 146, pitch: 28, labelX: 50, colonX: 232, valueX: 246, indent: 0 },
    wrapWidth: 360,
    bloodX: 508,
    photo: { x: 650, y: 118, width: 176, height: 232 },
    labels: 'capital-words',
    background: 'emblem',
    colours: ['#a5d6e6', '#b5d4ee'],
    ink: '#26262e',
  },
  {
    ...base,
    name: 'g-colon-follows',
    labelFont: 'arimo',
    valueFont: 'arimo',
    labelSize: 20,
    valueSize: 21,
    header: { y: [44, 72], x: 60, size: 25, weight: 700 },
    headerLeft: true,
    nik: { y: 116, labelX: 34, valueX: 110, size: 34, colon: true, labelSize: 28 },
    rows: { y: 154, pitch: 27.5, labelX: 34, colonX: 0, valueX: 0, indent: 10 },
    bloodX: 470,
    photo: { x: 642, y: 108, width: 180, height: 238 },
    labels: 'capital-words',
    background: 'waves',
    colons: 'after-label',
    ragged: true,
  },
  {
    ...base,
    name: 'h-other-order',
    labelFont: 'roboto',
    valueFont: 'roboto',
    labelSize: 19,
    valueSize: 20,
    valueWeight: 700,
    header: { y: [40, 68], x: 410, size: 27, weight: 700 },
    nik: { y: 110, labelX: 38, valueX: 180, size: 35, colon: true, labelSize: 29 },
    rows: { y: 146, pitch: 25.4, labelX: 38, colonX: 210, valueX: 224, indent: 0 },
    photo: { x: 648, y: 120, width: 176, height: 230 },
    labels: 'upper',
    background: 'rays',
    order: [
      'nama',
      'ttl',
      'sex',
      'blood',
      'agama',
      'status',
      'alamat',
      'rt',
      'village',
      'kecamatan',
      'pekerjaan',
      'until',
      'citizen',
    ],
  },
  {
    ...base,
    name: 'i-no-colons',
    labelFont: 'dejavu-sans',
    valueFont: 'dejavu-sans',
    labelSize: 16,
    valueSize: 17,
    header: { y: [38, 64], x: 428, size: 22, weight: 700 },
    nik: { y: 108, labelX: 30, valueX: 150, size: 32, colon: false, labelSize: 24 },
    rows: { y: 144, pitch: 27, labelX: 30, colonX: 190, valueX: 214, indent: 12 },
    bloodX: 500,
    photo: { x: 640, y: 112, width: 184, height: 240 },
    background: 'globe',
    colons: 'none',
  },
  {
    ...base,
    name: 'j-two-columns',
    labelFont: 'open-sans',
    valueFont: 'open-sans',
    labelSize: 18,
    valueSize: 19,
    header: { y: [42, 70], x: 428, size: 25, weight: 700 },
    nik: { y: 116, labelX: 32, valueX: 168, size: 34, colon: true, labelSize: 28 },
    rows: { y: 154, pitch: 29, labelX: 32, colonX: 206, valueX: 220, indent: 0 },
    bloodX: 470,
    photo: { x: 644, y: 110, width: 182, height: 240 },
    labels: 'capital-words',
    background: 'plain',
    citizenX: 390,
    order: USUAL_ORDER.filter((row) => row !== 'citizen'),
  },
  {
    ...base,
    name: 'k-long-words',
    labelFont: 'carlito',
    valueFont: 'carlito',
    labelSize: 21,
    valueSize: 23,
    valueWeight: 700,
    header: { y: [48, 78], x: 428, size: 28, weight: 700 },
    nik: { y: 128, labelX: 30, valueX: 150, size: 36, colon: true, labelSize: 30 },
    rows: { y: 166, pitch: 27, labelX: 30, colonX: 226, valueX: 240, indent: 0 },
    bloodX: 440,
    photo: { x: 642, y: 124, width: 182, height: 240 },
    labels: 'long-words',
    background: 'waves',
    order: [...USUAL_ORDER.filter((row) => row !== 'citizen'), 'citizen'],
  },
]

/** Typefaces of the NIK row in development; `spacing` in em. */
export const NIK_FACES: readonly NikFace[] = [
  { font: 'ocr-a', weight: 400, spacing: 0, scale: 0.86 },
  { font: 'ocr-b', weight: 400, spacing: -0.06, scale: 0.9 },
  { font: 'cousine', weight: 700, spacing: 0.02, scale: 1 },
  { font: 'arimo', weight: 700, spacing: 0.03, scale: 1 },
  { font: 'roboto-mono', weight: 700, spacing: 0, scale: 0.96 },
  { font: 'ibm-plex-mono', weight: 400, spacing: 0, scale: 0.96 },
  { font: 'dejavu-mono', weight: 700, spacing: 0, scale: 0.95 },
  { font: 'share-tech-mono', weight: 400, spacing: 0.04, scale: 1.05 },
  { font: 'overpass-mono', weight: 700, spacing: 0, scale: 0.95 },
]

/** One typeface of the NIK row. */
export type NikFace = {
  readonly font: FontName
  readonly weight: number
  readonly spacing: number
  readonly scale: number
}
