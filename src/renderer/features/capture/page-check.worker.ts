import { wholeOf } from './checks/face-crop.ts'
import { judgedSize, judgePage } from './checks/page-check.ts'
import { createScratch } from './scratch.ts'

const small = createScratch()

addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  const picture = await createImageBitmap(data)
  const { width, height } = judgedSize(picture)
  postMessage(judgePage(small.draw(picture, wholeOf(picture), width, height)))
})
