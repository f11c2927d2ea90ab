import type { Locator, Page } from '@playwright/test'
import { SIZES } from './support/desk.ts'
import { expect, galleryTest as test } from './support/gallery-test.ts'

test.use({ hasTouch: true, viewport: SIZES.laptop })

const keys = (page: Page): Locator => page.getByRole('group', { name: 'Papan ketik' })
const key = (page: Page, name: string): Locator => keys(page).getByRole('button', { name, exact: true })
const field = (page: Page, id: string): Locator => page.locator(`[data-field="${id}"] input`)

async function tapKeys(page: Page, text: string): Promise<void> {
  for (const character of text) await key(page, character).tap()
}

test('an e-mail is typed by touch alone, with the domain in one tap, and kept', async ({ gallery }) => {
  const { page } = gallery
  await gallery.open({ screen: 'kontak' })
  await field(page, 'email').tap()
  await tapKeys(page, 'siti')
  await key(page, 'titik').tap()
  await tapKeys(page, 'contohx')
  await key(page, 'Hapus satu huruf').tap()
  await key(page, '@yahoo.com').tap()
  // The other domain takes the place of the first.
  await key(page, '@gmail.com').tap()
  await expect(field(page, 'email')).toHaveValue('siti.contoh@gmail.com')
  await page.getByRole('button', { name: 'Berikutnya' }).tap()
  await expect(key(page, '@gmail.com')).toHaveCount(0)
  await tapKeys(page, '081234567890')
  await page.getByRole('button', { name: 'Sebelumnya' }).tap()
  await expect(key(page, '@gmail.com')).toBeVisible()
  await page.getByRole('button', { name: 'Selesai' }).tap()
  await expect(keys(page)).toHaveCount(0)
  await expect(field(page, 'email')).toHaveValue('siti.contoh@gmail.com')
  await expect(field(page, 'hp')).toHaveValue('0812-3456-7890')
})

test('mouse and hardware keyboard never call it; once open, the hardware keyboard still types', async ({
  gallery,
}) => {
  const { page } = gallery
  await gallery.open({ screen: 'kontak' })
  await field(page, 'email').click()
  await page.keyboard.type('a')
  await page.keyboard.press('Tab')
  await expect(keys(page)).toHaveCount(0)
  await field(page, 'hp').tap()
  await expect(keys(page)).toBeVisible()
  await page.keyboard.type('0812')
  await expect(field(page, 'hp')).toHaveValue('0812')
  await tapKeys(page, '34')
  await expect(field(page, 'hp')).toHaveValue('081234')
})

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`it takes at most 45 % of the height and never covers what is typed, at ${size}`, async ({
    gallery,
  }) => {
    const { page } = gallery
    await page.setViewportSize(viewport)
    await gallery.open({ screen: 'cocokkan-belum' })
    for (const [id, rows] of [
      ['nik', 4],
      ['rtRw', 5],
    ] as const) {
      await field(page, id).tap()
      const board = await keys(page).boundingBox()
      const shown = await page
        .getByText(await field(page, id).inputValue())
        .last()
        .boundingBox()
      const picture = await page.locator('body > div svg[role="img"]').last().boundingBox()
      expect(board, 'the keyboard').not.toBeNull()
      if (!board || !picture) throw new Error('keyboard or crop missing')
      expect(board.height).toBeLessThanOrEqual(viewport.height * 0.45)
      expect(picture.y + picture.height).toBeLessThan(board.y)
      expect(shown === null || shown.y + shown.height < board.y).toBe(true)
      const sizes = await keys(page)
        .getByRole('button')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()))
      const u = await page.evaluate(() =>
        Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--u')),
      )
      for (const { width, height } of sizes) {
        expect(width).toBeGreaterThanOrEqual(64 * u - 0.5)
        expect(height).toBeGreaterThanOrEqual(64 * u - 0.5)
      }
      expect(new Set(sizes.map(({ top }) => Math.round(top))).size).toBe(rows)
      await page.getByRole('button', { name: 'Selesai' }).tap()
    }
  })
}

test('a NIK stands in groups while it is typed, and a digit in its middle is put right where it is', async ({
  gallery,
}) => {
  const { page } = gallery
  await gallery.open({ screen: 'cocokkan-ketik' })
  const nik = field(page, 'nik')
  await nik.tap()
  await tapKeys(page, '627101570890')
  await expect(nik).toHaveValue('6271 0157 0890')
  // The caret behind the 7 of the second group.
  await nik.evaluate((input: HTMLInputElement) => input.setSelectionRange(9, 9))
  await key(page, 'Hapus satu huruf').tap()
  await expect(nik).toHaveValue('6271 0150 890')
  await tapKeys(page, '7')
  await expect(nik).toHaveValue('6271 0157 0890')
  await page.keyboard.type('9')
  await expect(nik).toHaveValue('6271 0157 9089 0')
})

test('a touched part of a date is typed anew, and the next part follows by itself', async ({ gallery }) => {
  const { page } = gallery
  await gallery.open({ screen: 'cocokkan-ketik' })
  const parts = page.locator('[data-field="tanggalLahir"] input')
  await parts.first().tap()
  await expect(page.getByText('Tanggal lahir, Tgl')).toBeVisible()
  await tapKeys(page, '17')
  await expect(page.getByText('Tanggal lahir, Bln')).toBeVisible()
  await page.getByRole('button', { name: 'Selesai' }).tap()
  await expect(parts.first()).toHaveValue('17')
})

test('a code has a pad of its own: no keyboard comes', async ({ gallery }) => {
  const { page } = gallery
  await gallery.open({ screen: 'kode-ketik' })
  await page.getByRole('textbox', { name: 'Kode dari HP' }).tap()
  await expect(keys(page)).toHaveCount(0)
  for (const digit of '123456') await page.getByRole('button', { name: digit, exact: true }).tap()
  await expect(page.getByRole('textbox', { name: 'Kode dari HP' })).toHaveValue('123456')
})

test('a search field is chosen from above the keys, by touch or with a hardware keyboard', async ({
  gallery,
}) => {
  const { page } = gallery
  await gallery.open({ screen: 'instansi' })
  const office = page.getByRole('combobox', { name: 'Instansi' })
  const found = page.getByRole('group', { name: 'Pilih salah satu' }).getByRole('button')
  await office.tap()
  await expect(found).toHaveCount(3)
  await tapKeys(page, 'kap')
  await expect(found).toHaveText(['Pemerintah Kabupaten Kapuas'])
  await found.tap()
  await expect(keys(page)).toHaveCount(0)
  await expect(office).toHaveValue('Pemerintah Kabupaten Kapuas')

  // The same field with both keyboards at once.
  await office.tap()
  await office.press('Control+A')
  await tapKeys(page, 'kota')
  await expect(found).toHaveText(['Pemerintah Kota Palangka Raya'])
  await page.keyboard.press('ArrowDown')
  await expect(found).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  await expect(keys(page)).toHaveCount(0)
  await expect(office).toHaveValue('Pemerintah Kota Palangka Raya')
})

test('Escape puts the keyboard away and leaves what was typed', async ({ gallery }) => {
  const { page } = gallery
  await gallery.open({ screen: 'instansi' })
  const unit = page.getByRole('combobox', { name: 'Satuan kerja' })
  await unit.tap()
  await tapKeys(page, 'sekretariat')
  await page.keyboard.press('Escape')
  await expect(keys(page)).toHaveCount(0)
  await expect(unit).toHaveValue('sekretariat')
  await expect(unit).toBeFocused()
})
