import { hasMessage, useText } from '../../i18n/index.ts'

/** The name of a document in words; `kind` is the id of its request. */
export function useDocumentName(kind: string): string {
  const { t } = useText()
  const key = `document.${kind}`
  return hasMessage(key) ? t(key) : kind
}
