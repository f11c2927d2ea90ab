import { wholeOf } from './checks/face-crop.ts'
import { createFrameReader, encodeJpeg } from './frame.ts'
import type { LookAnswer, LookRequest } from './worker-messages.ts'

/** Answers a look, or a photo, at a frame. */
type Judge = (kind: 'look' | 'take', frame: OffscreenCanvas) => Promise<void>
const say = (answer: LookAnswer<never, never>): void => postMessage(answer)

/**
 * In a worker: reads the frames that it is sent and answers them one after the other. They share one canvas, and a photo must
 * be judged and encoded before the next look is read onto it. A frame that cannot be answered breaks the checks.
 * @param judge none where frames are only to be encoded
 */
export function serveFrames(judge?: Judge): void {
  const reader = createFrameReader()
  const serve = async ({ kind, frame }: LookRequest) => {
    const whole = await reader.read(frame)
    if (kind !== 'encode') return judge?.(kind, whole)
    say({ kind: 'encoded', photo: await encodeJpeg(whole, wholeOf(whole)) })
  }
  let last: Promise<void> = Promise.resolve()
  addEventListener('message', ({ data }: MessageEvent<LookRequest>) => {
    last = last.then(() => serve(data)).catch(() => say({ kind: 'broken' }))
  })
}
