import type { LookAnswer, LookRequest, TakenFrame } from './worker-messages.ts'

/**
 * Whole frames as JPEGs, in a worker: two frames of 1920 × 1080 would hold up the page for a fifth of a second.
 * Closes the frames. Throws where a frame cannot be read.
 * @param running a worker of the checks that runs already; starting another takes 0.2 s
 */
export async function encodeFrames(
  frames: readonly VideoFrame[],
  running?: Worker,
): Promise<readonly TakenFrame[]> {
  if (frames.length === 0) return []
  const worker =
    running ?? new Worker(new URL('./whole-frame.worker.ts', import.meta.url), { type: 'module' })
  const over = new AbortController()
  const encoded = new Promise<readonly TakenFrame[]>((resolve, reject) => {
    const photos: TakenFrame[] = []
    const onAnswer = ({ data }: MessageEvent<LookAnswer<string, unknown>>) => {
      if (data.kind === 'encoded') photos.push(data.photo)
      if (data.kind === 'broken') reject(new Error('a frame could not be read'))
      if (photos.length === frames.length) resolve(photos)
    }
    worker.addEventListener('message', onAnswer, over)
    worker.addEventListener('error', () => reject(new Error('frames cannot be encoded')), over)
  })
  for (const frame of frames) worker.postMessage({ kind: 'encode', frame } satisfies LookRequest, [frame])
  return encoded.finally(() => (running ? over.abort() : worker.terminate()))
}
