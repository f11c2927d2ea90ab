/** Base64 of files, or what is wrong with one of them: `damaged` when it cannot be read (its stick was pulled out). */
export type FilesRead = readonly Blob[] | 'too-large' | 'damaged'

/** Base64 of files that the petugas chose, large pictures made smaller, in a worker. */
export async function filesToBase64(files: readonly Blob[]): Promise<FilesRead> {
  const worker = new Worker(new URL('./file-base64.worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<FilesRead>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FilesRead>) => resolve(data))
    worker.addEventListener('error', () => resolve('damaged'))
  })
  worker.postMessage(files)
  return answer.finally(() => worker.terminate())
}
