/** What a key does: types its own text, or one of these. */
export type KeyAction = 'delete' | 'shift' | 'space'
export type Key =
  | { readonly text: string; readonly wide?: number }
  | { readonly action: KeyAction; readonly wide?: number }

export type LayoutName = 'letters' | 'digits' | 'phone' | 'email'

const typed = (keys: string): readonly Key[] => Array.from(keys, (text) => ({ text }))
const DELETE: Key = { action: 'delete' }

/** Every layout as rows of keys (interface specification §3, Keyboard). */
export const LAYOUTS: Readonly<Record<LayoutName, readonly (readonly Key[])[]>> = {
  letters: [
    typed('1234567890'),
    typed('qwertyuiop'),
    typed("asdfghjkl'"),
    [{ action: 'shift' }, ...typed('zxcvbnm-'), DELETE],
    [...typed('.,'), { action: 'space', wide: 6 }, ...typed('/@')],
  ],
  digits: [typed('123'), typed('456'), typed('789'), [...typed('0'), DELETE]],
  phone: [typed('123'), typed('456'), typed('789'), [...typed('+0'), DELETE]],
  email: [
    typed('1234567890'),
    typed('qwertyuiop'),
    typed('asdfghjkl_'),
    [...typed('zxcvbnm.-'), DELETE],
    [
      { text: '@' },
      { text: '@gmail.com', wide: 3 },
      { text: '@yahoo.com', wide: 3 },
      { text: '@yahoo.co.id', wide: 3 },
    ],
  ],
}

const LAYOUT_OF: Readonly<Record<string, LayoutName>> = { numeric: 'digits', tel: 'phone', email: 'email' }

/** The layout for a field that says what it takes (`data-keyboard`). */
export const layoutFor = (takes: string | undefined): LayoutName => LAYOUT_OF[takes ?? ''] ?? 'letters'
