import type { Rectangle } from './shape.ts'

/** What lies under the camera, from the small frame. Lengths are pixels of the small frame. */
export type CardSighting =
  | { readonly kind: 'none' }
  /** `rectangle`: of the card, where that is known. */
  | { readonly kind: 'finger'; readonly rectangle?: Rectangle }
  | { readonly kind: 'cut'; readonly area: number }
  | SightedCard
/** `tilted`: turned, or seen aslant. */
export type SightedCard = {
  readonly kind: 'card'
  readonly rectangle: Rectangle
  readonly tilted: boolean
  /** Bluish, as a KTP is and paper is not. */
  readonly bluish: boolean
  /** How much of its rectangle it fills, 0..1. */
  readonly fill: number
  /** Nothing hides a corner or a side of it. */
  readonly whole: boolean
  /** A finger lies over its rim. */
  readonly skin: boolean
}

export const NOTHING: CardSighting = { kind: 'none' }

export const isCard = (seen: CardSighting): seen is SightedCard => seen.kind === 'card'
