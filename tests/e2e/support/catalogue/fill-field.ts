import type { Locator, Page } from '@playwright/test'
import type { FieldDefinition } from '#shared/domain/forms/index.ts'
import type { MessageKey } from '../../../../src/renderer/i18n/dictionary.ts'
import type { Screens } from '../screens.ts'
import { literally } from '../words.ts'
import type { Answer, Typed } from './journey.ts'

const AREA_LEVELS = ['province', 'regency', 'district', 'village'] as const

/** The place of a field on the screen; a choice that has the whole screen stands in no frame of its own. */
const placeOf = (page: Page, field: string): Locator => page.locator(`[data-field="${field}"]`)

/** Fills one field as a person does, by its type. */
export async function fillField(screens: Screens, field: FieldDefinition, answer: Answer): Promise<void> {
  const { page } = screens
  const place = placeOf(page, field.id)
  if (answer === true) return pressLabel(place.getByRole('checkbox'))
  const { typed, taken } = typeof answer === 'string' ? { typed: answer, taken: undefined } : answer
  if (typeof typed !== 'string') return fillArea(screens, place, typed)
  switch (field.type) {
    case 'choice':
      return choose(screens, field.id, typed)
    case 'date':
      return fillDate(place, typed)
    case 'instansi':
    case 'satuan-kerja':
      return fillSearch(page, place.getByRole('combobox'), typed, taken)
    default:
      return fillText(place.getByRole('textbox'), typed)
  }
}

/** What is stored for an answer. */
export const storedAs = (answer: Answer): string | true =>
  typeof answer === 'object' ? (answer satisfies Typed).stored : answer

/** The square or the mark is drawn beside a hidden input: a person presses the words. */
export const pressLabel = (input: Locator): Promise<void> => input.locator('xpath=ancestor::label[1]').click()

/** Presses one of several large cards; its hint is read out after its name. */
export const pressCard = (page: Page, name: string): Promise<void> =>
  pressLabel(page.getByRole('radio', { name: new RegExp(`^${literally(name)}`) }))

async function choose({ page, words }: Screens, field: string, option: string): Promise<void> {
  const list = placeOf(page, field).locator('select')
  if ((await list.count()) > 0) {
    await list.focus()
    await list.selectOption(option)
    return
  }
  const label = words(`choice.${field}.${option}` as MessageKey)
  await pressCard(page, label)
}

async function fillText(input: Locator, text: string): Promise<void> {
  await input.click()
  await input.fill(text)
}

/** Day, month, year: a full part hands on to the next one. */
async function fillDate(place: Locator, date: string): Promise<void> {
  const parts = date.split('-').toReversed()
  await place.getByRole('textbox').first().click()
  for (const [index, part] of parts.entries()) await place.getByRole('textbox').nth(index).fill(part)
}

/** Types some letters and takes what was meant out of the list; what is in no list is left as it was typed. */
async function fillSearch(page: Page, input: Locator, typed: string, taken?: string): Promise<void> {
  await input.click()
  await input.fill(typed)
  if (taken === undefined) return input.press('Tab')
  await page.getByRole('option', { name: taken, exact: true }).click()
}

async function fillArea({ page, words }: Screens, place: Locator, names: readonly string[]): Promise<void> {
  for (const [index, name] of names.entries()) {
    const level = words(`area.${AREA_LEVELS[index] ?? 'village'}`)
    // The first letters are enough: the list shows what begins or goes on with them.
    await fillSearch(page, place.getByRole('combobox', { name: level }), name.slice(0, 6), name)
  }
}
