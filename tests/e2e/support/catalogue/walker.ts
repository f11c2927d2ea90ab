import { expect, type Page } from '@playwright/test'
import { getStep, type ScreenKind, type StepDefinition } from '#shared/domain/forms/index.ts'
import { getForm, isRegistration, serviceFor } from '#shared/domain/services/index.ts'
import type { MessageKey } from '../../../../src/renderer/i18n/dictionary.ts'
import type { KtpTruth } from '../../../bench/ktp/index.ts'
import { minimalPdf } from '../../../helpers/documents.ts'
import type { JourneyCounter } from '../count-journey.ts'
import { Screens } from '../screens.ts'
import { wordsIn } from '../words.ts'
import { compareCard } from './compare-card.ts'
import { fillField, pressCard, pressLabel } from './fill-field.ts'
import type { Journey } from './journey.ts'
import type { Office } from './office.ts'

const RECEIPT = 'tanda-terima'
/** From the press that leaves a screen to the next one, on a machine that is busy with a photo. */
const NEXT_SCREEN_MS = 30_000
const PHOTO_MS = 60_000
/** How long the camera may look for the card before somebody presses. */
const SHUTTER_MS = 20_000

/** Walks a visit of any form, screen by screen, from the start screen to the receipt. */
export class Walker {
  readonly screens: Screens
  /** Ids of the steps that were really left, in order. */
  readonly passed: string[] = []
  /** Fields of the card that had to be corrected. */
  misread: readonly string[] = []
  private readonly page: Page
  private readonly office: Office
  private readonly journey: Journey
  private readonly truth: KtpTruth | undefined
  private readonly counter: JourneyCounter

  constructor(
    page: Page,
    office: Office,
    journey: Journey,
    truth: KtpTruth | undefined,
    counter: JourneyCounter,
  ) {
    this.page = page
    this.screens = new Screens(page, journey.language)
    this.office = office
    this.journey = journey
    this.truth = truth
    this.counter = counter
  }

  /** The three plain questions; the last answer begins the visit. */
  async choose(): Promise<void> {
    const { page, screens, journey } = this
    const inIndonesian = wordsIn('id')
    await page.getByRole('button', { name: inIndonesian('start.other'), exact: true }).click()
    if (journey.language === 'en') await page.getByRole('button', { name: 'English', exact: true }).click()
    for (const asked of ['who', 'stage', 'want'] as const) {
      await screens.title(`choosing.${asked}`)
      await pressCard(page, screens.words(`choosing.${asked}.${journey[asked]}` as MessageKey))
      await screens.press('btn.Lanjutkan')
    }
    await this.leave('pilih-want')
  }

  /** Every step until the receipt. Answers the number on it. */
  async walk(): Promise<string> {
    const form = getForm(this.journey.service)
    for (let name = await this.here(); name !== RECEIPT; name = await this.here()) {
      const step = getStep(form, name)
      await this.screenKinds[step.screen](step)
      await this.leave(name)
      this.passed.push(name)
    }
    return this.screens.reference()
  }

  /** The screen that is shown now; the program may be between two. */
  private async here(): Promise<string> {
    return (await this.page.locator('[data-screen]').getAttribute('data-screen')) ?? ''
  }

  private async leave(name: string): Promise<void> {
    const shown = this.page.locator(`[data-screen]:not([data-screen="${name}"])`)
    await expect(shown, `${name} was left`).toBeAttached({ timeout: NEXT_SCREEN_MS })
  }

  /** What a person does on a screen, by what it looks like. */
  private readonly screenKinds: Readonly<Record<ScreenKind, (step: StepDefinition) => Promise<void>>> = {
    choice: (step) => this.fields(step),
    fields: (step) => this.fields(step),
    contact: (step) => this.fields(step),
    checklist: async () => {
      for (const box of await this.page.getByRole('checkbox').all()) await pressLabel(box)
      await this.screens.press('btn.Sudah lengkap')
    },
    consent: async (step) => {
      for (const { id, type } of step.fields) {
        const place = this.page.locator(`[data-field="${id}"]`)
        // The partner's terms are asked for only with a new profile.
        if (type === 'tick' && (await place.count()) > 0) await pressLabel(place.getByRole('checkbox'))
      }
      await this.screens.press('btn.Saya setuju')
    },
    // How often a photo is taken again, and what was read wrongly, says nothing about the form.
    'ktp-photo': () =>
      this.counter.aside(async () => {
        await this.takeCardByHandWhenLate()
        await this.readOrType()
      }),
    'ktp-confirm': async (step) => {
      this.misread = await this.counter.aside(async () => {
        const misread = this.truth ? await compareCard(this.screens, step, this.truth) : []
        await this.screens.markUnsureRight()
        return misread
      })
      await this.screens.press('btn.Data sudah benar')
    },
    'nik-confirm': () => this.screens.confirmNik(),
    codes: async () => {
      if (this.journey.network === 'offline') return this.screens.press('btn.Lanjut, kode menyusul')
      const asked = Date.now()
      await this.screens.typeCodes((channel) => this.office.codeSentTo(channel, asked))
    },
    'face-photo': async () => {
      await this.office.desk.showFace()
      await this.screens.armFace()
      const use = this.screens.button('btn.Gunakan foto ini')
      await expect(use).toBeVisible({ timeout: PHOTO_MS })
      await use.click()
    },
    company: async (step) => {
      const [nib, ...others] = step.fields
      await this.fill(nib ? [nib] : [])
      if (this.journey.network === 'online') {
        await this.screens.press('btn.Cek NIB')
        const result = this.journey.answers.hasilNib
        await expect(this.page.getByText(this.screens.words(`nib.${result}` as MessageKey))).toBeVisible()
      }
      await this.fill(others)
      await this.screens.press('btn.Lanjutkan')
    },
    documents: () => this.documents(),
    review: () => this.screens.sendFromReview(this.sendButton()),
  }

