import type { ReadWord } from './engine.ts'

/** One character of a line that was read, spaces between words included. */
export type Glyph = {
  readonly char: string
  /** Middle of the character, pixels of the card. */
  readonly x: number
  /** Which word it belongs to; a space belongs to the word before it. */
  readonly word: number
}

/** Words in card pixels; `dx` and `dy` are where the picture they were read from begins, `scale` how much it was enlarged. */
export const moveWords = (
  words: readonly ReadWord[],
  { scale, dx, dy }: { readonly scale: number; readonly dx: number; readonly dy: number },
): ReadWord[] =>
  words.map((word) => ({
    ...word,
    left: word.left / scale + dx,
    right: word.right / scale + dx,
    top: word.top / scale + dy,
    bottom: word.bottom / scale + dy,
    middles: word.middles.map((x) => x / scale + dx),
  }))

/** Middles of a word's characters, evenly spread where the engine did not tell. */
export const middlesOf = (word: ReadWord): readonly number[] => {
  const letters = [...word.text]
  if (word.middles.length === letters.length) return word.middles
  const step = (word.right - word.left) / Math.max(1, letters.length)
  return letters.map((_, i) => word.left + (i + 0.5) * step)
}

/** The characters of a line, left to right. */
export const glyphsOf = (words: readonly ReadWord[]): Glyph[] =>
  words.flatMap((word, w) => {
    const middles = middlesOf(word)
    const letters = [...word.text].map((char, i): Glyph => ({ char, x: middles[i] as number, word: w }))
    return w + 1 < words.length ? [...letters, { char: ' ', x: word.right, word: w }] : letters
  })

/** The words, or their parts, that a stretch of glyphs covers. */
export const wordsBetween = (
  words: readonly ReadWord[],
  glyphs: readonly Glyph[],
  from: number,
  to: number,
): ReadWord[] => {
  const byWord = new Map<number, Glyph[]>()
  for (const glyph of glyphs.slice(from, to)) {
    if (glyph.char === ' ') continue
    const list = byWord.get(glyph.word)
    if (list) list.push(glyph)
    else byWord.set(glyph.word, [glyph])
  }
  return [...byWord].map(([w, part]) => {
    const word = words[w] as ReadWord
    if (part.length === [...word.text].length) return word
    const half = (word.right - word.left) / Math.max(1, [...word.text].length) / 2
    return {
      ...word,
      text: part.map((glyph) => glyph.char).join(''),
      left: (part[0] as Glyph).x - half,
      right: (part.at(-1) as Glyph).x + half,
      middles: part.map((glyph) => glyph.x),
    }
  })
}
