import { type Post, post } from './post.ts'

/** What the worker tells: the host's answer, or that there was none. */
export type PostAnswer = { readonly answered: true; readonly answer: unknown } | { readonly answered: false }

/** Texts of more characters than this are pictures and documents. */
const LARGE = 100_000

/** Whether an input carries a picture or a document in base64. */
export function isLarge(input: unknown): boolean {
  if (typeof input === 'string') return input.length > LARGE
  return typeof input === 'object' && input !== null && Object.values(input).some(isLarge)
}

/**
 * Posts in a worker of its own: for a photo of 1 MB, writing the JSON and handing it to the browser would hold up the page
 * for a tenth of a second. Where a worker cannot be started the page does it. Throws when the host does not answer.
 */
export async function postInBackground(letter: Post): Promise<unknown> {
  const worker = new Worker(new URL('./post.worker.ts', import.meta.url), { type: 'module' })
  const told = new Promise<PostAnswer | undefined>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PostAnswer>) => resolve(data))
    worker.addEventListener('error', () => resolve(undefined))
  })
  worker.postMessage(letter)
  const answer = await told.finally(() => worker.terminate())
  if (answer === undefined) return post(letter, fetch)
  if (!answer.answered) throw new Error('no answer from the host')
  return answer.answer
}
