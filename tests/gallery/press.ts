import type { Language } from '#shared/contract/views.ts'
import { dictionary, type MessageKey } from '../../src/renderer/i18n/dictionary.ts'

const A_MOMENT_MS = 50
const MOST_MOMENTS = 100

const moment = () => new Promise((resolve) => setTimeout(resolve, A_MOMENT_MS))

/** What to press to reach a state that no snapshot names (an error after a press, an open dialog). */
export type Press = MessageKey | { readonly selector: string }

function find(press: Press, language: Language): HTMLElement | undefined {
  if (typeof press !== 'string') return document.querySelector<HTMLElement>(press.selector) ?? undefined
  const words = dictionary[press][language]
  const last = [...document.querySelectorAll<HTMLElement>('button, a')].reverse()
  return last.find((each) => (each.textContent ?? '').includes(words))
}

/** Waits for the title: some screens are loaded only when they are shown, and a picture of the wait tells nothing. */
export async function untilShown(): Promise<void> {
  for (let waited = 0; !document.querySelector('main h1') && waited < MOST_MOMENTS; waited++) await moment()
}

/** Presses one after the other, each as soon as it is there. */
export async function pressAll(list: readonly Press[], language: Language): Promise<void> {
  for (const press of list) {
    let target: HTMLElement | undefined
    for (let waited = 0; !target && waited < MOST_MOMENTS; waited++) {
      await moment()
      target = find(press, language)
    }
    if (!target) throw new Error(`nothing to press: ${JSON.stringify(press)}`)
    target.click()
    await moment()
  }
  await moment()
}
