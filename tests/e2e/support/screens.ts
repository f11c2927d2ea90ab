import { expect, type Locator, type Page } from '@playwright/test'
import type { MessageKey } from '../../../src/renderer/i18n/dictionary.ts'
import type { Language, Words } from './words.ts'
import { literally, wordsIn } from './words.ts'

/** What a registrant says and types in a journey; everything else stands on the card. */
export type Registrant = {
  readonly kind: 'asn' | 'tni' | 'polri' | 'penyedia'
  /** NIP or NRP; none for a Penyedia. */
  readonly number?: string
  readonly email: string
  readonly phone: string
}

/** How long the reading of a card may take on a busy two-core machine. */
const READING_MS = 60_000
/** How long the person may have to wait for the automatic photo of a face while scenes change before the camera. */
const PHOTO_MS = 60_000
/** How long a camera may take to show its first picture there. */
const CAMERA_MS = 30_000
const MOST_PHOTOS = 3

/** The kiosk's screens as a person meets them: every method does what the person at the desk would do. */
export class Screens {
  readonly page: Page
  readonly language: Language
  readonly words: Words
  /** Until a registrant has chosen, the screens of the office speak Indonesian. */
  private readonly office = wordsIn('id')

  constructor(page: Page, language: Language = 'id') {
    this.page = page
    this.language = language
    this.words = wordsIn(language)
  }

  async title(key: MessageKey, timeout?: number): Promise<void> {
    await expect(
      this.page.getByRole('heading', { level: 1, name: this.words(key), exact: true }),
    ).toBeVisible(timeout ? { timeout } : {})
  }

  button(key: MessageKey) {
    return this.page.getByRole('button', { name: this.words(key), exact: true })
  }

  async press(key: MessageKey): Promise<void> {
    await this.activate(this.button(key))
  }

  async tick(name: string | RegExp): Promise<void> {
    const box = this.page.getByRole('checkbox', { name })
    await this.choose(box)
    await expect(box).toBeChecked()
  }

  /** Presses a button; who has no mouse does it otherwise (keyboard-screens.ts). */
  protected activate(button: Locator): Promise<void> {
    return button.click()
  }

  /** Ticks a box or chooses a card. The square is drawn beside a hidden input: a person presses the words. */
  protected choose(input: Locator): Promise<void> {
    return input.locator('xpath=ancestor::label[1]').click()
  }

  /** Goes into a field by pressing it. */
  protected enter(field: Locator): Promise<void> {
    return field.click()
  }

