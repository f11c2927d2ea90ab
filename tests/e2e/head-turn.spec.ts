import type { Page } from '@playwright/test'
import { faceFrame } from '../helpers/camera-scene.ts'
import { pixelsOf, webcamJpeg } from '../helpers/pictures.ts'
import { fillUntilFace, testPerson } from '../helpers/register.ts'
import { putCanvasCamera } from './support/canvas-camera.ts'
import { Screens } from './support/screens.ts'
import { expect, test } from './support/test.ts'

/** The same person turned to the other side. */
async function flipped(jpeg: Uint8Array): Promise<Uint8Array> {
  const { data, width, height } = await pixelsOf(jpeg)
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let k = 0; k < 3; k++)
        turned[(y * width + x) * 3 + k] = data[(y * width + width - 1 - x) * 3 + k] as number
  return webcamJpeg({ data: turned, width, height }, 90)
}

/** The side is drawn by one random byte: it is given here, and the hint must follow it. Others draw as ever. */
const drawLot = (page: Page, byte: number) =>
  page.evaluate((lot) => {
    crypto.getRandomValues = (into) => {
      Crypto.prototype.getRandomValues.call(crypto, into)
      if (into instanceof Uint8Array && into.length === 1) into.fill(lot)
      return into
    }
  }, byte)

/** A photo that did not wait would have been taken several times over. */
const NO_PHOTO_MS = 3_000
/** The face model may have to be loaded first, on a busy machine. */
const LOOK_MS = 75_000

test('a desk that asks for it has the head turned to a side drawn by lot before the photo takes itself', async ({
  desk,
}) => {
  test.setTimeout(240_000)
  const straight = await faceFrame('stock-emotions-a-3')
  const toTheLeft = await faceFrame('stock-emotions-a-2')
  const turnedTo = { left: toTheLeft, right: await flipped(toTheLeft) }

  const page = await desk.openDemo()
  const screens = new Screens(page)
  await screens.openShift('121212')
  await screens.awaitStart()
  expect((await desk.call('app.status', {})).capture.headTurn, 'a new desk asks for nothing').toBe(false)
  await desk.call('app.setCapture', { virtualCameras: false, headTurn: true })
  await fillUntilFace(desk.call, testPerson(7))
  await screens.title('face.title')
  const show = await putCanvasCamera(page)

  const taken = screens.button('btn.Gunakan foto ini')
  const asks = (side: 'left' | 'right') =>
    page.locator('[data-hint]').filter({ hasText: screens.words(`face.headTurn.${side}`) })
  const lookFor = async (side: 'left' | 'right') => {
    await expect(asks(side)).toBeVisible({ timeout: LOOK_MS })
    await page.waitForTimeout(NO_PHOTO_MS)
    await expect(taken).toHaveCount(0)
    // The other side will not do.
    await show(turnedTo[side === 'left' ? 'right' : 'left'])
    await page.waitForTimeout(NO_PHOTO_MS)
    await expect(asks(side)).toBeVisible()
    await show(turnedTo[side])
    await expect(asks(side)).toHaveCount(0, { timeout: LOOK_MS })
    await expect(taken).toHaveCount(0)
    await show(straight)
    await expect(taken).toBeVisible({ timeout: LOOK_MS })
  }

  await drawLot(page, 0)
  await show(straight)
  await screens.armFace()
  await lookFor('left')

  await drawLot(page, 255)
  await screens.press('btn.Ambil ulang')
  await lookFor('right')
})
