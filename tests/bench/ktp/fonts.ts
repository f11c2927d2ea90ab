import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype from 'opentype.js'

/**
 * Typefaces of the drawn cards. Text is drawn as outlines taken from font files of pinned npm
 * packages, so a card looks the same on every machine (system fonts would not).
 * `ocr-a` and `ocr-b` have digits only.
 */
export type FontName = string

type Face = {
  readonly advance: (text: string, size: number) => number
  readonly path: (text: string, x: number, y: number, size: number) => string
}

const require = createRequire(import.meta.url)
const faces = new Map<string, Face>()

const openFontsource = (name: string, weight: number): Face => {
  const file = readFileSync(require.resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff`))
  const font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength))
  // Glyph by glyph: the library's own layout stops at the contextual ligatures of some faces.
  const set = (
    text: string,
    size: number,
    place: (data: (x: number) => string, advance: number) => void,
  ): void => {
    const scale = size / font.unitsPerEm
    let before: opentype.Glyph | undefined
    for (const c of text) {
      const glyph = font.charToGlyph(c)
      const kern = before ? font.getKerningValue(before, glyph) * scale : 0
      place((x) => pathData(glyph.getPath(x + kern, 0, size)), (glyph.advanceWidth ?? 0) * scale + kern)
      before = glyph
    }
  }
  return {
    advance: (text, size) => {
      let width = 0
      set(text, size, (_, advance) => {
        width += advance
      })
      return width
    },
    path: (text, x, y, size) => {
      let at = 0
      let data = ''
      set(text, size, (draw, advance) => {
        data += draw(at)
        at += advance
      })
      return placePath(data, x, y, 1)
    },
  }
}

/** Path data with every number spaced apart (the library's own packing loses separators now and then). */
const pathData = (path: opentype.Path): string =>
  path.commands
    .map((c) => {
      if (c.type === 'Z') return 'Z'
      const end = `${c.x.toFixed(2)} ${c.y.toFixed(2)}`
      if (c.type === 'Q') return `Q${c.x1.toFixed(2)} ${c.y1.toFixed(2)} ${end}`
      if (c.type === 'C')
        return `C${c.x1.toFixed(2)} ${c.y1.toFixed(2)} ${c.x2.toFixed(2)} ${c.y2.toFixed(2)} ${end}`
      return `${c.type}${end}`
    })
    .join('')

const openDigits = (name: string): Face => {
  const { advance, digits } = JSON.parse(
    readFileSync(new URL(`./glyphs/${name}.json`, import.meta.url), 'utf8'),
  ) as { advance: number; digits: Record<string, string> }
  return {
    advance: (text, size) => (text.length * advance * size) / 1000,
    path: (text, x, y, size) =>
      [...text]
        .map((digit, i) => placePath(digits[digit] ?? '', x + (i * advance * size) / 1000, y, size / 1000))
        .join(''),
  }
}

/** Moves and scales absolute M/L/Q/C path data. */
const placePath = (data: string, x: number, y: number, scale: number): string =>
  data.replace(/([MLQCZ])([^MLQCZ]*)/g, (_, command: string, numbers: string) => {
    const values = numbers.match(/-?\d+(?:\.\d+)?/g) ?? []
    return command + values.map((n, i) => (Number(n) * scale + (i % 2 === 0 ? x : y)).toFixed(2)).join(' ')
  })

const face = (name: FontName, weight: number): Face => {
  const key = `${name}/${weight}`
  let found = faces.get(key)
  if (!found) {
    found = name === 'ocr-a' || name === 'ocr-b' ? openDigits(name) : openFontsource(name, weight)
    faces.set(key, found)
  }
  return found
}

/** How one text is set. Sizes are em sizes in card units. */
export type TextStyle = {
  readonly font: FontName
  readonly weight: number
  readonly size: number
  /** Extra space between characters, in em. */
  readonly spacing?: number
}

/** Width of a text in card units. */
export const textWidth = (text: string, style: TextStyle): number =>
  style.spacing === undefined
    ? face(style.font, style.weight).advance(text, style.size)
    : [...text].reduce((sum, c) => sum + face(style.font, style.weight).advance(c, style.size), 0) +
      text.length * style.spacing * style.size

/** SVG path data of a text with its baseline's left end at (x, y). */
export const textPath = (text: string, x: number, y: number, style: TextStyle): string => {
  const letters = face(style.font, style.weight)
  if (style.spacing === undefined) return letters.path(text, x, y, style.size)
  let at = x
  let data = ''
  for (const c of text) {
    data += letters.path(c, at, y, style.size)
    at += letters.advance(c, style.size) + style.spacing * style.size
  }
  return data
}
