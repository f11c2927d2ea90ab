import { formatNik } from '#shared/domain/identity/index.ts'
import { countJourney, expectAsDocumented, expectWithinBudget } from './count-journey.ts'
import { SIZES } from './desk.ts'
import { type Registrant, Screens } from './screens.ts'
import { expect, test } from './test.ts'

const DEMO_PIN = '121212'
const civilServant: Registrant = {
  kind: 'asn',
  number: '196504042010011001',
  email: 'andi.contoh@gmail.com',
  phone: '0812-3456-7890',
}

/** The journeys that hold on every host: node-host in a browser, and real Electron where its program is there. */
export function registrationJourneys(): void {
  test('a civil servant registers online, codes and all, and is verified', async ({ desk }) => {
    test.setTimeout(240_000)
    const truth = await desk.showCardThenFace(7)
    const page = await desk.openDemo()
    const screens = new Screens(page)
    await screens.openShift(DEMO_PIN)
    const inbox = (await page.getByText(/\/demo\/kotak-masuk/).textContent())?.match(/http:\S+/)?.[0] ?? ''
    await screens.awaitStart()
    const count = await countJourney(page)
    await screens.start()
    await screens.chooseWho('asn')
    await screens.tickRequirements()
    await screens.consent()
    const retakes = await screens.waitForReading()
    await expect(page.getByRole('textbox', { name: 'NIK' })).toHaveValue(formatNik(truth.nik))
    await screens.confirmUnsure()
    await expect(page.getByText(truth.nama)).toBeVisible()
    await screens.confirmNik()
    await screens.typeNumber(civilServant)
    await screens.typeContact(civilServant)
    const asked = Date.now()
    await screens.typeCodes((channel) => desk.codeSentTo(inbox, channel, asked))
    await screens.takeFacePhoto((shown) => desk.waitForFace(shown))
    await screens.sendFromReview('btn.Kirim pendaftaran')
    await screens.title('receipt.sent.title')
    const reference = await screens.reference()
    await screens.press('btn.Selesai')
    const { taps, ...rest } = await count.read()
    const counted = { taps: taps - retakes, ...rest }
    expectWithinBudget(counted)
    expectAsDocumented('profil, ASN, online', counted)
    await page.getByRole('button', { name: screens.words('start.console') }).click()
    await expect(page.getByRole('row', { name: new RegExp(`${reference}.*Terverifikasi`) })).toBeVisible({
      timeout: 30_000,
    })
  })

  test('with the cable pulled out a registration is kept, and delivered when the network is back', async ({
    desk,
  }) => {
    test.setTimeout(300_000)
    await desk.showCardThenFace(7)
    const { url, enrolmentCode } = await desk.startCentral()
    const page = await desk.openReal(SIZES.portrait)
    const screens = new Screens(page)
    await screens.setUp({
      office: 'LPSE Kabupaten Contoh',
      admin: 'Sri Contoh',
      pin: '583920',
      url,
      enrolmentCode,
    })
    await desk.stopCentral()
    await screens.openShift('583920')
    await expect(page.getByText(screens.words('start.offline'))).toBeVisible({ timeout: 30_000 })
    await screens.start()
    await screens.chooseWho('penyedia')
    await screens.tickRequirements()
    await screens.consent()
    await screens.waitForReading()
    await screens.confirmUnsure()
    await screens.confirmNik()
    await screens.typeContact({ kind: 'penyedia', email: 'dewi.contoh@gmail.com', phone: '0813-1111-2222' })
    await screens.press('btn.Lanjut, kode menyusul')
    await screens.takeFacePhoto((shown) => desk.waitForFace(shown))
    await screens.sendFromReview('btn.Simpan, kirim nanti')
    await screens.title('receipt.saved.title')
    const reference = await screens.reference()
    await screens.press('btn.Selesai')
    await page.getByRole('button', { name: screens.words('start.console') }).click()
    await expect(page.getByRole('row', { name: new RegExp(`${reference}.*Antre`) })).toBeVisible()
    await desk.startCentral()
    await expect(
      page.getByRole('row', { name: new RegExp(`${reference}.*Menunggu Verifikasi`) }),
    ).toBeVisible({
      timeout: 60_000,
    })
  })

  test('after a power cut in the middle of a visit the visit goes on, the right person first', async ({
    desk,
  }) => {
    test.setTimeout(240_000)
    const truth = await desk.showCardThenFace(7)
    const before = new Screens(await desk.openDemo(), 'en')
    await before.openShift(DEMO_PIN)
    await before.start()
    await before.chooseWho('asn')
    await before.tickRequirements()
    await before.consent()
    await before.waitForReading()
    await before.confirmUnsure()
    await before.confirmNik()
    await before.typeNumber(civilServant)
    await before.typeContact(civilServant)
    await desk.pullThePlug()

    const page = await desk.reopen()
    const after = new Screens(page, 'en')
    await after.openShift(DEMO_PIN)
    await after.resumeDraft(DEMO_PIN)
    await after.title('nik.title')
    await expect(page.getByText(truth.nama)).toBeVisible()
    await after.confirmNik()
    await after.title('codes.title')
    await expect(page.getByText(civilServant.email)).toBeVisible()
  })
}
