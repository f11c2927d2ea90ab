import { wholeOf } from './checks/face-crop.ts'
import { encodeJpeg } from './frame.ts'
import { serveFrames } from './serve-frames.ts'
import type { LookAnswer } from './worker-messages.ts'

serveFrames(async (_kind, frame) => {
  const photo = await encodeJpeg(frame, wholeOf(frame))
  postMessage({ kind: 'taken', verdict: 'unchecked', photo } satisfies LookAnswer<'unchecked', never>)
})
