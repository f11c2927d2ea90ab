import type { RefObject } from 'react'
import { encodeFrames } from './encode-frames.ts'
import { presentFrame } from './frame.ts'

/** How many frames beside the photo are of use to the reader, and how far apart they are taken: noise and trembling differ. */
const MOST = 2
const APART_MS = 45

/**
 * Takes what the camera shows just after now, as JPEGs in base64, until there is enough or the picture ends. The reader looks at
 * them only where the photo itself leaves something open, so that none is as good an answer as a failure.
 */
export const furtherFrames = (video: RefObject<HTMLVideoElement | null>): Promise<readonly Blob[]> =>
  takeFrames(video).catch(() => [])

async function takeFrames(video: RefObject<HTMLVideoElement | null>): Promise<Blob[]> {
  const frames: VideoFrame[] = []
  while (frames.length < MOST) {
    await new Promise((resolve) => setTimeout(resolve, APART_MS))
    const frame = presentFrame(video.current)
    if (!frame) break
    frames.push(frame)
  }
  // Encoded only when all are taken: the camera is closed as soon as the photo is there.
  return (await encodeFrames(frames)).map(({ jpeg }) => jpeg)
}