  /** Goes into a field as a person does, by pressing it, and types. */
  private async type(label: string, text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: label })
    await this.enter(field)
    await field.fill(text)
  }

  private officeButton(key: MessageKey) {
    return this.page.getByRole('button', { name: this.office(key), exact: true })
  }

  private async officeTitle(key: MessageKey): Promise<void> {
    await expect(
      this.page.getByRole('heading', { level: 1, name: this.office(key), exact: true }),
    ).toBeVisible({
      timeout: 15_000,
    })
  }

  async openShift(pin: string): Promise<void> {
    await this.officeTitle('pin.title')
    await this.page.keyboard.type(pin)
    await this.activate(this.officeButton('pin.open'))
  }

  /** First run of a real desk: office, admin, PIN twice, connection. */
  async setUp(desk: {
    office: string
    admin: string
    pin: string
    url: string
    enrolmentCode: string
  }): Promise<void> {
    const type = (key: MessageKey, text: string) =>
      this.page.getByRole('textbox', { name: this.office(key) }).fill(text)
    await this.officeTitle('setUp.office.title')
    await type('setUp.office.code', 'LPSE-0000')
    await type('setUp.office.name', desk.office)
    await type('setUp.device', 'Kios 1')
    await this.officeButton('btn.Lanjutkan').click()
    await this.officeTitle('setUp.admin.title')
    await type('setUp.admin.name', desk.admin)
    await this.officeButton('btn.Lanjutkan').click()
    for (const key of ['setUp.pin.title', 'setUp.pinAgain.title'] as const) {
      await this.officeTitle(key)
      await this.page.keyboard.type(desk.pin)
      await this.officeButton('btn.Lanjutkan').click()
    }
    await this.officeTitle('setUp.central.title')
    await type('setUp.central.url', desk.url)
    await type('setUp.central.code', desk.enrolmentCode)
    await this.officeButton('setUp.central.connect').click()
    await this.officeTitle('pin.title')
  }

  /** Takes up the interrupted visit that the kiosk offers. */
  async resumeDraft(pin: string): Promise<void> {
    await this.officeTitle('draft.title')
    await this.officeButton('btn.Ya, lanjutkan').click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(pin)
    await dialog.getByRole('button', { name: this.office('btn.Ya, lanjutkan') }).click()
  }

  /** What it begins is read out after its name. */
  private beginButton(language: Language) {
    return this.page.getByRole('button', { name: this.office(`start.begin.${language}`) })
  }

  async awaitStart(): Promise<void> {
    await expect(this.beginButton('en')).toBeVisible({ timeout: 15_000 })
  }

  async start(): Promise<void> {
    await this.activate(this.beginButton(this.language))
    await this.title('choice.pemohon.title')
  }

  async chooseWho(kind: Registrant['kind']): Promise<void> {
    const name = new RegExp(`^${literally(this.words(`choice.pemohon.${kind}`))}`)
    await this.choose(this.page.getByRole('radio', { name }))
    await this.press('btn.Lanjutkan')
    await this.title('req.title')
  }

  async tickRequirements(): Promise<void> {
    const boxes = this.page.getByRole('checkbox')
    for (const box of await boxes.all()) await this.choose(box)
    await this.press('btn.Sudah lengkap')
    await this.title('consent.title')
  }

  async consent(): Promise<void> {
    const boxes = this.page.getByRole('checkbox', { name: /INAPROC|Privy/ })
    await expect(boxes).toHaveCount(2)
    for (const box of await boxes.all()) await this.choose(box)
    await this.press('btn.Saya setuju')
    await this.title('ktp.title')
  }

  /**
   * Waits until the card was photographed by itself, read, and its data stand there to be compared. On a machine
   * that is too busy the reader gives up after 20 seconds and says so: then the photo is taken again, as people do.
   * @returns how often it was taken again
   */
  async waitForReading(): Promise<number> {
    const heading = (key: MessageKey) =>
      this.page.getByRole('heading', { level: 1, name: this.words(key), exact: true })
    for (let photo = 1; photo <= MOST_PHOTOS; photo++) {
      const gaveUp = heading('ktp.unread.title')
      await expect(heading('confirm.title').or(gaveUp)).toBeVisible({ timeout: READING_MS })
      if (!(await gaveUp.isVisible())) return photo - 1
      await this.press('btn.Foto ulang')
      await this.title('ktp.title')
    }
    await this.title('confirm.title')
    return MOST_PHOTOS
  }

  /** Marks every unsure field as right. */
  async markUnsureRight(): Promise<void> {
    const right = this.page.getByRole('button', {
      name: new RegExp(`: ${literally(this.words('btn.Benar'))}$`),
    })
    for (let left = await right.count(); left > 0; left = await right.count()) {
      await this.activate(right.first())
      await expect(right).toHaveCount(left - 1)
    }
  }

  /** Marks every unsure field as right, and goes on. */
  async confirmUnsure(): Promise<void> {
    await this.markUnsureRight()
    await this.press('btn.Data sudah benar')
    await this.title('nik.title')
  }

  async confirmNik(): Promise<void> {
    await this.press('btn.Ya, lanjutkan')
  }

  async typeNumber({ kind, number }: Registrant): Promise<void> {
    if (!number) return
    await this.type(kind === 'asn' ? 'NIP' : 'NRP', number)
    await this.press('btn.Lanjutkan')
  }

  async typeContact({ email, phone }: Registrant): Promise<void> {
    await this.title('contact.title')
    await this.type(this.words('field.email.label'), email)
    await this.type(this.words('field.hp.label'), phone)
    await this.press('btn.Lanjutkan')
    await this.title('codes.title')
  }

  /** Asks for both codes and types what `codeFor` finds. */
  async typeCodes(
    codeFor: (channel: 'phone' | 'email') => Promise<string>,
    look: () => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.press('btn.Minta kode')
    for (const channel of ['phone', 'email'] as const) {
      await expect(this.page.getByRole('textbox', { name: this.words(`codes.${channel}`) })).toBeVisible()
      if (channel === 'phone') await look()
      await this.page
        .getByRole('textbox', { name: this.words(`codes.${channel}`) })
        .fill(await codeFor(channel))
      await this.press('btn.Validasi kode')
    }
  }

  /** The petugas ticks, the camera starts. */
  async armFace(): Promise<void> {
    await this.tick(new RegExp(literally(this.words('face.arm'))))
    await this.press('btn.Mulai')
    await expect(this.page.locator('video')).toBeVisible({ timeout: CAMERA_MS })
  }

  /** Arms the camera, waits until the person looks into it and the photo has taken itself, and keeps it. */
  async takeFacePhoto(
    waitForFace: (page: Page) => Promise<void>,
    look: (name: string, settleMs?: number) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.title('face.title')
    await this.armFace()
    await waitForFace(this.page)
    // Before the photo takes itself: the screen has stood long enough to be looked at.
    await look('s11b-kamera', 0)
    await expect(this.button('btn.Gunakan foto ini')).toBeVisible({ timeout: PHOTO_MS })
    await look('s11c-periksa')
    await this.press('btn.Gunakan foto ini')
    await this.title('review.title')
  }

  async sendFromReview(
    button: 'btn.Kirim pendaftaran' | 'btn.Kirim permohonan' | 'btn.Simpan, kirim nanti',
  ): Promise<void> {
    await this.tick(this.words('review.statement'))
    await this.press(button)
  }

  /** The reference on the receipt. */
  async reference(): Promise<string> {
    const text = this.page.getByText(/^KT-[2-9A-Z]{4}-[2-9A-Z]{4}$/).first()
    await expect(text).toBeVisible()
    return (await text.textContent()) ?? ''
  }
}
