import { createHash } from 'node:crypto'
import { CONSENT_TEXTS, type ConsentText } from '#shared/domain/services/index.ts'
import type { ConsentRecord, FormValues } from '#shared/domain/submission/payload.ts'

const shownText = (text: ConsentText, language: 'id' | 'en'): string =>
  [text.tick[language], ...text.full.map((item) => item[language])].join('\n')

/** The record of every consent ticked: what text in which version, when and how (UU 27/2022 art. 22, 24). */
export function consentRecords(values: FormValues, language: 'id' | 'en', at: Date): ConsentRecord[] {
  const mode = values.caraSetuju === 'dibacakan' ? 'dibacakan' : 'sendiri'
  return CONSENT_TEXTS.filter((text) => values[text.field] === true).map((text) => ({
    id: text.id,
    textVersion: text.version,
    textSha256: createHash('sha256').update(shownText(text, language)).digest('hex'),
    language,
    mode,
    at: at.toISOString(),
  }))
}
