import { type CardVerdict, judgeCard, judgeEmptyFrame, patchOf, sightCard } from './checks/card-check.ts'
import { percentile, shareAtLeast, toLuma } from './checks/pixels.ts'
import { type Rectangle, valuesInside } from './checks/shape.ts'
import { type Steepness, steepnessByDirection } from './checks/sharpness.ts'
import { CARD_LIMITS } from './checks/thresholds.ts'
import { encodeJpeg } from './frame.ts'
import { createScratch } from './scratch.ts'
import type { LookAnswer, LookRequest } from './worker-messages.ts'

/** What the page learns beside the verdict; null while there is no card. */
export type CardFound = {
  /** Pixels along its long side. */
  readonly longSide: number
  /** Median brightness of it, 0..255. */
  readonly brightness: number
  readonly sharpness: Steepness
} | null
export type CardAnswer = LookAnswer<CardVerdict, CardFound>

/** Wide enough to see a card's sides, small enough for eight looks a second on a slow machine. */
const SMALL_WIDTH = 320
/** For reflections: a spot on one line of print still covers some pixels. */
const GLARE_WIDTH = 480

const scratch = createScratch()
const say = (answer: CardAnswer): void => postMessage(answer)
say({ kind: 'ready' })

addEventListener('message', ({ data }: MessageEvent<LookRequest>) => {
  void answer(data).finally(() => data.frame.close())
})

async function answer({ kind, frame }: LookRequest): Promise<void> {
  const { verdict, found } = look(frame)
  if (kind === 'look') return say({ kind: 'looked', verdict, found })
  // The whole frame is kept: the reader finds the card in it again, and better.
  const whole = { x: 0, y: 0, width: frame.width, height: frame.height }
  say({ kind: 'taken', verdict, photo: await encodeJpeg(frame, whole) })
}

function look(frame: ImageBitmap): { verdict: CardVerdict; found: CardFound } {
  const whole = { x: 0, y: 0, width: frame.width, height: frame.height }
  const small = scratch.draw(
    frame,
    whole,
    SMALL_WIDTH,
    Math.round((SMALL_WIDTH * frame.height) / frame.width),
  )
  const seen = sightCard(small)
  if (seen.kind === 'none') return { verdict: judgeEmptyFrame(toLuma(small)), found: null }
  if (seen.kind !== 'card') return { verdict: seen.kind, found: null }
  const scale = frame.width / SMALL_WIDTH
  const longSide = Math.round(seen.rectangle.longSide * scale)
  const area = patchOf(seen.rectangle, scale)
  const patch = toLuma(scratch.draw(frame, area, area.width, area.height))
  const burnt = burntShare(frame, seen.rectangle, scale)
  const sharpness = steepnessByDirection(patch)
  return {
    verdict: judgeCard({ longSide, tilted: seen.tilted, patch, burnt, sharpness }),
    found: { longSide, brightness: percentile(patch.data, 0.5), sharpness },
  }
}

/** Share of the card that is burnt out. */
function burntShare(frame: ImageBitmap, rectangle: Rectangle, scale: number): number {
  const { left, top, right, bottom } = rectangle
  const area = {
    x: left * scale,
    y: top * scale,
    width: (right - left) * scale,
    height: (bottom - top) * scale,
  }
  const width = GLARE_WIDTH
  const height = Math.max(1, Math.round((width * area.height) / area.width))
  const luma = toLuma(scratch.draw(frame, area, width, height))
  const perPixel = width / (right - left)
  return shareAtLeast(valuesInside(luma, rectangle, perPixel), CARD_LIMITS.burntAt)
}
