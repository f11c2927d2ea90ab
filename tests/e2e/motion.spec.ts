import { expect, galleryTest as test } from './support/gallery-test.ts'

test('who wants no motion gets none, and waiting is still said in words', async ({ gallery }) => {
  const { page } = gallery
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const part of await gallery.names('part')) {
    await gallery.open({ part })
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('main *')]
          .map((each) => getComputedStyle(each))
          .filter(
            ({ animationName, transitionDuration }) =>
              animationName !== 'none' ||
              transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0),
          ).length,
    )
    expect(moving, part).toBe(0)
  }
})

test('news are live regions: an error is read out at once, the rest when the reader is free', async ({
  gallery,
}) => {
  const { page } = gallery
  for (const [screen, role, text] of [
    ['siapa-kosong', 'alert', 'Pilih satu dulu.'],
    ['kepegawaian-salah', 'textbox', 'NIP harus 18 angka; baru 16.'],
    ['kode-kurang', 'alert', 'Kode terdiri dari 6 angka; baru 0.'],
    ['internet-putus', 'status', 'Internet terputus. Lanjutkan saja; data dikirim nanti.'],
    ['sambungan-hilang', 'alert', 'Menyambung lagi'],
    ['kontak-salah-ketik', 'status', 'Maksudnya gmail.com?'],
  ] as const) {
    await gallery.open({ screen })
    if (role === 'textbox') {
      // A field's own error belongs to it: the focus moves there and the reader reads both.
      await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused()
      await expect(page.locator('[aria-invalid="true"]').first()).toHaveAccessibleDescription(
        new RegExp(text),
      )
    } else await expect(page.getByRole(role).filter({ hasText: text }).first()).toBeVisible()
  }
})
