import { type CardVerdict, judgeCard, judgeEmptyFrame, patchOf, sightCard } from './checks/card-check.ts'
import { type Pixels, toLuma } from './checks/pixels.ts'

/** What the page sends: one frame, handed over (not copied). */
export type CardLookRequest = { readonly frame: ImageBitmap }
/** What comes back for every frame. */
export type CardLookAnswer = { readonly verdict: CardVerdict }

/** Wide enough to see a card's sides, small enough for five looks a second on a slow machine. */
const SMALL_WIDTH = 320

const canvas = new OffscreenCanvas(1, 1)
const context = canvas.getContext('2d', { willReadFrequently: true })

addEventListener('message', (event: MessageEvent<CardLookRequest>) => {
  const { frame } = event.data
  const answer: CardLookAnswer = { verdict: look(frame) }
  frame.close()
  postMessage(answer)
})

function look(frame: ImageBitmap): CardVerdict {
  const height = Math.round((SMALL_WIDTH * frame.height) / frame.width)
  const small = read(frame, { x: 0, y: 0, width: frame.width, height: frame.height }, SMALL_WIDTH, height)
  if (!small) return 'none'
  const seen = sightCard(small)
  if (seen.kind === 'none') return judgeEmptyFrame(toLuma(small))
  if (seen.kind === 'cut') return 'cut'
  const scale = frame.width / SMALL_WIDTH
  const area = patchOf(seen.rectangle, scale)
  const patch = read(frame, area, area.width, area.height)
  return patch ? judgeCard(seen.rectangle.longSide * scale, toLuma(patch)) : 'none'
}

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function read(frame: ImageBitmap, from: Area, width: number, height: number): Pixels | undefined {
  if (!context) return undefined
  canvas.width = width
  canvas.height = height
  context.drawImage(frame, from.x, from.y, from.width, from.height, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}
