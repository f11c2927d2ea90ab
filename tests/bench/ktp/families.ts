import type { FontName } from './fonts.ts'

/**
 * A layout family: how one imagined print shop sets the card. Coordinates are card units
 * (the card is 856 × 540, a tenth of a millimetre each). Real cards differ in all of this.
 */
export type Family = {
  readonly name: string
  /** Kept out of development: only ever tested, never looked at while tuning. */
  readonly heldOut: boolean
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
  readonly labels: 'dukcapil' | 'capital-words' | 'dotted' | 'upper'
  readonly background: 'waves' | 'globe' | 'emblem' | 'plain' | 'rays'
  /** Two corners of the body's gradient. */
  readonly colours: readonly [string, string]
  readonly ink: string
  /** Place and date of issue under the photo, or none. */
  readonly issue: boolean
}

const base: Family = {
  name: 'a-classic',
  heldOut: false,
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
}

/** All layout families; at least three are kept out of development. */
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
    heldOut: true,
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
    heldOut: true,
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
    heldOut: true,
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
]

/** Typefaces of the NIK row; `spacing` in em. */
export const NIK_FACES: readonly {
  readonly font: FontName
  readonly weight: 400 | 700
  readonly spacing: number
  readonly scale: number
  readonly heldOut: boolean
}[] = [
  { font: 'ocr-a', weight: 400, spacing: 0, scale: 0.86, heldOut: false },
  { font: 'ocr-b', weight: 400, spacing: -0.06, scale: 0.9, heldOut: false },
  { font: 'cousine', weight: 700, spacing: 0.02, scale: 1, heldOut: false },
  { font: 'arimo', weight: 700, spacing: 0.03, scale: 1, heldOut: false },
  { font: 'roboto-mono', weight: 700, spacing: 0, scale: 0.96, heldOut: false },
  { font: 'ibm-plex-mono', weight: 400, spacing: 0, scale: 0.96, heldOut: false },
  { font: 'dejavu-mono', weight: 700, spacing: 0, scale: 0.95, heldOut: true },
  { font: 'share-tech-mono', weight: 400, spacing: 0.04, scale: 1.05, heldOut: true },
  { font: 'overpass-mono', weight: 700, spacing: 0, scale: 0.95, heldOut: true },
]
