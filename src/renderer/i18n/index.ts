/** The texts of the screens, in both languages. */
export { dictionary, type MessageKey } from './dictionary.ts'
export { errorMessage, useErrorText, useIssueText } from './error-text.ts'
export { formatAge, formatDate, formatDateTime, formatNumber, formatTime } from './format.ts'
export { LanguageProvider, useText } from './language.tsx'
export { hasMessage, type MessageParams, type Translate, translate } from './text.ts'
