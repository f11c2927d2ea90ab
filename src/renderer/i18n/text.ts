import type { Language } from '#shared/contract/views.ts'
import { dictionary, type MessageKey } from './dictionary.ts'

/** Values for the `{name}` placeholders of a message. */
export type MessageParams = Readonly<Record<string, string | number>>

/** Looks a text up; unknown placeholders stay as they are, so that a mistake is seen. */
export type Translate = (key: MessageKey, params?: MessageParams) => string

/** True when the core's message code has a text of its own. */
export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(dictionary, key)
}

/** The text of a key in one language, with its placeholders filled. */
export function translate(language: Language, key: MessageKey, params: MessageParams = {}): string {
  const text: string = dictionary[key][language]
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = params[name]
    return value === undefined ? placeholder : String(value)
  })
}
