import type { CardBox, KtpReading } from '#shared/domain/ktp/reading.ts'
import { encodeJpeg } from '../pictures/index.ts'
import { decodePicture } from './decode.ts'
import { type Component, findComponents } from './image/components.ts'
import { denoise } from './image/denoise.ts'
import { CARD_ASPECT, type CardCandidate, findCards } from './image/find-card.ts'
import { growQuad, leanQuad, type Quad, quadSize, rotateQuad } from './image/geometry.ts'
import { flattenBackground, inkGrey, noiseLevel } from './image/normalise.ts'
import type { FloatImage, GreyImage, RgbImage } from './image/raster.ts'
import { rectify, rectifyGrey } from './image/rectify.ts'
import { refineCard } from './image/refine-card.ts'
import { unpackNet } from './nik/digit-net.ts'
import { DIGIT_WEIGHTS } from './nik/digit-weights.ts'
import { readNik } from './nik/read-nik.ts'
import type { Box } from './text/crop.ts'
import type { TextEngine } from './text/engine.ts'
import { makeFields, nikHint } from './text/fields.ts'
import { type CardLayout, findLayout, findSpill, findTilt } from './text/layout.ts'
import { planRows, type RowPlan } from './text/plan.ts'
import { readPrint } from './text/read-print.ts'
import { findCardEdge, type ReadRow, readRows } from './text/read-rows.ts'
import type { Regions } from './text/regions.ts'

/** What the reader needs besides the picture; made once and kept warm. */
export type CardReaderParts = {
  readonly engine: TextEngine
  readonly regions: Regions
  /** No further outline is tried after this long. */
  readonly searchMs: number
}

/** Width that text is read at; small cards are enlarged to it, the picture that is kept never is. */
const READING_WIDTH = 1400
const READING_HEIGHT = Math.round(READING_WIDTH / CARD_ASPECT)
/** Quadrilaterals that are tried before the picture is said to show no KTP. */
const TRIES = 3
/** Normalised brightness below which a pixel is ink. */
const INK = 128
/** Rows that lean less than this, pixels down per pixel right, are level enough. */
const LEVEL = 0.008
/** Labels that must read well before a card is taken for a KTP; with a NIK for all to see, one will do. */
const LEAST_ANCHORS = 4
const LEAST_ANCHORS_WITH_NIK = 1
const SURE_ANCHORS = 9

const DIGIT_NET = unpackNet(DIGIT_WEIGHTS)

type Attempt = {
  readonly quad: Quad
  readonly grey: GreyImage
  readonly layout: CardLayout
  readonly plan: RowPlan
  readonly turned: 0 | 90 | 180 | 270
}

/** Reads one picture. Every stage's milliseconds are kept for the benchmark. */
export const readCard = async (bytes: Uint8Array, parts: CardReaderParts): Promise<KtpReading> => {
  const ms: Record<string, number> = {}
  const timed = async <T>(stage: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now()
    const result = await work()
    ms[stage] = Math.round((ms[stage] ?? 0) + performance.now() - start)
    return result
  }
  const picture = await timed('decode', () => decodePicture(bytes))
  if (typeof picture === 'string') return { kind: 'bad-picture', reason: picture }
  const candidates = await timed('find', () => findCards(picture, TRIES))
  const attempt = await findReadable(picture, candidates, parts, timed)
  if (!attempt) return { kind: 'no-card' }
  const { grey, layout, plan, quad, turned } = attempt
  const [print, card] = await Promise.all([
    timed('again', () => readPrint(grey, layout, plan, parts.engine)),
    // Made while the text engine reads.
    timed('jpeg', () => cardJpeg(picture, quad)),
  ])
  const nik = await timed('nik', () => readNik(grey, layout.slope, print.nik, DIGIT_NET, nikHint(print)))
  const toCard = (box: Box): CardBox => boxOnCard(box, layout.slope)
  const fields = makeFields(print, nik, parts.regions, toCard)
  if (Object.values(fields).every((field) => field.value === '' || field.confidence < 0.3))
    return { kind: 'unreadable' }
  return { kind: 'read', fields, card, turned, ms }
}

const boxOnCard = (box: Box, slope: number): CardBox => {
  const shift = slope * ((box.left + box.right) / 2)
  return {
    x: box.left / READING_WIDTH,
    y: (box.top + shift) / READING_HEIGHT,
    width: (box.right - box.left) / READING_WIDTH,
    height: (box.bottom - box.top) / READING_HEIGHT,
  }
}

type Timed = <T>(stage: string, work: () => T | Promise<T>) => Promise<T>

