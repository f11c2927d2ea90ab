import type { CardVerdict } from './checks/card-check.ts'
import { type CardFound, lookAtCard } from './checks/look-at-card.ts'
import { createFrameReader, encodeJpeg, wholeOf } from './frame.ts'
import { createScratch } from './scratch.ts'
import type { LookAnswer, LookRequest } from './worker-messages.ts'

export type CardAnswer = LookAnswer<CardVerdict, CardFound>

const reader = createFrameReader()
const scratch = createScratch()
const say = (answer: CardAnswer): void => postMessage(answer)
say({ kind: 'ready' })

addEventListener('message', ({ data }: MessageEvent<LookRequest>) => {
  void answer(data)
})

async function answer({ kind, frame: taken }: LookRequest): Promise<void> {
  const frame = await reader.read(taken)
  const { verdict, found } = lookAtCard(frame, (part, width, height) =>
    scratch.draw(frame, part, width, height),
  )
  if (kind === 'look') return say({ kind: 'looked', verdict, found })
  // The whole frame is kept: the reader finds the card in it again, and better.
  say({ kind: 'taken', verdict, photo: await encodeJpeg(frame, wholeOf(frame)) })
}
