import { describe, expect, it } from 'vitest'
import {
  type CardLook,
  judgeCard,
  judgeEmptyFrame,
  patchOf,
} from '../../../src/renderer/features/capture/checks/card-check.ts'
import { type Luma, type Pixels, toLuma } from '../../../src/renderer/features/capture/checks/pixels.ts'
import { printedShare } from '../../../src/renderer/features/capture/checks/print.ts'
import { tightestRectangle } from '../../../src/renderer/features/capture/checks/shape.ts'
import { steepnessByDirection } from '../../../src/renderer/features/capture/checks/sharpness.ts'
import { sightCard } from '../../../src/renderer/features/capture/checks/sight-card.ts'
import { desk, flat, KTP_BLUE, lay, print } from './pictures.ts'

/** A card of 1,200 pixels that lies well. */
const lookAt = (patch: Luma, change: Partial<CardLook> = {}): CardLook => ({
  longSide: 1200,
  tilted: false,
  burnt: 0,
  patch,
  // The drawn strokes all stand upright.
  sharpness: { ...steepnessByDirection(patch), down: 1 },
  printed: 0.5,
  dimmest: 150,
  ...change,
})

const card = { x: 90, y: 45, width: 143, height: 90 }

describe('sighting a card in the small frame', () => {
  it('finds a card lying straight or turned, with its true size', () => {
    for (const degrees of [0, 8, -15, 90]) {
      const seen = sightCard(lay(desk(), card, KTP_BLUE, degrees))
      expect(seen.kind, `${degrees}°`).toBe('card')
      if (seen.kind === 'card') {
        expect(seen.rectangle.longSide).toBeGreaterThan(138)
        expect(seen.rectangle.longSide).toBeLessThan(150)
      }
    }
  })

  it('sees that a card is turned or seen aslant', () => {
    expect(sightCard(lay(desk(), card, KTP_BLUE, 8))).toMatchObject({ tilted: false })
    expect(sightCard(lay(desk(), card, KTP_BLUE, 25))).toMatchObject({ kind: 'card', tilted: true })
    expect(sightCard(lay(desk(), card, KTP_BLUE, -30))).toMatchObject({ kind: 'card', tilted: true })
    expect(sightCard(lay(desk(), card, KTP_BLUE, 90))).toMatchObject({ kind: 'card', tilted: false })
  })

  it('sees a finger that reaches in over the edge of the card', () => {
    const finger = { x: 150, y: 110, width: 24, height: 90 }
    expect(sightCard(lay(lay(desk(), card, KTP_BLUE), finger, [215, 160, 130])).kind).toBe('finger')
  })

  it('does not take a wooden desk for a finger where a card is seen a little aslant', () => {
    const wood = desk(320, 180, [150, 96, 60])
    const rows = Array.from({ length: card.height }, (_, row) => row)
    const aslant = rows.reduce((picture, row) => {
      const inset = (10 * row) / card.height
      return lay(
        picture,
        { ...card, x: card.x + inset, y: card.y + row, width: card.width - 2 * inset, height: 1 },
        KTP_BLUE,
      )
    }, wood)
    expect(sightCard(aslant)).toMatchObject({ kind: 'card', tilted: false })
  })

  it('says none for an empty desk, a square, a pen, and something tiny', () => {
    expect(sightCard(desk()).kind).toBe('none')
    expect(sightCard(lay(desk(), { x: 100, y: 40, width: 100, height: 100 }, KTP_BLUE)).kind).toBe('none')
    expect(sightCard(lay(desk(), { x: 60, y: 80, width: 200, height: 14 }, KTP_BLUE)).kind).toBe('none')
    expect(sightCard(lay(desk(), { x: 100, y: 80, width: 30, height: 19 }, KTP_BLUE)).kind).toBe('none')
  })

  it('says cut when the card leaves the picture', () => {
    expect(sightCard(lay(desk(), { ...card, x: -40 }, KTP_BLUE)).kind).toBe('cut')
    expect(sightCard(lay(desk(), { ...card, y: 120 }, KTP_BLUE)).kind).toBe('cut')
  })

  it('says cut also on a blue cloth, and of the card whose portrait alone is bluer than the desk', () => {
    const cloth = desk(320, 180, [86, 112, 150])
    const leaving = lay(cloth, { ...card, x: -40 }, [168, 205, 215])
    expect(sightCard(leaving).kind).toBe('cut')
    expect(sightCard(lay(leaving, { x: 55, y: 60, width: 30, height: 44 }, [40, 70, 190])).kind).toBe('cut')
  })

  it('says nothing of white paper that reaches in', () => {
    expect(sightCard(lay(desk(), { x: -40, y: -20, width: 160, height: 110 }, [226, 218, 208])).kind).toBe(
      'none',
    )
  })

  it('says nothing of paper in bluish light that reaches in, and says cut of a card as pale by its portrait', () => {
    const black = desk(320, 180, [55, 52, 62])
    const bluish = [150, 158, 172] as const
    const reaching = lay(black, { x: 90, y: -30, width: 150, height: 100 }, bluish)
    expect(sightCard(reaching).kind).toBe('none')
    expect(sightCard(lay(reaching, { x: 190, y: 8, width: 32, height: 44 }, [190, 50, 60])).kind).toBe('cut')
  })

  it('sees that a sheet reaches out where the last line of the picture shows nothing of it', () => {
    const sheet = lay(desk(), { x: 120, y: 90, width: 140, height: 120 }, [205, 198, 190])
    const lined = lay(sheet, { x: 0, y: 179, width: 320, height: 1 }, [133, 111, 84])
    expect(sightCard(lined).kind).toBe('none')
  })

  it('finds a card that lies half on a sheet of paper, whatever the lamp makes of both', () => {
    const small = { x: 130, y: 70, width: 87, height: 55 }
    const onPaper = lay(
      desk(320, 180, [125, 118, 95]),
      { x: 100, y: -20, width: 140, height: 125 },
      [165, 185, 183],
    )
    const seen = sightCard(lay(onPaper, small, [198, 196, 228]))
    expect(seen).toMatchObject({ kind: 'card', tilted: false })
    if (seen.kind === 'card') {
      expect(seen.rectangle.longSide).toBeGreaterThan(83)
      expect(seen.rectangle.longSide).toBeLessThan(92)
    }
  })

  it('finds a card in the dark, where it differs from the desk by little', () => {
    const night = (picture: Pixels): Pixels => ({ ...picture, data: picture.data.map((v) => v * 0.12) })
    expect(sightCard(night(lay(desk(), card, KTP_BLUE))).kind).toBe('card')
    expect(sightCard(night(desk())).kind).toBe('none')
  })

  it('calls a card straight although one corner of it cannot be seen', () => {
    const grey = desk(320, 180, [120, 120, 120])
    const bare = { x: 205, y: 40, width: 40, height: 26 }
    expect(sightCard(lay(lay(grey, card, KTP_BLUE), bare, [99, 99, 99], 32))).toMatchObject({
      kind: 'card',
      tilted: false,
    })
  })

  it('knows a card that is cut off by the print on it, and a pale book that lies there by its bare cover', () => {
    const half = { x: 190, y: 40, width: 130, height: 110 }
    const book = lay(desk(), half, [150, 160, 172])
    const lines = Array.from({ length: 9 }, (_, n) => ({ x: 200, y: 50 + n * 10, width: 110, height: 3 }))
    const cut = lines.reduce((picture, line) => lay(picture, line, [60, 70, 90]), book)
    expect(sightCard(book).kind).toBe('none')
    expect(sightCard(cut).kind).toBe('cut')
  })

  it('finds a card that is far away beside something larger of its own colour', () => {
    const far = { x: 40, y: 70, width: 60, height: 38 }
    const keyboard = lay(desk(), { x: 150, y: 60, width: 200, height: 90 }, KTP_BLUE)
    expect(sightCard(keyboard).kind).not.toBe('card')
    const seen = sightCard(lay(keyboard, far, KTP_BLUE))
    expect(seen).toMatchObject({ kind: 'card', tilted: false })
    if (seen.kind === 'card') expect(Math.abs(seen.rectangle.longSide - far.width)).toBeLessThan(4)
  })

  it('is not misled by paper in the same warm light that reaches under the card', () => {
    const withPaper = lay(desk(), { x: 120, y: 100, width: 80, height: 100 }, [215, 190, 160])
    expect(sightCard(withPaper).kind).toBe('none')
    expect(sightCard(lay(withPaper, card, KTP_BLUE)).kind).toBe('card')
  })

  it('sees a pale card on a pale desk by its blue', () => {
    const pale = desk(320, 180, [205, 200, 196])
    expect(sightCard(lay(pale, card, [188, 205, 222])).kind).toBe('card')
  })
})

