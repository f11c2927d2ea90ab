/** An entry of a reference list as a form keeps it: `[62.71] Pemerintah Kota Palangka Raya`; a free name stands alone. */
const CHOSEN = /^\[([\w.-]{1,40})\] (.+)$/

/** A chosen entry in its stored form. */
export const formatChosen = ({ code, name }: { readonly code: string; readonly name: string }): string =>
  `[${code}] ${name}`

/** The code of a stored entry; undefined for a name that is in no list. */
export const chosenCode = (value: string): string | undefined => CHOSEN.exec(value)?.[1]

/** The name of a stored entry, or the free name. */
export const chosenName = (value: string): string => CHOSEN.exec(value)?.[2] ?? value
