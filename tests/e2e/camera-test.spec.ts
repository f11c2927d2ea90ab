import type { Page } from '@playwright/test'
import { createStillCameras } from '../../src/main/services/camera/index.ts'
import { stillJpeg } from '../../src/main/services/pictures/index.ts'
import type { Answer } from '../../src/shared/domain/errors.ts'
import { Screens } from './support/screens.ts'
import { expect, test } from './support/test.ts'

/** fswebcam's own test picture stands where a document camera would: it is taken by the real program. */
const still = { id: 'TEST', label: 'Kamera uji' }
const stills = createStillCameras(() => [still])

/** A machine without video devices offers none: the core's two answers about stills are made here, by its own services. */
async function plugInStillCamera(page: Page, isPlugged: () => boolean): Promise<void> {
  await page.route('**/rpc/camera.stillDevices', (route) =>
    route.fulfill({ json: { ok: true, value: isPlugged() ? stills.list() : [] } }),
  )
  await page.route('**/rpc/camera.takeStill', async (route) => {
    const { deviceId } = route.request().postDataJSON() as { deviceId: string }
    route.fulfill({ json: isPlugged() ? await take(deviceId) : failure })
  })
}
const failure: Answer = { ok: false, error: { code: 'camera', reason: 'none' } }

async function take(deviceId: string): Promise<Answer> {
  const taken = await stills.take(deviceId)
  if (!taken.ok) return taken
  const picture = await stillJpeg(taken.value)
  if (!picture.ok) return failure
  const { jpeg, width, height } = picture.value
  return { ok: true, value: { jpeg: Buffer.from(jpeg).toString('base64'), width, height } }
}

test('the camera test offers a document camera for stills, measures it, and remembers it for documents', async ({
  desk,
}) => {
  await desk.showCard(5)
  const page = await desk.openDemo()
  const screens = new Screens(page)
  let plugged = true
  await plugInStillCamera(page, () => plugged)
  const open = async () => {
    await screens.awaitStart()
    await screens.press('start.console')
    await screens.press('console.office')
    await page.getByRole('button', { name: screens.words('camTest.title') }).click()
    await screens.title('camTest.title')
    await screens.press('camTest.dokumen')
  }
  const video = page.locator('video')
  const figures = page.locator('dl')

  await screens.openShift('121212')
  await open()
  await expect(video).toBeVisible()
  await expect(figures).toContainText(screens.words('camTest.frames'))
  await screens.press('btn.Ganti kamera')
  await page.getByRole('dialog').getByRole('button', { name: still.label }).click()

  // Its picture, size, light and sharpness, and advice; the browser's camera has been let go.
  await expect(
    page.getByRole('img', { name: screens.words('camTest.still.photo', { name: still.label }) }),
  ).toBeVisible()
  await expect(video).toHaveCount(0)
  await expect(figures).toContainText(/\d+ × \d+/)
  await expect(figures).not.toContainText(screens.words('camTest.frames'))
  await expect(page.getByText(screens.words('camTest.still', { name: still.label }))).toBeVisible()

  // Remembered by the desk, and not for faces.
  await page.reload()
  await open()
  await expect(
    page.getByRole('img', { name: screens.words('camTest.still.photo', { name: still.label }) }),
  ).toBeVisible()
  await screens.press('camTest.swafoto')
  await expect(video).toBeVisible()
  await screens.press('btn.Ganti kamera')
  await expect(page.getByRole('dialog').getByRole('button', { name: still.label })).toHaveCount(0)

  // Unplugged, it leaves its place to the browser's camera, and takes it again afterwards.
  plugged = false
  await page.reload()
  await open()
  await expect(video).toBeVisible()
  plugged = true
  await page.reload()
  await open()
  await expect(video).toHaveCount(0)
  await screens.press('cam.still.leave')
  await expect(video).toBeVisible()
})
