import type { CardBox } from '#shared/domain/ktp/reading.ts'

/** A rectangle in pixels of the card's picture. */
export type PixelBox = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Room around a line of print, in heights of its box. The reader's box already spans the row: little is added above. */
const MARGIN = { above: 0.08, beside: 0.6 } as const

/** Where a field stands on the card's picture, with a margin, never beyond the picture's edges. */
export function cropOf(box: CardBox, card: { readonly width: number; readonly height: number }): PixelBox {
  const line = box.height * card.height
  const left = Math.max(0, box.x * card.width - line * MARGIN.beside)
  const top = Math.max(0, box.y * card.height - line * MARGIN.above)
  const right = Math.min(card.width, (box.x + box.width) * card.width + line * MARGIN.beside)
  const bottom = Math.min(card.height, (box.y + box.height) * card.height + line * MARGIN.above)
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
}

/** An SVG `viewBox`. */
export const viewBox = (box: PixelBox): string =>
  [box.x, box.y, box.width, box.height].map((n) => Math.round(n * 10) / 10).join(' ')
