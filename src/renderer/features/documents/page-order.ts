import type { PageView } from '#shared/contract/views.ts'
import type { PageTurn } from '#shared/domain/forms/index.ts'

type Pages = readonly PageView[]

/**
 * A change of the pages as they are when its turn comes. Presses follow each other faster than pages are bound: one that was
 * made of the pages on the screen would undo the press before it.
 */
export type PageChange = (pages: Pages) => Pages

const TURN_ON: Readonly<Record<PageTurn, PageTurn>> = { 0: 90, 90: 180, 180: 270, 270: 0 }

/** A quarter clockwise. */
export const turnPage =
  (id: number): PageChange =>
  (pages) =>
    pages.map((page) => (page.id === id ? { ...page, turn: TURN_ON[page.turn] } : page))

/** So many places to the back, or to the front where `by` is negative; it stops at the ends. */
export const movePage =
  (id: number, by: number): PageChange =>
  (pages) => {
    const from = pages.findIndex((page) => page.id === id)
    const others = pages.filter((page) => page.id !== id)
    const to = Math.max(0, from + by)
    return from === -1 ? pages : [...others.slice(0, to), ...pages.slice(from, from + 1), ...others.slice(to)]
  }

/** Takes a page out. The last one stays: without pages there is no document, and that is another button. */
export const dropPage =
  (id: number): PageChange =>
  (pages) =>
    pages.length > 1 ? pages.filter((page) => page.id !== id) : pages
