import type { Page } from '@playwright/test'
import { expect, galleryTest as test } from './support/gallery-test.ts'

/** Points (1/72 inch) of a sheet. */
const SHEETS = { a4: { width: 595, height: 842 }, '80mm': { width: 227, height: 624 } } as const

/** What Chromium would send to the printer: number of pages and size of the first. */
async function printed(page: Page): Promise<{ pages: number; width: number; height: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf) ?? []
  return {
    pages: (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length,
    width: Number(width),
    height: Number(height),
  }
}

for (const paper of ['a4', '80mm'] as const) {
  for (const [screen, mustSay] of [
    [
      'tanda-terima',
      ['KT-7F3K-92QD', '1611 **** **** 0033', 'm***@gmail.com', 'Bukan bukti akun aktif', '144'],
    ],
    ['tanda-terima-offline', ['Menyusul', 'Kode HP', 'Antre']],
    ['syarat-cetak', ['KTP asli', 'NPWP', '144']],
    ['kontak-tanpa-email', ['gmail.com', 'kata sandi']],
  ] as const) {
    test(`${screen} fills one sheet, ${paper}, with nothing of the screen and nothing cut off`, async ({
      gallery,
    }) => {
      const { page } = gallery
      await gallery.open({ screen, paper })
      const sheet = page.locator('.print-sheet')
      await page.emulateMedia({ media: 'print' })
      await expect(sheet).toBeVisible()
      await expect(page.locator('#root')).toBeHidden()
      for (const text of mustSay) await expect(sheet).toContainText(text)
      await expect(sheet.locator('img:not([src^="data:image/svg"])')).toHaveCount(0)
      const result = await printed(page)
      expect(result.pages).toBe(1)
      expect(Math.abs(result.width - SHEETS[paper].width)).toBeLessThan(2)
      expect(Math.abs(result.height - SHEETS[paper].height)).toBeLessThan(2)
    })
  }
}
