/** Both languages of the kiosk: the fields of every text in src/renderer/i18n/messages. */
const LANGUAGES = { id: 'Indonesian', en: 'English' }

/**
 * What is wrong with the kiosk's texts, each fault in words that name file and key.
 * @param {{file: string, messages: Record<string, Record<string, string>>}[]} files
 * @returns {string[]}
 */
export function findMessageFaults(files) {
  const seen = new Map()
  return files.flatMap(({ file, messages }) =>
    Object.entries(messages).flatMap(([key, text]) => {
      const first = seen.get(key)
      seen.set(key, first ?? { file, text })
      // A file may hand on another's texts: the same object is not a second text.
      const twice = first !== undefined && first.text !== text ? [`is in ${first.file} as well`] : []
      return [...twice, ...faultsOf(text)].map((fault) => `${file}: "${key}" ${fault}`)
    }),
  )
}

function faultsOf(text) {
  const missing = Object.entries(LANGUAGES)
    .filter(([language]) => typeof text[language] !== 'string' || text[language].trim() === '')
    .map(([language, name]) => `has no ${name} text (${language})`)
  const extra = Object.keys(text)
    .filter((language) => !(language in LANGUAGES))
    .map((language) => `has a text for "${language}", which is no language of the kiosk`)
  if (missing.length + extra.length > 0) return [...missing, ...extra]
  return placeholders(text.id) === placeholders(text.en)
    ? []
    : [
        `fills in ${placeholders(text.id) || 'nothing'} in Indonesian, but ${placeholders(text.en) || 'nothing'} in English`,
      ]
}

const placeholders = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join(' ')
