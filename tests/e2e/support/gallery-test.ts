import type { Page } from '@playwright/test'
import { test as base } from '@playwright/test'
import { galleryAddress, startGallery } from './gallery.ts'

export type Gallery = {
  readonly page: Page
  /** Opens one screen or part and waits until it stands as the gallery wants it. */
  open(query: Readonly<Record<string, string | number>>): Promise<void>
  /** The names of everything that it can show. */
  names(kind: 'screen' | 'part'): Promise<string[]>
}

const galleryOn = (page: Page, url: string): Gallery => ({
  page,
  async open(query) {
    await page.goto(galleryAddress(url, query))
    const root = page.locator('html[data-ready], html[data-failed]')
    await root.waitFor({ state: 'attached' })
    const failed = await root.getAttribute('data-failed')
    if (failed !== null) throw new Error(`${JSON.stringify(query)}: ${failed}`)
    await page.evaluate(() => document.fonts.ready)
  },
  async names(kind) {
    await page.goto(url)
    const links = page.locator(`a[href^="?${kind}="]`)
    await links.first().waitFor()
    return links.allTextContents()
  },
})

type GalleryFixtures = {
  readonly gallery: Gallery
  /** Two pages, each with a browser profile of its own, for what is looked at side by side. */
  readonly galleries: readonly Gallery[]
}

/** Playwright tests on the gallery, which is built once for each worker. */
export const galleryTest = base.extend<GalleryFixtures, { galleryUrl: string }>({
  galleryUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const server = await startGallery()
      await use(server.url)
      await server.close()
    },
    { scope: 'worker' },
  ],
  gallery: async ({ page, galleryUrl }, use) => {
    await use(galleryOn(page, galleryUrl))
  },
  galleries: async ({ browser, galleryUrl }, use) => {
    // Without motion: a colour that is still changing has no contrast of its own.
    const still = { reducedMotion: 'reduce' } as const
    const pages = [await browser.newPage(still), await browser.newPage(still)]
    await use(pages.map((page) => galleryOn(page, galleryUrl)))
    for (const page of pages) await page.close()
  },
})

export { expect } from '@playwright/test'
