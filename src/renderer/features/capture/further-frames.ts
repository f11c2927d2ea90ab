import type { RefObject } from 'react'
import { encodeFrames } from './encode-frames.ts'
import { presentFrame } from './frame.ts'
import type { Checks } from './start-checks.ts'

/** How many frames beside the photo are of use to the reader, and how far apart they are taken: noise and trembling differ. */
const MOST = 2
const APART_MS = 45
/** The reader waits for them no longer. */
const LONGEST_MS = 1_000

/**
 * Takes what the camera shows just after now, as JPEGs in base64, until there is enough or the picture ends. The reader looks at
 * them only where the photo itself leaves something open, so that none is as good an answer as a failure.
 * @param checks those that judge the photo meanwhile; a worker of their own where they cannot
 */
export async function furtherFrames(
  video: RefObject<HTMLVideoElement | null>,
  checks: Checks<string, unknown> | undefined,
): Promise<readonly Blob[]> {
  const frames = takeFrames(video).then((taken) => encodeFrames(taken, checks))
  const photos = await Promise.race([frames, passed(LONGEST_MS).then(() => [])]).catch(() => [])
  return photos.map(({ jpeg }) => jpeg)
}

/** Not yet encoded: the camera is closed as soon as the photo is there. */
async function takeFrames(video: RefObject<HTMLVideoElement | null>): Promise<readonly VideoFrame[]> {
  const frames: VideoFrame[] = []
  while (frames.length < MOST) {
    await passed(APART_MS)
    const frame = presentFrame(video.current)
    if (!frame) break
    frames.push(frame)
  }
  return frames
}

const passed = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
