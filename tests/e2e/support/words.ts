import { dictionary, type MessageKey } from '../../../src/renderer/i18n/dictionary.ts'

export type Language = 'id' | 'en'

/** The kiosk's own words in a language, as the screen shows them. */
export type Words = (key: MessageKey, params?: Readonly<Record<string, string | number>>) => string

export const wordsIn =
  (language: Language): Words =>
  (key, params = {}) =>
    Object.entries(params).reduce<string>(
      (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
      dictionary[key][language],
    )

/** A text as part of a pattern. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
