import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Language } from '#shared/contract/views.ts'
import { type Translate, translate } from './text.ts'

const LanguageContext = createContext<Language>('id')

/** Sets the language of everything inside. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

/** The texts in the language of the screen. */
export function useText(): { readonly t: Translate; readonly language: Language } {
  const language = useContext(LanguageContext)
  return useMemo(() => ({ language, t: (key, params) => translate(language, key, params) }), [language])
}
