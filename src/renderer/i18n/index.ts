/** The texts of the screens, in both languages. */
export type { MessageKey } from './dictionary.ts'
export { useErrorText, useIssueText } from './error-text.ts'
export { formatAge, formatDate, formatDateTime, formatNumber, formatTime } from './format.ts'
export { LanguageProvider, useText } from './language.tsx'
export { hasMessage, loadLaterTexts, type MessageParams, type Translate } from './text.ts'
