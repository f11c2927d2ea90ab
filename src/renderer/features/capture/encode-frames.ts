import type { LookAnswer, LookRequest, TakenFrame } from './worker-messages.ts'

/**
 * Whole frames as JPEGs, in a worker of their own: two frames of 1920 × 1080 would hold up the page for a fifth of a second.
 * Closes the frames. Throws where a frame cannot be read.
 */
export async function encodeFrames(frames: readonly VideoFrame[]): Promise<readonly TakenFrame[]> {
  if (frames.length === 0) return []
  const worker = new Worker(new URL('./whole-frame.worker.ts', import.meta.url), { type: 'module' })
  const taken = new Promise<readonly TakenFrame[]>((resolve, reject) => {
    const photos: TakenFrame[] = []
    worker.addEventListener('message', ({ data }: MessageEvent<LookAnswer<'unchecked', never>>) => {
      if (data.kind === 'taken') photos.push(data.photo)
      if (data.kind === 'broken') reject(new Error('a frame could not be read'))
      if (photos.length === frames.length) resolve(photos)
    })
    worker.addEventListener('error', () => reject(new Error('frames cannot be encoded')))
  })
  for (const frame of frames) worker.postMessage({ kind: 'take', frame } satisfies LookRequest, [frame])
  return taken.finally(() => worker.terminate())
}
