import type { Page } from '@playwright/test'
import type { Gallery } from './gallery-test.ts'

/** Waits until a new size was heard of, laid out and drawn: the scale follows the window by an event. */
export const nextPicture = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  )

/** Looks at every screen, shared out between two pages: a screen takes one core, and even a small desk has two. */
export async function everyScreen(
  galleries: readonly Gallery[],
  look: (gallery: Gallery, name: string) => Promise<string[]>,
): Promise<string[]> {
  const names = await (galleries[0] as Gallery).names('screen')
  const problems: string[] = []
  await Promise.all(
    galleries.map(async (gallery) => {
      for (let name = names.shift(); name !== undefined; name = names.shift())
        problems.push(...(await look(gallery, name)))
    }),
  )
  return problems
}
