import { wholeOf } from './checks/face-crop.ts'
import { createFrameReader } from './frame.ts'
import type { GlanceRequest } from './glance.ts'
import { createScratch } from './scratch.ts'

const reader = createFrameReader()
const small = createScratch()

addEventListener('message', async ({ data: { frame, width, height } }: MessageEvent<GlanceRequest>) => {
  const pixels = await reader.read(frame).then(
    (whole) => small.draw(whole, wholeOf(whole), width, height),
    () => null,
  )
  postMessage(pixels)
})
