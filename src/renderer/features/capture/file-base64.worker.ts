import { toBase64 } from './base64.ts'

addEventListener('message', async ({ data }: MessageEvent<readonly Blob[]>) => {
  const texts = data.map(async (file) => toBase64(new Uint8Array(await file.arrayBuffer())))
  postMessage(await Promise.all(texts).catch(() => null))
})
