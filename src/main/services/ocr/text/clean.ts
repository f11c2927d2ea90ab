/** Letters that print and sensors confuse with digits. */
const TO_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  U: '0',
  I: '1',
  L: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
  T: '7',
}
const TO_LETTER: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
}

/** Reads look-alike letters as digits. */
export const asDigits = (text: string): string =>
  [...text.toUpperCase()].map((c) => TO_DIGIT[c] ?? c).join('')

/** Reads look-alike digits as letters. */
export const asLetters = (text: string): string => [...text].map((c) => TO_LETTER[c] ?? c).join('')

/** Upper case, typographic quotes made plain, a colon or dirt at the start dropped, single spaces. */
export const tidy = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[—–_]/g, '-')
    .replace(/[|!]/g, 'I')
    .replace(/^[\s:;.,'"*=~-]+(?=\S)/, '')
    .replace(/["*=~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** What is left of a label before a lone colon, or a few signs before a lone dash: no value of a card has either. */
const behindLabel = (text: string): string =>
  text.replace(/^.*\s[:;]\s+(?=.*[A-Z]{3})/i, '').replace(/^\S{1,3}\s+[-—–_~=]+\s+(?=\S{3})/, '')

/** A place's name: letters only, and nothing of its label. */
export const cleanPlace = (text: string): string => asLetters(tidy(behindLabel(text)))

/** An address: the abbreviations that open and divide every address, where one sign was misread. */
export const cleanAddress = (text: string): string =>
  tidy(behindLabel(text))
    // Dirt before the word that opens it.
    .replace(/^(?:[^A-Z ]\S{0,4}|[A-Z]) +(?:[.,:-]+ +)?(?=(?:JL|KP|GG|PERUM|DUSUN)\b)/, '')
    .replace(/^(J[I1]|[IL1]L)\b/, 'JL')
    .replace(/^J ?L(?=[A-Z]{3})/, 'JL ')
    .replace(/\b(NO|GG|JL), ?/g, '$1. ')
    .replace(/\bN[0G](?=\.? ?\d)/g, 'NO')
    // A lone 4 is often read as an ampersand, which no address has.
    .replace(/&/g, '4')
    // Dirt behind a house number.
    .replace(/(\d)[.,]+$/, '$1')

/** A name: letters, full stops, commas, apostrophes and hyphens. */
export const cleanName = (text: string): string =>
  asLetters(tidy(behindLabel(text)))
    .replace(/[^A-Z.,'\- /]/g, '')
    // An apostrophe after an I is often read twice, once as another I.
    .replace(/II'/g, "I'")
    .replace(/\s+/g, ' ')
    .replace(/[\s'-]+$/, '')
    // What a colon was read as may leave its signs behind.
    .replace(/^[\s.,'/-]+/, '')
    .trim()

/** A date anywhere in a text, as ISO `YYYY-MM-DD`, with what stands before it. */
export const findDate = (text: string): { readonly iso: string; readonly before: string } | undefined => {
  const upper = tidy(text)
  const digits = asDigits(upper)
  const matches = [...digits.matchAll(/(\d{2})\s?[-.,/~ ]?\s?(\d{2})\s?[-.,/~ ]?\s?((?:19|20)\d{2})/g)]
  const match = matches.at(-1)
  if (!match) return undefined
  const [, day = '', month = '', year = ''] = match
  const dayNumber = Number(day)
  const monthNumber = Number(month)
  if (dayNumber < 1 || dayNumber > 31 || monthNumber < 1 || monthNumber > 12) return undefined
  return { iso: `${year}-${month}-${day}`, before: upper.slice(0, match.index).replace(/[\s,.;:-]+$/, '') }
}

/** `RT/RW` as printed, three digits each: `004/012`. */
export const findRtRw = (text: string): string => {
  const spaced = asDigits(tidy(text))
  const digits = spaced.replace(/\s/g, '')
  // Three digits on either side first: a colon read as a digit may stand before them.
  const parts = /(\d{3})[^\d]{1,2}(\d{3})/.exec(digits)
  if (parts) return `${parts[1]}/${parts[2]}`
  // The slash read as a digit, or lost: 0041012, 004012.
  const run = [digits, ...spaced.split(' ')].map((word) => /^(\d{3})\d?(\d{3})$/.exec(word)).find(Boolean)
  if (run) return `${run[1]}/${run[2]}`
  const some = /(\d{1,3})[^\d]+(\d{1,3})/.exec(digits)
  return some ? `${some[1]}/${some[2]}` : tidy(text)
}

/** The blood group in a text such as `GOL. DARAH : AB+`; '' when nothing like one stands there. */
export const findBlood = (text: string): string => {
  const after = tidy(text).replace(/^.*D[A-Z0-9]?R[A-Z0-9]?H?\s*[:;.]?/, '')
  const sign = after
    .replace(/\s/g, '')
    // No group is a Q: dirt below an O makes it look like one.
    .replace(/[0Q]/g, 'O')
    .replace(/8/g, 'B')
    .replace(/4/g, 'A')
  if (/^[-.]*$/.test(sign)) return sign.includes('-') ? '-' : ''
  // What a plus sign is read as when it is faint.
  const group = /(AB|A|B|O)([+-]|[TFRZ#][.:]?$)?/.exec(sign)
  if (!group) return ''
  const [, letters = '', rhesus = ''] = group
  return `${letters}${/^[TFRZ#]/.test(rhesus) ? '+' : rhesus}`
}
