import { test as base } from '@playwright/test'
import { Desk } from './desk.ts'

/** A Playwright test with a desk of its own, which is cleared away afterwards. */
export const test = base.extend<{ desk: Desk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
  desk: async ({}, use, { project }) => {
    const desk = new Desk(project.name === 'electron' ? 'electron' : 'node-host')
    await use(desk)
    await desk.close()
  },
})

export { expect } from '@playwright/test'
