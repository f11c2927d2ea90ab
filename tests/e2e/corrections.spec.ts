import { fillVisit, testPerson } from '../helpers/register.ts'
import type { Desk } from './support/desk.ts'
import { Screens } from './support/screens.ts'
import { expect, test } from './support/test.ts'

const DEMO_PIN = '121212'
/** The demo's central takes no face photo of this NIK for clear the first time (docs/demo.md). */
const UNCLEAR_FACE = 9998

/** A registration whose codes were typed at once, made through the scripting door. Answers its number. */
async function registerOnline(desk: Desk): Promise<string> {
  const { demo } = await desk.call('app.status', {})
  const atCodes = async () => {
    for (const channel of ['phone', 'email'] as const) {
      const asked = Date.now()
      await desk.call('visit.requestCode', { channel })
      const code = await desk.codeSentTo(demo?.inboxUrl ?? '', channel, asked)
      await desk.call('visit.verifyCode', { channel, code })
    }
  }
  await fillVisit(desk.call, testPerson(UNCLEAR_FACE), { atCodes })
  return (await desk.call('visit.submit', {})).reference
}

test('a rejected face photo is taken again from the console, nothing else is asked, and it is verified', async ({
  desk,
}) => {
  test.setTimeout(240_000)
  await desk.showCardThenFace(7)
  const page = await desk.openDemo()
  const screens = new Screens(page)
  const row = (text: string) => page.getByRole('row', { name: new RegExp(text) })
  await screens.openShift(DEMO_PIN)
  await screens.awaitStart()
  const old = await registerOnline(desk)
  await screens.awaitStart()
  await screens.press('start.console')
  await expect(row(`${old}.*Ditolak`)).toBeVisible({ timeout: 60_000 })

  await page.getByRole('button', { name: `${screens.words('correct.button')} ${old}` }).click()
  await expect(
    page.getByRole('listitem').filter({ hasText: screens.words('detail.photo.swafoto') }),
  ).toBeVisible()
  await screens.press('correct.button')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(DEMO_PIN)
  await dialog.getByRole('button', { name: screens.words('correct.start') }).click()

  // Checking a PIN is slow by design, and slower on a busy machine.
  await screens.title('nik.title', 30_000)
  const fromOld = screens.words('row.corrects', { reference: old })
  await expect(page.getByText(fromOld)).toBeVisible()
  await screens.confirmNik()
  await screens.takeFacePhoto((shown) => desk.waitForFace(shown))
  await screens.sendFromReview('btn.Kirim pendaftaran')
  await screens.title('receipt.sent.title')
  const corrected = await screens.reference()
  expect(corrected).not.toBe(old)
  await screens.press('btn.Selesai')

  await screens.press('start.console')
  await expect(row(`${corrected}.*Terverifikasi.*${fromOld}`)).toBeVisible({ timeout: 60_000 })
  await expect(row(`${old}.*Ditolak.*${corrected}`)).toBeVisible()
})
