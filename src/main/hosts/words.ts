/** A sentence in both languages of the kiosk, for what is said before its page can be shown. */
export type Words = { readonly id: string; readonly en: string }

/** The same in both languages: a command to type. */
export const command = (text: string): Words => ({ id: text, en: text })
