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

/** Playwright tests on the gallery, which is built once for each worker. */
export const galleryTest = base.extend<{ gallery: Gallery }, { galleryUrl: string }>({
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
    await use({
      page,
      async open(query) {
        await page.goto(galleryAddress(galleryUrl, query))
        const root = page.locator('html[data-ready], html[data-failed]')
        await root.waitFor({ state: 'attached' })
        const failed = await root.getAttribute('data-failed')
        if (failed !== null) throw new Error(`${JSON.stringify(query)}: ${failed}`)
        await page.evaluate(() => document.fonts.ready)
      },
      async names(kind) {
        await page.goto(galleryUrl)
        const links = page.locator(`a[href^="?${kind}="]`)
        await links.first().waitFor()
        return links.allTextContents()
      },
    })
  },
})

export { expect } from '@playwright/test'
