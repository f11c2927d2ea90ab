/** Base64 of files that the petugas chose, made in a worker. Throws where one cannot be read (its stick was pulled out). */
export async function filesToBase64(files: readonly Blob[]): Promise<readonly Blob[]> {
  const worker = new Worker(new URL('./file-base64.worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<readonly Blob[]>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<readonly Blob[] | null>) =>
      data ? resolve(data) : reject(new Error('a file could not be read')),
    )
    worker.addEventListener('error', () => reject(new Error('files cannot be read')))
  })
  worker.postMessage(files)
  return answer.finally(() => worker.terminate())
}
