import { describe, expect, it } from 'vitest'
import { dropPage, movePage, turnPage } from '../../../src/renderer/features/documents/page-order.ts'

const pages = [1, 2, 3].map((id) => ({ id, turn: 0 as const, width: 1200, height: 1700 }))
const ids = (of: readonly { readonly id: number }[]) => of.map(({ id }) => id)

describe('a change of pages', () => {
  it('turns one page by a quarter, and four of them bring it back', () => {
    const turned = turnPage(2)(pages)
    expect(turned.map(({ turn }) => turn)).toEqual([0, 90, 0])
    expect([1, 2, 3].reduce((now) => turnPage(2)(now), turned)).toEqual(pages)
  })

  it('moves one page, and no further than the ends', () => {
    expect(ids(movePage(3, -1)(pages))).toEqual([1, 3, 2])
    expect(ids(movePage(1, 1)(pages))).toEqual([2, 1, 3])
    expect(ids(movePage(1, -1)(pages))).toEqual([1, 2, 3])
    expect(ids(movePage(3, 1)(pages))).toEqual([1, 2, 3])
  })

  it('takes a page out, but never the last', () => {
    expect(ids(dropPage(1)(pages))).toEqual([2, 3])
    expect(ids(dropPage(1)(pages.slice(0, 1)))).toEqual([1])
  })

  it('leaves pages alone when the page has gone meanwhile', () => {
    for (const change of [turnPage(9), movePage(9, 1), dropPage(9)]) expect(change(pages)).toEqual(pages)
  })
})
