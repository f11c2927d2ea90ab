/** One text in both languages of the kiosk. `{name}` stands for a parameter. */
export type Message = { readonly id: string; readonly en: string }

/** A file of texts by key. Both languages are required, so a forgotten translation fails the build. */
export type Messages = Readonly<Record<string, Message>>
