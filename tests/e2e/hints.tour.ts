import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { CARD_CHECKS, cardCases, giveCardPictures } from '../bench/capture/card-cases.ts'
import { FACE_CHECKS, faceCases, PORTRAITS } from '../bench/capture/face-cases.ts'
import { openComposer, readPortrait } from '../bench/capture/run-cases.ts'
import type { Case } from '../bench/capture/scene.ts'
import { faceFrame, ktpFrame } from '../helpers/camera-scene.ts'
import { launchBrowser } from './support/browser.ts'
import { putCanvasCamera, type ShowPicture } from './support/canvas-camera.ts'
import { SIZES } from './support/desk.ts'
import { Screens } from './support/screens.ts'
import { expect, test } from './support/test.ts'

/** Both ways a desk's screen may stand. */
const LOOKS = ['laptop', 'portrait'] as const
const PORTRAIT = 'stock-emotions-a-3'
/** A bad picture of each check: a few are tried, because no check is right every time. */
const TRIES = 4
const LEAST_LIGHT = 0.15
const SWAY_PIXELS = 150

type Composer = Awaited<ReturnType<typeof openComposer>>
type Pictures = Readonly<Record<string, Uint8Array>>

/** So dark that the screen speaks of a covered lens instead (BLACK_BELOW). */
const isBlack = ({ scene }: Case): boolean =>
  Number(/^brightness\((.*)\)$/.exec(scene.filter ?? '')?.[1] ?? 1) < LEAST_LIGHT

/** For every check one picture that the kiosk sees rightly; `good` would take itself. */
async function pictureEach(
  composer: Composer,
  checks: readonly string[],
  casesOf: (check: string) => readonly Case[],
): Promise<Pictures> {
  const pictures: Record<string, Uint8Array> = {}
  for (const check of checks.filter((each) => each !== 'good')) {
    for (const each of casesOf(check).filter((each) => !isBlack(each))) {
      const [outcome] = await composer.run([each])
      if (outcome?.right !== 1) continue
      pictures[check] = await composer.picture(each)
      break
    }
  }
  return pictures
}

async function badPictures(): Promise<{ card: Pictures; face: Pictures }> {
  const browser = await launchBrowser(null)
  const face = await openComposer(browser, 'face-check')
  for (const name of PORTRAITS) await face.give(name, readPortrait(name))
  const faces = await pictureEach(face, Object.keys(FACE_CHECKS), (check) => faceCases(check, TRIES))
  const card = await openComposer(browser, 'card-check')
  const drawn = await giveCardPictures(card, TRIES, 'development')
  const cards = await pictureEach(card, Object.keys(CARD_CHECKS), (check) =>
    cardCases(check, TRIES, drawn, 'development'),
  )
  await face.close()
  await card.close()
  await browser.close()
  return { card: cards, face: faces }
}

/** Shows each picture, waits for its hint and pictures the screen in every size. */
async function shootHints(
  page: Page,
  show: ShowPicture,
  subject: 'card' | 'face',
  pictures: Pictures,
  sway = 0,
): Promise<void> {
  for (const [check, jpeg] of Object.entries(pictures)) {
    await page.setViewportSize(SIZES[LOOKS[0]])
    // Somebody is there: the screen locks itself when nobody is.
    await page.keyboard.press('Shift')
    await show(jpeg, sway)
    await expect(page.locator(`svg[data-hint="${subject}.${check}"]`)).toBeVisible({ timeout: 20_000 })
    for (const look of LOOKS) {
      const folder = fileURLToPath(new URL(`../../out/tour/hints/${look}`, import.meta.url))
      mkdirSync(folder, { recursive: true })
      await page.setViewportSize(SIZES[look])
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(folder, `${subject}-${check}.png`) })
    }
  }
}

/** `npm run tour -- --all hints`: every hint beside a picture that brings it about, in the running kiosk. */
test('every hint beside a bad picture, in both orientations', async ({ desk }) => {
  test.skip(process.env.KIOSK_TOUR !== 'all', 'only npm run tour -- --all')
  test.setTimeout(600_000)
  const bad = await badPictures()
  const { jpeg: goodCard } = await ktpFrame(7)
  const goodFace = await faceFrame(PORTRAIT)

  const page = await desk.openDemo()
  const show = await putCanvasCamera(page)
  const screens = new Screens(page)
  await screens.openShift('121212')
  const inbox = (await page.getByText(/\/demo\/kotak-masuk/).textContent())?.match(/http:\S+/)?.[0] ?? ''
  await screens.awaitStart()
  await screens.start()
  await screens.chooseWho('penyedia')
  await screens.tickRequirements()
  await show(bad.card.none ?? goodCard)
  await screens.consent()
  await shootHints(page, show, 'card', bad.card)

  await show(goodCard)
  await screens.waitForReading()
  await screens.confirmUnsure()
  await screens.confirmNik()
  await screens.typeContact({ kind: 'penyedia', email: 'dewi.contoh@gmail.com', phone: '0813-1111-2222' })
  const asked = Date.now()
  await screens.typeCodes((channel) => desk.codeSentTo(inbox, channel, asked))
  await screens.title('face.title')
  await show(bad.face.none ?? goodFace)
  await screens.armFace()
  await shootHints(page, show, 'face', bad.face)
  await shootHints(page, show, 'face', { moving: goodFace }, SWAY_PIXELS)
})
