import { toBase64 } from './base64.ts'
import type { FilesRead } from './files-to-base64.ts'
import { fitFile } from './fit-file.ts'

/** One after the other: a large picture takes hundreds of megabytes while it is made smaller. */
async function read(files: readonly Blob[]): Promise<FilesRead> {
  const texts: Blob[] = []
  for (const file of files) {
    const fitting = await fitFile(file)
    if (!fitting) return 'too-large'
    texts.push(toBase64(new Uint8Array(await fitting.arrayBuffer())))
  }
  return texts
}

addEventListener('message', async ({ data }: MessageEvent<readonly Blob[]>) => {
  postMessage(await read(data).catch((): FilesRead => 'damaged'))
})
