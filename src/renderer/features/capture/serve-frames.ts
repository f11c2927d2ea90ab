import { createFrameReader } from './frame.ts'
import type { LookAnswer, LookRequest } from './worker-messages.ts'

/**
 * In a worker: reads the frames that it is sent and answers them one after the other. They share one canvas, and a photo must
 * be judged and encoded before the next look is read onto it. A frame that cannot be answered breaks the checks.
 */
export function serveFrames(
  answer: (kind: LookRequest['kind'], frame: OffscreenCanvas) => Promise<void>,
): void {
  const reader = createFrameReader()
  let last = Promise.resolve()
  addEventListener('message', ({ data }: MessageEvent<LookRequest>) => {
    last = last
      .then(async () => answer(data.kind, await reader.read(data.frame)))
      .catch(() => postMessage({ kind: 'broken' } satisfies LookAnswer<never, never>))
  })
}
