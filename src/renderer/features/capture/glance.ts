import { wholeOf } from './checks/face-crop.ts'
import { createFrameReader, presentFrame } from './frame.ts'
import { createScratch } from './scratch.ts'

/** Looks at a video now and then, to measure it: answers the present frame's pixels at a size, undefined without a picture. */
export function createGlance(width: number, height: number) {
  const reader = createFrameReader()
  const small = createScratch()
  return async (video: HTMLVideoElement | null): Promise<ImageData | undefined> => {
    const frame = presentFrame(video)
    if (!frame) return undefined
    const whole = await reader.read(frame)
    return small.draw(whole, wholeOf(whole), width, height)
  }
}
