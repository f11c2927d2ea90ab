import { createHash } from 'node:crypto'
import { type ConsentText, consentTexts } from '#shared/domain/services/index.ts'
import type { ConsentRecord } from '#shared/domain/submission/payload.ts'
import type { Draft } from './draft.ts'

const shownText = (text: ConsentText, language: 'id' | 'en'): string =>
  [text.tick[language], ...text.full.map((item) => item[language])].join('\n')

/** Whether the consent to a text as it is now stands in the records; one to an older version counts no more. */
export const isConsentedTo = (text: ConsentText, records: readonly ConsentRecord[]): boolean =>
  records.some((record) => record.id === text.id && record.textVersion === text.version)

/** The record of every consent ticked: what text in which version, when and how (UU 27/2022 art. 22, 24). */
export function consentRecords(
  draft: Pick<Draft, 'service' | 'formVersion' | 'values' | 'language' | 'keepDays'>,
  at: Date,
): ConsentRecord[] {
  const { values, language } = draft
  const mode = values.caraSetuju === 'dibacakan' ? 'dibacakan' : 'sendiri'
  const given = consentTexts(draft).filter((text) => values[text.field] === true)
  return given.map((text) => ({
    id: text.id,
    textVersion: text.version,
    textSha256: createHash('sha256').update(shownText(text, language)).digest('hex'),
    language,
    mode,
    at: at.toISOString(),
  }))
}
