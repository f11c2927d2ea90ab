import type { CardVerdict } from './checks/card-check.ts'
import { wholeOf } from './checks/face-crop.ts'
import { type CardFound, lookAtCard } from './checks/look-at-card.ts'
import { encodeJpeg } from './frame.ts'
import { createScratch } from './scratch.ts'
import { serveFrames } from './serve-frames.ts'

const scratch = createScratch()
postMessage({ kind: 'ready' })

serveFrames<CardVerdict, CardFound>(async (kind, frame) => {
  const { verdict, found } = lookAtCard(frame, (part, width, height) =>
    scratch.draw(frame, part, width, height),
  )
  if (kind === 'look') return { kind: 'looked', verdict, found }
  // The whole frame is kept: the reader finds the card in it again, and better.
  return { kind: 'taken', verdict, photo: await encodeJpeg(frame, wholeOf(frame)) }
})
