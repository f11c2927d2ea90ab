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
