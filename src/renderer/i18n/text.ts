import type { Language } from '#shared/contract/views.ts'
import type { MessageKey } from './dictionary.ts'
import { firstTexts } from './first-texts.ts'
import type { Message } from './messages/messages.ts'

/** Values for the `{name}` placeholders of a message. */
export type MessageParams = Readonly<Record<string, string | number>>

/** Looks a text up; unknown placeholders stay as they are, so that a mistake is seen. */
export type Translate = (key: MessageKey, params?: MessageParams) => string

/** The texts that are here by now. */
let texts: Readonly<Partial<Record<string, Message>>> = firstTexts

/**
 * Brings the texts that the first screens do without. Every page but those waits for it (app/Route.tsx).
 * @throws when the file cannot be loaded; the page that waits for it then says so
 */
export async function loadLaterTexts(): Promise<void> {
  const { laterTexts } = await import('./later-texts.ts')
  texts = { ...firstTexts, ...laterTexts }
}

/** True when the core's message code has a text of its own. */
export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(texts, key)
}

/** The text of a key in one language, with its placeholders filled. */
export function translate(language: Language, key: MessageKey, params: MessageParams = {}): string {
  // A text that is not here yet shows as its key: seen by every test, and better than a screen that stops.
  const text: string = texts[key]?.[language] ?? key
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = params[name]
    return value === undefined ? placeholder : String(value)
  })
}
