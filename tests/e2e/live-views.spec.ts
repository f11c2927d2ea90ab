import type { Page } from '@playwright/test'
import { expect, galleryTest } from './support/gallery-test.ts'
import { wordsIn } from './support/words.ts'

const words = wordsIn('id')

type Voice = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'localService'>
const LOCAL: Voice = { name: 'Bahasa Indonesia', lang: 'id-ID', localService: true }
const REMOTE: Voice = { name: 'Daring', lang: 'id-ID', localService: false }
declare global {
  /** In the page: the voices that it has now, and what it was told to say. */
  var voices: { list: Voice[]; said: { text: string; voice: string }[] }
}

/**
 * Chromium has no voice on a machine without a speech service: the list is this test's, and so is an utterance's voice,
 * which the browser takes from its own list only. Speaking itself is the browser's.
 */
async function giveVoices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.voices = { list: [], said: [] }
    speechSynthesis.getVoices = () => globalThis.voices.list as SpeechSynthesisVoice[]
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { value: null, writable: true })
    const speak = speechSynthesis.speak.bind(speechSynthesis)
    speechSynthesis.speak = (words) => {
      globalThis.voices.said.push({ text: words.text, voice: words.voice?.name ?? '' })
      speak(words)
    }
  })
}
const load = (page: Page, list: Voice[]) =>
  page.evaluate((voices) => {
    globalThis.voices.list = voices
    speechSynthesis.dispatchEvent(new Event('voiceschanged'))
  }, list)
const said = (page: Page) => page.evaluate(() => globalThis.voices.said)

const suara = (page: Page) => page.getByRole('button', { name: new RegExp(`^${words('btn.Suara')}`) })
/** Longer than the live view needs for a look, a hint and a word. */
const A_WHILE_MS = 1_500

galleryTest(
  'a hint is spoken when Suara is on, by a voice of the machine, also when its voices come late',
  async ({ gallery }) => {
    const { page } = gallery
    await giveVoices(page)
    await gallery.open({ screen: 'foto-ktp-silau' })
    const hint = await page.locator('[data-hint] p span').textContent()
    expect(hint).toBe(words('hint.ktp.glare'))

    // Suara is off: voices or not, nothing is said.
    await load(page, [REMOTE, LOCAL])
    await page.waitForTimeout(A_WHILE_MS)
    expect(await said(page)).toEqual([])

    // On, with no voice yet, or only with one that would send the words away.
    await load(page, [])
    await suara(page).click()
    await load(page, [REMOTE])
    await page.waitForTimeout(A_WHILE_MS)
    expect(await said(page)).toEqual([])

    const spoken = [{ text: hint, voice: LOCAL.name }]
    await load(page, [REMOTE, LOCAL])
    await expect.poll(() => said(page)).toEqual(spoken)
    // Said once, however often the list changes.
    await load(page, [LOCAL])
    await page.waitForTimeout(A_WHILE_MS)
    expect(await said(page)).toEqual(spoken)

    // Off and on again: nothing more while it is off, the same hint when it is on.
    await suara(page).click()
    await page.waitForTimeout(A_WHILE_MS)
    expect(await said(page)).toEqual(spoken)
    await suara(page).click()
    await expect.poll(() => said(page)).toEqual([...spoken, ...spoken])
  },
)

galleryTest('Bantuan says that there is no voice, until there is one', async ({ gallery }) => {
  const { page } = gallery
  await giveVoices(page)
  await gallery.open({ screen: 'foto-ktp-silau' })
  await page.getByRole('button', { name: words('btn.Bantuan'), exact: true }).click()
  const noVoice = page.getByText(words('help.noVoice'))
  await expect(noVoice).toBeVisible()
  await load(page, [LOCAL])
  await expect(noVoice).toHaveCount(0)
})

galleryTest('a face is shown as in a mirror, a card is not', async ({ gallery }) => {
  const { page } = gallery
  const video = page.locator('video')
  const transform = () => video.evaluate((element) => getComputedStyle(element).transform)
  await gallery.open({ screen: 'foto-ktp-silau' })
  await expect(video).toBeVisible()
  await expect(video).not.toHaveAttribute('data-mirrored')
  expect(await transform()).toBe('none')

  await gallery.open({ screen: 'swafoto-maju' })
  await expect(video).toBeVisible()
  await expect(video).toHaveAttribute('data-mirrored', 'true')
  expect(await transform()).toBe('matrix(-1, 0, 0, 1, 0, 0)')
})
