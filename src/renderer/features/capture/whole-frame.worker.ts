import { createFrameReader, encodeJpeg, wholeOf } from './frame.ts'
import type { LookAnswer, LookRequest } from './worker-messages.ts'

const reader = createFrameReader()
const say = (answer: LookAnswer<'unchecked', never>): void => postMessage(answer)

async function take({ frame }: LookRequest): Promise<void> {
  const whole = await reader.read(frame)
  say({ kind: 'taken', verdict: 'unchecked', photo: await encodeJpeg(whole, wholeOf(whole)) })
}

let last = Promise.resolve()
addEventListener('message', ({ data }: MessageEvent<LookRequest>) => {
  // One after the other: the reader has one canvas.
  last = last.then(() => take(data)).catch(() => say({ kind: 'broken' }))
})
