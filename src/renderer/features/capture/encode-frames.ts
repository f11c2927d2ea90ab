import { type Checks, startChecks } from './start-checks.ts'
import type { TakenFrame } from './worker-messages.ts'

/**
 * Whole frames as JPEGs, in a worker: two frames of 1920 × 1080 would hold up the page for a fifth of a second.
 * Closes the frames; one that cannot be read is left out.
 * @param running checks that run already; starting another worker takes 0.2 s
 */
export async function encodeFrames(
  frames: readonly VideoFrame[],
  running?: Checks<string, unknown>,
): Promise<readonly TakenFrame[]> {
  if (frames.length === 0) return []
  const checks = running ?? startChecks(newWorker)
  const encoded = await Promise.all(frames.map((frame) => checks.ask('encode', frame)))
  if (!running) checks.close()
  return encoded.flatMap((each) => (each ? [each.photo] : []))
}

const newWorker = (): Worker =>
  new Worker(new URL('./whole-frame.worker.ts', import.meta.url), { type: 'module' })