  /** Who has a profile already asks for something; everybody else registers. */
  private sendButton() {
    const { network, service, who, want } = this.journey
    if (network === 'offline') return 'btn.Simpan, kirim nanti'
    const registers = isRegistration(getForm(service), serviceFor(who, want).answers)
    return registers ? 'btn.Kirim pendaftaran' : 'btn.Kirim permohonan'
  }

  /** A card that lies in a reflection does not photograph itself: after a while the petugas does it. */
  private async takeCardByHandWhenLate(): Promise<void> {
    const waiting = this.page.getByRole('heading', {
      level: 1,
      name: this.screens.words('ktp.title'),
      exact: true,
    })
    const end = Date.now() + SHUTTER_MS
    while (Date.now() < end && (await waiting.isVisible())) await this.page.waitForTimeout(500)
    if (await waiting.isVisible()) await this.screens.press('btn.Ambil foto')
  }

  /** A machine that is too busy gives up reading: then the data are typed, as people do. */
  private async readOrType(): Promise<void> {
    const heading = (key: MessageKey) =>
      this.page.getByRole('heading', { level: 1, name: this.screens.words(key), exact: true })
    const gaveUp = heading('ktp.unread.title')
    await expect(heading('confirm.title').or(gaveUp)).toBeVisible({ timeout: PHOTO_MS })
    if (await gaveUp.isVisible()) await this.screens.press('btn.Ketik sendiri')
  }

  private async fields(step: StepDefinition): Promise<void> {
    const { chosen } = this.journey
    if (chosen && step.checks?.includes('accesses')) await this.chooseAccess(chosen)
    await this.fill(step.fields)
    await this.screens.press('btn.Lanjutkan')
  }

  /** Presses the card of an access, and sees that it fills in the fields below it. */
  private async chooseAccess({ card, values }: NonNullable<Journey['chosen']>): Promise<void> {
    await pressCard(this.page, card)
    await expect(this.page.locator('[data-field="peran"] select')).toHaveValue(values.peran ?? '')
  }

  /** Fills what the journey has an answer for; what only the core may set is looked for in the end. */
  private async fill(fields: StepDefinition['fields']): Promise<void> {
    for (const field of fields) {
      const answer = this.journey.answers[field.id]
      if (answer === undefined || field.setBy !== undefined) continue
      await fillField(this.screens, field, answer)
    }
  }

  private async documents(): Promise<void> {
    for (const [id, way] of Object.entries(this.journey.documents ?? {})) {
      const row = this.page.locator(`[data-field="${id}"]`)
      const name = this.screens.words(`document.${id}` as MessageKey)
      if (way === 'file') {
        const [chooser] = await Promise.all([
          this.page.waitForEvent('filechooser'),
          row.getByRole('button', { name: this.screens.words('documents.chooseFor', { name }) }).click(),
        ])
        const buffer = Buffer.from(minimalPdf({ text: `CONTOH ${id}` }))
        await chooser.setFiles({ name: `${id}.pdf`, mimeType: 'application/pdf', buffer })
      } else {
        // Any sheet would do: only a person can say whether a page is legible.
        await this.office.desk.showCard(this.journey.card ?? 0)
        await row
          .getByRole('button', { name: this.screens.words('documents.photographFor', { name }) })
          .click()
        // HAVE_ENOUGH_DATA: a picture stands there.
        await expect(this.page.locator('video')).toHaveJSProperty('readyState', 4, { timeout: PHOTO_MS })
        await this.screens.press('btn.Ambil foto')
        const page = this.screens.words('documents.pageOf', { n: 1, all: 1 })
        await expect(this.page.getByText(page)).toBeVisible({ timeout: PHOTO_MS })
        await this.screens.press('btn.Selesai')
      }
      await expect(row).toHaveAttribute('data-given', '', { timeout: NEXT_SCREEN_MS })
    }
    await this.screens.press('btn.Lanjutkan')
  }
}
