import type { Locator, Page } from '@playwright/test'
import { expect, galleryTest } from './support/gallery-test.ts'
import { KeyboardScreens } from './support/keyboard-screens.ts'
import { test } from './support/test.ts'

test('a whole registration with the keyboard alone, the focus always seen', async ({ desk }) => {
  test.setTimeout(300_000)
  await desk.showCardThenFace(9)
  const page = await desk.openDemo()
  const screens = new KeyboardScreens(page)
  await screens.openShift('121212')
  const inbox = (await page.getByText(/\/demo\/kotak-masuk/).textContent())?.match(/http:\S+/)?.[0] ?? ''
  await screens.awaitStart()
  await screens.start()
  await screens.chooseWho('asn')
  await screens.tickRequirements()
  await screens.consent()
  await screens.waitForReading()
  await screens.confirmUnsure()
  await screens.confirmNik()
  await screens.typeNumber({ kind: 'asn', number: '196504042010011001', email: '', phone: '' })
  await screens.typeContact({ kind: 'asn', email: 'dewi.contoh@gmail.com', phone: '0813-1111-3333' })
  const asked = Date.now()
  await screens.typeCodes((channel) => desk.codeSentTo(inbox, channel, asked))
  await screens.takeFacePhoto((shown) => desk.waitForFace(shown))
  await screens.sendFromReview('btn.Kirim pendaftaran')
  await screens.reference()
  await screens.press('btn.Selesai')
  await screens.awaitStart()
})

galleryTest(
  'a search field works with arrows, Enter and Escape alone, and what is not in the list may stand',
  async ({ gallery }) => {
    const { page } = gallery
    await gallery.open({ screen: 'instansi' })
    const { office, unit } = placeFields(page)
    await tabTo(page, office)
    // The list opens with the focus: nothing has to be typed.
    await expect(options(page)).toHaveCount(3)
    await page.keyboard.type('kota')
    await expect(options(page)).toHaveText(['Pemerintah Kota Palangka Raya'])
    await page.keyboard.press('ArrowDown')
    await expectMarked(page, office, 'Pemerintah Kota Palangka Raya')
    await page.keyboard.press('Enter')
    await expect(office).toHaveValue('Pemerintah Kota Palangka Raya')
    await expect(options(page)).toHaveCount(0)

    await tabTo(page, unit)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expectMarked(page, unit, 'Dinas Kesehatan Kota Palangka Raya')
    await page.keyboard.press('ArrowUp')
    await expectMarked(page, unit, 'Dinas Pendidikan Kota Palangka Raya')
    await page.keyboard.press('Enter')
    await expect(unit).toHaveValue('Dinas Pendidikan Kota Palangka Raya')
    // Escape puts the list away and leaves what was typed.
    await unit.press('Control+A')
    await page.keyboard.type('Sekretariat')
    await page.keyboard.press('Escape')
    await expect(options(page)).toHaveCount(0)
    await expect(unit).toHaveValue('Sekretariat')
    await expect(unit).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByText('Nama ini tidak ada di daftar.')).toBeVisible()
  },
)

galleryTest(
  'an area is chosen level by level with the keyboard alone; half a name is no area',
  async ({ gallery }) => {
    const { page } = gallery
    await gallery.open({ screen: 'alamat-usaha' })
    const level = (name: string) => page.getByRole('combobox', { name })
    for (const [name, typed, chosen] of [
      ['Provinsi', 'tengah', 'Kalimantan Tengah'],
      ['Kabupaten', 'palang', 'Kota Palangkaraya'],
      ['Kecamatan', 'paha', 'Pahandut'],
      ['Kelurahan', 'pana', 'Panarung'],
    ] as const) {
      const field = level(name)
      await tabTo(page, field)
      await page.keyboard.type(typed)
      await expect(options(page)).toHaveText([chosen])
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(field).toHaveValue(chosen)
    }
    const village = level('Kelurahan')
    await village.press('Control+A')
    await page.keyboard.type('paha')
    await page.keyboard.press('Escape')
    await expect(options(page)).toHaveCount(0)
    await page.keyboard.press('Tab')
    await expect(village).toHaveValue('Panarung')
  },
)

/** Entries of the list that is open; a plain drop-down list has options of its own. */
const options = (page: Page): Locator => page.getByRole('listbox').getByRole('option')

const placeFields = (page: Page) => ({
  office: page.getByRole('combobox', { name: 'Instansi' }),
  unit: page.getByRole('combobox', { name: 'Satuan kerja' }),
})

/** Walks there with Tab; the focus must be seen at every stop. */
const tabTo = (page: Page, field: Locator) => new KeyboardScreens(page).tabTo(field)

/** The reader is told which entry Enter would choose. */
async function expectMarked(page: Page, field: Locator, name: string): Promise<void> {
  const marked = page.getByRole('option', { name })
  await expect(marked).toHaveAttribute('data-focused', 'true')
  await expect(field).toHaveAttribute('aria-activedescendant', (await marked.getAttribute('id')) ?? '')
}
