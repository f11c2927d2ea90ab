import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { SIZES } from './support/desk.ts'
import { type Registrant, Screens } from './support/screens.ts'
import { test } from './support/test.ts'
import type { Language } from './support/words.ts'

/** `npm run tour`: one walk, the README's pictures. `npm run tour -- --all`: every size and language. */
const everything = process.env.KIOSK_TOUR === 'all'
const walks: readonly { size: keyof typeof SIZES; language: Language }[] = everything
  ? (['laptop', 'desk', 'portrait'] as const).flatMap((size) =>
      (['id', 'en'] as const).map((language) => ({ size, language })),
    )
  : [{ size: 'laptop', language: 'id' }]

const registrant: Registrant = {
  kind: 'asn',
  number: '196504042010011001',
  email: 'andi.contoh@gmail.com',
  phone: '0812-3456-7890',
}

/** The README's own pictures lie in docs/pictures; every other walk has a folder under out/tour. */
const folderOf = (size: string, language: string): string =>
  fileURLToPath(
    new URL(
      size === 'laptop' && language === 'id' ? '../../docs/pictures' : `../../out/tour/${size}-${language}`,
      import.meta.url,
    ),
  )

for (const { size, language } of walks) {
  test(`the whole visit at ${size} in ${language}`, async ({ desk }) => {
    test.setTimeout(300_000)
    const folder = folderOf(size, language)
    mkdirSync(folder, { recursive: true })
    await desk.showCardThenFace(7)
    const page: Page = await desk.openDemo(SIZES[size])
    const screens = new Screens(page, language)
    // Fades last 150 ms and the dead time after a change of turns 400 ms.
    const shoot = async (name: string, settleMs = 600): Promise<void> => {
      await page.waitForTimeout(settleMs)
      await page.screenshot({ path: join(folder, `${name}.png`) })
    }
    await shoot('s00-pin')
    const inbox = (await page.getByText(/\/demo\/kotak-masuk/).textContent())?.match(/http:\S+/)?.[0] ?? ''
    await screens.openShift('121212')
    await screens.awaitStart()
    await shoot('s01-awal')
    await screens.start()
    await shoot('s02-siapa')
    await screens.chooseWho(registrant.kind)
    await shoot('s03-syarat')
    await screens.tickRequirements()
    await shoot('s04-persetujuan')
    await screens.consent()
    await shoot('s05-foto-ktp')
    await screens.waitForReading()
    await shoot('s06-cocokkan')
    await screens.confirmUnsure()
    await shoot('s07-nik')
    await screens.confirmNik()
    await shoot('s08-nip')
    await screens.typeNumber(registrant)
    await screens.title('contact.title')
    await shoot('s09-kontak')
    await screens.typeContact(registrant)
    await shoot('s10a-baca-ulang')
    const asked = Date.now()
    await screens.typeCodes(
      (channel) => desk.codeSentTo(inbox, channel, asked),
      () => shoot('s10b-kode'),
    )
    await screens.title('face.title')
    await shoot('s11a-siap')
    await screens.takeFacePhoto((shown) => desk.waitForFace(shown), shoot)
    await shoot('s12-tinjau')
    await screens.sendFromReview('btn.Kirim pendaftaran')
    await screens.reference()
    await shoot('s13-tanda-terima')
    await screens.press('btn.Selesai')
    await screens.awaitStart()
    await page
      .getByRole('button', { name: screens.words('start.console') })
      .or(page.getByRole('button', { name: 'Menu petugas' }))
      .first()
      .click()
    await page.getByRole('row').nth(1).waitFor()
    await shoot('s14-menu-petugas')
  })
}