describe('judging a sighted card', () => {
  it.each([
    ['good', 1200, print()],
    ['good', 1200, print({ ink: 30, paper: 110 })],
    ['small', 500, print()],
    ['blur', 1200, print({ blur: 5 })],
    ['dark', 1200, print({ ink: 8, paper: 45 })],
    ['none', 1200, flat(180)],
  ] as const)('%s', (verdict, longSide, patch) => {
    expect(judgeCard(lookAt(patch, { longSide }))).toBe(verdict)
  })

  it('tells far too much light from a reflection, however large that is, by the rest of the card', () => {
    const washedOut = print({ ink: 232, paper: 255 })
    expect(judgeCard(lookAt(washedOut, { dimmest: 232 }))).toBe('bright')
    expect(judgeCard(lookAt(washedOut, { dimmest: 150 }))).toBe('glare')
  })

  it('asks for a straight card and for a place without reflections before it asks for patience', () => {
    const blurred = print({ blur: 5 })
    expect(judgeCard(lookAt(blurred, { tilted: true, burnt: 0.1 }))).toBe('tilt')
    expect(judgeCard(lookAt(blurred, { burnt: 0.1 }))).toBe('glare')
    expect(judgeCard(lookAt(print(), { burnt: 0.4 }))).toBe('glare')
    expect(judgeCard(lookAt(print({ ink: 232, paper: 246 }), { burnt: 0.4, dimmest: 230 }))).toBe('bright')
  })

  it('does not take a card of another kind, which has a few words on it', () => {
    const words = { x: 60, y: 200, width: 400, height: 24 }
    const bankCard = toLuma(lay(desk(560, 360, [200, 180, 90]), words, [60, 50, 30]))
    const printed = printedShare(bankCard, 1200)
    expect(printed).toBeLessThan(0.2)
    expect(judgeCard(lookAt(print(), { printed }))).toBe('none')
    expect(printedShare(print(), 1200)).toBeGreaterThan(0.5)
  })

  it('explains an empty frame by the light only when the light is to blame', () => {
    expect(judgeEmptyFrame(flat(20))).toBe('dark')
    expect(judgeEmptyFrame(flat(254))).toBe('bright')
    expect(judgeEmptyFrame(toLuma(desk()))).toBe('none')
  })

  it('cuts the patch out of the middle of the card', () => {
    const rectangle = tightestRectangle([
      { x: 100, y: 50 },
      { x: 200, y: 50 },
      { x: 200, y: 113 },
      { x: 100, y: 113 },
    ])
    if (!rectangle) throw new Error('no rectangle')
    const patch = patchOf(rectangle, 6)
    expect(patch.x + patch.width / 2).toBeCloseTo(900, -1)
    expect(patch.y + patch.height / 2).toBeCloseTo(489, -1)
    expect(patch.width).toBeLessThanOrEqual(560)
  })
})
