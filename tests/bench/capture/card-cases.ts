import { makeEmptyDesk, makeFrame } from '../ktp/index.ts'
import { makeHand } from '../ktp/other-things.ts'
import type { Point } from '../ktp/warp.ts'
import { createDraw, type Draw } from './draw.ts'
import type { Backdrop, Case, Layer, Scene } from './scene.ts'

const FRAME = { width: 1920, height: 1080 } as const
/** Long side by short side of a card (ISO/IEC 7810 ID-1). */
const CARD_SHAPE = 85.6 / 53.98

/** Names of the pictures that the page was given. */
export type CardPictures = {
  readonly cards: readonly string[]
  readonly desks: readonly string[]
  /** Whole frames as a camera sees a card. */
  readonly frames: readonly string[]
}

/** What takes the pictures: the page with the composer. */
type Taker = {
  give(name: string, jpeg: Uint8Array): Promise<void>
  giveCard(name: string, jpeg: Uint8Array, corners: readonly Point[]): Promise<void>
}

/**
 * Pictures that limits were chosen on, or pictures of other cards, desks and chances that only measure. Nobody looks at
 * single results of the second while working on the checks.
 */
export type CaseSet = 'development' | 'held-out'

const SEEDS: Readonly<Record<CaseSet, { frames: number; desks: number; cases: number }>> = {
  development: { frames: 900, desks: 700, cases: 0 },
  'held-out': { frames: 7900, desks: 7700, cases: 900_001 },
}

/** Draws what the cases are made of, `count` of each kind, and hands it to the page. */
export async function giveCardPictures(page: Taker, count: number, set: CaseSet): Promise<CardPictures> {
  const { frames, desks } = SEEDS[set]
  await page.give('hand', await makeHand())
  for (let i = 0; i < count; i += 1) {
    const { jpeg, corners } = await makeFrame(frames + i, { severity: 'easy', split: set, fingers: 0 })
    await page.give(`frame-${i}`, jpeg)
    await page.giveCard(`card-${i}`, jpeg, corners)
    // White desks, and lamps that stand askew, come with the harder ones.
    await page.give(`desk-${i}`, await makeEmptyDesk(desks + i, i % 2 === 0 ? 'easy' : 'medium'))
  }
  const named = (kind: string) => Array.from({ length: count }, (_, i) => `${kind}-${i}`)
  return { cards: named('card'), desks: named('desk'), frames: named('frame') }
}

const scene = (draw: Draw, desk: Backdrop, rest: Partial<Scene>): Scene => ({
  ...FRAME,
  backdrop: desk,
  layers: [],
  noise: draw.between(0, 4),
  quality: draw.between(0.75, 0.95),
  ...rest,
})

type Laid = { readonly long: number; readonly x?: number; readonly y?: number; readonly turn?: number }

const lay = (
  draw: Draw,
  from: CardPictures,
  { long, x, y, turn }: Laid,
  rest: Partial<Layer> = {},
): Layer => ({
  picture: draw.pick(from.cards),
  height: long / CARD_SHAPE,
  x: x ?? 960 + draw.between(-60, 60),
  y: y ?? 540 + draw.between(-40, 40),
  turn: turn ?? draw.between(-6, 6),
  ...rest,
})

/** A card as it should lie. */
const usual = (draw: Draw): number => draw.between(900, 1350)

type Maker = (draw: Draw, from: CardPictures) => Pick<Case, 'scene' | 'right'>

const withCard =
  (
    right: string,
    laid: (draw: Draw) => Laid,
    rest: (draw: Draw) => Partial<Scene> = () => ({}),
    layer: (draw: Draw) => Partial<Layer> = () => ({}),
  ): Maker =>
  (draw, from) => ({
    right: [right],
    scene: scene(draw, deskOf(draw, from), {
      layers: [lay(draw, from, laid(draw), layer(draw))],
      ...rest(draw),
    }),
  })

const deskOf = (draw: Draw, from: CardPictures): Backdrop => ({
  kind: 'picture',
  picture: draw.pick(from.desks),
})

/** For every check: a maker of pictures that must trip it, over a range. `good` must trip none. */
export const CARD_CHECKS: Readonly<Record<string, Maker>> = {
  good: (draw, from) =>
    draw.chance(0.5)
      ? {
          right: ['good'],
          scene: { ...FRAME, backdrop: { kind: 'picture', picture: draw.pick(from.frames) }, layers: [] },
        }
      : withCard('good', (d) => ({ long: usual(d) }))(draw, from),
  none: (draw, from) => ({
    right: ['none'],
    scene: scene(draw, draw.chance(0.25) ? { kind: 'picture', picture: 'hand' } : deskOf(draw, from), {}),
  }),
  cut: withCard('cut', (draw) => {
    const long = usual(draw)
    const out = draw.between(0.1, 0.4) * long
    return draw.chance(0.5)
      ? { long, x: draw.chance(0.5) ? long / 2 - out : 1920 - long / 2 + out }
      : {
          long,
          y: draw.chance(0.5) ? long / CARD_SHAPE / 2 - out * 0.6 : 1080 - long / CARD_SHAPE / 2 + out * 0.6,
        }
  }),
  finger: (draw, from) => {
    const laid = { long: draw.between(900, 1200), y: 500 }
    return {
      right: ['finger'],
      scene: scene(draw, deskOf(draw, from), {
        layers: [lay(draw, from, laid)],
        finger: { x: 960 + draw.between(-350, 350), y: draw.between(560, 720), width: draw.between(90, 190) },
      }),
    }
  },
  small: withCard('small', (draw) => ({ long: draw.between(350, 600) })),
  tilt: (draw, from) =>
    draw.chance(0.6)
      ? withCard('tilt', (d) => ({ long: d.between(800, 1000), turn: d.sign() * d.between(20, 44) }))(
          draw,
          from,
        )
      : withCard(
          'tilt',
          (d) => ({ long: d.between(900, 1250) }),
          () => ({}),
          (d) => ({ keystone: d.between(1.3, 1.7) }),
        )(draw, from),
  dark: withCard(
    'dark',
    (draw) => ({ long: usual(draw) }),
    (draw) => ({ filter: `brightness(${draw.between(0.08, 0.3)})` }),
  ),
  bright: withCard(
    'bright',
    (draw) => ({ long: usual(draw) }),
    (draw) => ({ filter: `brightness(${draw.between(2, 3)})` }),
  ),
  glare: withCard(
    'glare',
    (draw) => ({ long: usual(draw), x: 960, y: 540 }),
    (draw) => ({
      glare: {
        x: 960 + draw.between(-300, 200),
        y: 540 + draw.between(-150, 150),
        radius: draw.between(90, 200),
        strength: 1,
      },
    }),
  ),
  blur: withCard(
    'blur',
    (draw) => ({ long: usual(draw) }),
    (draw) =>
      draw.chance(0.6) ? { filter: `blur(${draw.between(3.5, 9)}px)` } : { smear: draw.between(18, 50) },
  ),
}

/** Pictures for one check. The same count and set give the same pictures. */
export const cardCases = (check: string, count: number, from: CardPictures, set: CaseSet): Case[] =>
  Array.from({ length: count }, (_, i) => {
    const seed = (i + 1) * 7919 + check.length * 104729 + SEEDS[set].cases
    const made = CARD_CHECKS[check]?.(createDraw(seed), from)
    if (!made) throw new Error(`no pictures for ${check}`)
    return { check, ...made }
  })