/** Tries outlines and both ways up until one reads like a KTP; keeps the best. */
const findReadable = async (
  picture: RgbImage,
  candidates: readonly CardCandidate[],
  { engine, searchMs }: CardReaderParts,
  timed: Timed,
): Promise<Attempt | undefined> => {
  const start = performance.now()
  let best: Attempt | undefined
  const brightness = await timed('rectify', () => inkGrey(picture))
  for (const [rank, candidate] of candidates.entries()) {
    const refined = await timed('find', () => refineCard(picture, candidate.quad))
    let other: Settled | undefined
    for (const turn of [0, 2] as const) {
      // A picture without a KTP must be answered quickly; a KTP is nearly always the first outline, whichever way up.
      if (rank > 0 && performance.now() - start > searchMs) return best
      // Upside down it is the same settled picture, turned.
      const settled: Settled = other
        ? await settle(brightness, rotateQuad(other.quad, 2), turnedAround(other.grey), timed)
        : await settle(brightness, rotateQuad(refined, turn), undefined, timed)
      other = settled
      const { quad, grey, blots } = settled
      let layout = await timed('rows', () => findLayout(blots, READING_WIDTH, READING_HEIGHT))
      const read = await timed('text', () => readRows(grey, layout, engine))
      // Print that stands upright is no KTP's upside down.
      if (read === 'other') break
      if (!read) continue
      let lines: readonly ReadRow[] = read
      const edge = findCardEdge(lines, layout.unit)
      if (edge !== undefined) {
        const inside = blots.filter((blot) => blot.right > edge)
        layout = await timed('rows', () => findLayout(inside, READING_WIDTH, READING_HEIGHT))
        const again = await timed('text', () => readRows(grey, layout, engine))
        if (again && again !== 'other') lines = again
      }
      const plan = planRows(lines, layout.unit)
      // Labels read this way up, so the other way up has none: a card that shares some of them, such as a driving licence.
      if (plan.anchors < (plan.hasNik ? LEAST_ANCHORS_WITH_NIK : LEAST_ANCHORS)) break
      if (!best || plan.anchors > best.plan.anchors) best = { quad, grey, layout, plan, turned: turnOf(quad) }
      if (plan.anchors >= SURE_ANCHORS) return best
      break
    }
  }
  return best
}

/** A card cut out along an outline that was corrected by its print, with its blots of ink. */
type Settled = { readonly quad: Quad; readonly grey: GreyImage; readonly blots: readonly Component[] }

/** Cuts a card out, corrects the outline by how its print lies, and takes noise away. `known` is the card along `start`. */
const settle = async (
  brightness: FloatImage,
  start: Quad,
  known: GreyImage | undefined,
  timed: Timed,
): Promise<Settled> => {
  let quad = start
  const flatten = (): Promise<{ grey: GreyImage; isNoisy: boolean }> =>
    timed('rectify', () => flattenBackground(rectifyGrey(brightness, quad, READING_WIDTH, READING_HEIGHT)))
  let flat = known ? { grey: known, isNoisy: false } : await flatten()
  let blots = await timed('rows', () => findComponents(flat.grey, INK))
  const spill = findSpill(blots, READING_WIDTH, READING_HEIGHT)
  const tilt = await timed('rows', () => findTilt(blots, READING_WIDTH, READING_HEIGHT))
  const leans = Math.max(Math.abs(tilt.top), Math.abs(tilt.bottom)) > LEVEL
  if (spill.left || spill.top || spill.bottom || leans) {
    // Rows lean, or print runs off the picture: the outline was drawn askew, or too tight on that side.
    const fall = READING_WIDTH / READING_HEIGHT
    quad = leanQuad(quad, tilt.top * fall, tilt.bottom * fall)
    quad = growQuad(quad, {
      left: spill.left ? 0.05 : 0,
      top: spill.top ? 0.08 : 0,
      bottom: spill.bottom ? 0.06 : 0,
    })
    // A noisy picture is cut out once more below in any case.
    if (!flat.isNoisy) {
      const again = await flatten()
      flat = known ? again : { ...again, isNoisy: false }
      blots = await timed('rows', () => findComponents(flat.grey, INK))
    }
  }
  if (!flat.isNoisy) return { quad, grey: flat.grey, blots }
  // Taking the noise away costs more than all stages before it: only once the outline is settled.
  const grey = await timed('denoise', () => flattenBackground(withoutNoise(brightness, quad)).grey)
  return { quad, grey, blots: await timed('rows', () => findComponents(grey, INK)) }
}

/** A picture turned by 180 degrees. */
const turnedAround = (image: GreyImage): GreyImage => ({ ...image, data: image.data.slice().reverse() })

/**
 * The card straightened without the sensor's noise. Noise is told from print at the picture's own size: enlarging it
 * first makes neighbouring pixels alike.
 */
const withoutNoise = (brightness: FloatImage, quad: Quad): FloatImage => {
  const width = Math.min(READING_WIDTH, Math.round(quadSize(quad).width))
  const height = Math.round(width / CARD_ASPECT)
  const card = rectifyGrey(brightness, quad, width, height)
  const clean = denoise(card, noiseLevel(card))
  const whole: Quad = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ]
  return rectifyGrey(clean, whole, READING_WIDTH, READING_HEIGHT)
}

/** How far the card had to be turned clockwise, to the nearest quarter. */
const turnOf = (quad: Quad): 0 | 90 | 180 | 270 => {
  const angle = (Math.atan2(quad[1].y - quad[0].y, quad[1].x - quad[0].x) * 180) / Math.PI
  const quarters = ((Math.round(-angle / 90) % 4) + 4) % 4
  return (quarters * 90) as 0 | 90 | 180 | 270
}

const cardJpeg = async (
  picture: RgbImage,
  quad: Quad,
): Promise<{ jpeg: Uint8Array; width: number; height: number }> => {
  const width = Math.round(quadSize(quad).width)
  const height = Math.round(width / CARD_ASPECT)
  const jpeg = await encodeJpeg(rectify(picture, quad, width, height), 90)
  return { jpeg, width, height }
}
