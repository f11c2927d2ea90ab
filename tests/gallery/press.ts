import type { Language } from '#shared/contract/views.ts'
import { dictionary, type MessageKey } from '../../src/renderer/i18n/dictionary.ts'
import { typeInto } from '../../src/renderer/ui/keyboard/typing.ts'

const A_MOMENT_MS = 50
const MOST_MOMENTS = 400

const moment = () => new Promise((resolve) => setTimeout(resolve, A_MOMENT_MS))

/** What to press to reach a state that no snapshot names (an error after a press, an open dialog). */
export type Press =
  | MessageKey
  | { readonly selector: string }
  | { readonly focus: string }
  /** Digits or text into the field that has the focus, as from a keyboard. */
  | { readonly type: string }
  /** Lets seconds pass at once. */
  | { readonly skip: number }

type Target = Exclude<Press, { readonly type: string } | { readonly skip: number }>

function find(press: Target, language: Language): HTMLElement | undefined {
  if (typeof press !== 'string') {
    const selector = 'focus' in press ? press.focus : press.selector
    return document.querySelector<HTMLElement>(selector) ?? undefined
  }
  const words = dictionary[press][language]
  const last = [...document.querySelectorAll<HTMLElement>('button, a')].reverse()
  return last.find((each) => (each.textContent ?? '').includes(words))
}

function typeText(text: string): void {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement)) throw new Error(`no field to type ${text} into`)
  typeInto(field, { value: text, from: text.length, to: text.length })
}

/** Waits for the title: some screens are loaded only when they are shown, and a picture of the wait tells nothing. */
export async function untilShown(): Promise<void> {
  for (let waited = 0; !document.querySelector('main h1') && waited < MOST_MOMENTS; waited++) await moment()
}

/** Presses one after the other, each as soon as it is there. */
export async function pressAll(
  list: readonly Press[],
  language: Language,
  skip: (seconds: number) => void,
): Promise<void> {
  for (const press of list) {
    if (typeof press !== 'string' && ('skip' in press || 'type' in press)) {
      if ('skip' in press) skip(press.skip)
      else typeText(press.type)
      await moment()
      continue
    }
    let target: HTMLElement | undefined
    for (let waited = 0; !target && waited < MOST_MOMENTS; waited++) {
      await moment()
      target = find(press, language)
    }
    if (!target) throw new Error(`nothing to press: ${JSON.stringify(press)}`)
    if (typeof press !== 'string' && 'focus' in press) target.focus()
    else target.click()
    await moment()
  }
  await moment()
}
