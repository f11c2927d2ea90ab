import { wholeOf } from './checks/face-crop.ts'
import { createFrameReader, encodeJpeg } from './frame.ts'
import type { LookAnswer, LookKind, LookRequest, LookResult } from './worker-messages.ts'

/**
 * Looks at a frame, or makes a photo of it.
 * @param at when the camera saw it, milliseconds
 */
type Judge<V extends string, F> = (
  kind: Exclude<LookKind, 'encode'>,
  frame: OffscreenCanvas,
  at: number,
) => Promise<LookResult<V, F>>

/**
 * In a worker: reads the frames that it is sent and answers them one after the other. They share one canvas, and a photo must
 * be judged and encoded before the next look is read onto it.
 * @param judge none where frames are only to be encoded
 */
export function serveFrames<V extends string, F>(judge?: Judge<V, F>): void {
  const reader = createFrameReader()
  const serve = async (kind: LookKind, frame: VideoFrame): Promise<LookResult<V, F>> => {
    const at = frame.timestamp / 1000
    const whole = await reader.read(frame)
    if (kind === 'encode') return { kind: 'encoded', photo: await encodeJpeg(whole, wholeOf(whole)) }
    return judge ? judge(kind, whole, at) : { kind: 'failed' }
  }
  const say = (answer: LookAnswer<V, F>): void => postMessage(answer)
  let last: Promise<void> = Promise.resolve()
  addEventListener('message', ({ data: { id, kind, frame } }: MessageEvent<LookRequest>) => {
    last = last
      .then(() => serve(kind, frame))
      .catch((): LookResult<V, F> => ({ kind: 'failed' }))
      .then((result) => say({ id, ...result }))
  })
}
