import { type Post, post } from './post.ts'
import type { PostAnswer } from './post-in-background.ts'

addEventListener('message', ({ data }: MessageEvent<Post>) => {
  post(data, fetch).then(
    (answer) => postMessage({ answered: true, answer } satisfies PostAnswer),
    () => postMessage({ answered: false } satisfies PostAnswer),
  )
})
