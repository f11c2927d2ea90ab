import type { MessageKey } from '../../src/renderer/i18n/dictionary.ts'
import { dimmedFrame, faceFrame, ktpFrame } from '../helpers/camera-scene.ts'
import { Screens } from './support/screens.ts'
import { expect, test } from './support/test.ts'
import { type Moment, watchCamera } from './support/watch-camera.ts'

/** The bad scene lasts long enough to be said on a busy machine, the good one until the photo was surely taken. */
const SECONDS = { bad: 9, good: 20 } as const
const filmOf = (bad: Uint8Array, good: Uint8Array) => [
  { jpeg: bad, seconds: SECONDS.bad },
  { jpeg: good, seconds: SECONDS.good },
]
/** Good for 0.6 s (interface.md S5), less what lies between two looks of the watch. */
const LEAST_GOOD_MS = 450
/** A shutter that did not care would have released several times over. */
const LEAST_BAD_MS = 2_000
/**
 * From the screen's opening on: a busy machine takes its time to start the camera, and the film starts with it. The film loses no
 * frame on a busy machine but runs slower: the bad scene has 270.
 */
const HINT_MS = 30_000
const PHOTO_MS = 90_000

test('hints lead from a bad card to a good one, from a turned face to a straight one, and the photos take themselves', async ({
  desk,
}) => {
  test.setTimeout(300_000)
  const { jpeg: card } = await ktpFrame(7)
  const darkCard = await dimmedFrame(card, 0.2)
  const [face, turnedFace] = [await faceFrame('stock-emotions-a-3'), await faceFrame('stock-emotions-a-2')]

  await desk.showScenes(filmOf(darkCard, card))
  const page = await desk.openDemo()
  const screens = new Screens(page)
  const said = (key: MessageKey) => page.locator('[data-hint]').filter({ hasText: screens.words(key) })

  /** The bad scene was named and never photographed; the good one took itself after 0.6 s and no sooner. */
  const expectGuided = (moments: readonly Moment[], hint: MessageKey) => {
    const told = JSON.stringify(moments)
    const bad = moments.filter(({ scene }) => scene === 'bad')
    const good = moments.filter(({ scene }) => scene === 'good')
    expect(lasting(bad), told).toBeGreaterThan(LEAST_BAD_MS)
    expect(
      bad.map((each) => each.hint),
      told,
    ).toContain(screens.words(hint))
    expect(
      bad.map((each) => each.hint),
      told,
    ).not.toContain(screens.words('hint.good'))
    expect(moments.at(-1)?.scene, told).toBe('good')
    expect(
      good.map((each) => each.hint),
      told,
    ).toContain(screens.words('hint.good'))
    expect(lasting(good), told).toBeGreaterThan(LEAST_GOOD_MS)
  }

  await screens.openShift('121212')
  const inbox = (await page.getByText(/\/demo\/kotak-masuk/).textContent())?.match(/http:\S+/)?.[0] ?? ''
  await screens.awaitStart()
  await screens.start()
  await screens.chooseWho('penyedia')
  await screens.tickRequirements()
  const endOfCard = await watchCamera(page, { bad: darkCard, good: card })
  await screens.consent()
  await expect(said('hint.dark')).toBeVisible({ timeout: HINT_MS })
  const cardTaken = await soon(expect(page.locator('video')).toHaveCount(0, { timeout: PHOTO_MS }))
  expectGuided(await endOfCard(), 'hint.dark')
  expect(cardTaken).toBe(true)

  await screens.waitForReading()
  await screens.confirmUnsure()
  await screens.confirmNik()
  await screens.typeContact({ kind: 'penyedia', email: 'dewi.contoh@gmail.com', phone: '0813-1111-2222' })
  const asked = Date.now()
  await screens.typeCodes((channel) => desk.codeSentTo(inbox, channel, asked))
  await screens.title('face.title')

  await desk.showScenes(filmOf(turnedFace, face))
  const endOfFace = await watchCamera(page, { bad: turnedFace, good: face })
  await screens.armFace()
  await expect(said('hint.face.turn')).toBeVisible({ timeout: HINT_MS })
  const faceTaken = await soon(
    expect(screens.button('btn.Gunakan foto ini')).toBeVisible({ timeout: PHOTO_MS }),
  )
  expectGuided(await endOfFace(), 'hint.face.turn')
  expect(faceTaken).toBe(true)
  await screens.press('btn.Gunakan foto ini')
  await screens.title('review.title')
})

/** Whether something came in time; what was seen meanwhile says why it did not. */
const soon = (expected: Promise<void>): Promise<boolean> =>
  expected.then(
    () => true,
    () => false,
  )

const lasting = (moments: readonly Moment[]): number => (moments.at(-1)?.at ?? 0) - (moments[0]?.at ?? 0)
