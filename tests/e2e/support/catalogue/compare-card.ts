import type { Page } from '@playwright/test'
import type { FieldDefinition, StepDefinition } from '#shared/domain/forms/index.ts'
import { KTP_FIELDS, type KtpField } from '#shared/domain/ktp/fields.ts'
import type { KtpTruth } from '../../../bench/ktp/index.ts'
import type { Screens } from '../screens.ts'
import { fillField } from './fill-field.ts'

const isPrinted = (id: string): id is KtpField => KTP_FIELDS.some((each) => each === id)

/**
 * Compares what was read with the card that lies there, field by field, and corrects what differs, as a petugas does: a
 * journey must not depend on how well one frame was read.
 * @returns ids of the fields that were read wrongly or not at all
 */
export async function compareCard(
  screens: Screens,
  step: StepDefinition,
  truth: KtpTruth,
): Promise<readonly string[]> {
  const { page, words } = screens
  await page.getByRole('button', { name: new RegExp(`· ${words('confirm.show')}$`) }).click()
  const wrong: string[] = []
  for (const field of step.fields) {
    if (!isPrinted(field.id) || (await shownValue(page, field)) === truth[field.id]) continue
    await fillField(screens, field, truth[field.id])
    wrong.push(field.id)
  }
  return wrong
}

async function shownValue(page: Page, { id, type }: FieldDefinition): Promise<string> {
  const place = page.locator(`[data-field="${id}"]`)
  if (type === 'choice') return place.locator('select').inputValue()
  const inputs = await place.getByRole('textbox').all()
  const values = await Promise.all(inputs.map((input) => input.inputValue()))
  if (type === 'date') return values.toReversed().join('-')
  // A NIK is shown in groups of four.
  return type === 'nik' ? values.join('').replaceAll(' ', '') : values.join('')
}
