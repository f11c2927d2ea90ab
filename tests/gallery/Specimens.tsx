import { useEffect } from 'react'
import type { Language } from '#shared/contract/views.ts'
import type { TextSize } from '../../src/renderer/app/state/index.ts'
import { LanguageProvider } from '../../src/renderer/i18n/index.ts'
import styles from './Specimens.module.css'
import type { Part } from './specimens/index.ts'

export type SpecimensProps = {
  readonly part: Part
  readonly preferences: {
    readonly language: Language
    readonly textSize: TextSize
    readonly highContrast: boolean
  }
}

/** One component in all its states, each under its name. */
export function Specimens({ part, preferences }: SpecimensProps) {
  const { language, textSize, highContrast } = preferences
  useEffect(() => {
    const root = document.documentElement
    root.lang = language
    root.style.setProperty('--t', String(textSize / 100))
    root.dataset.size = textSize > 125 ? 'large' : 'normal'
    root.dataset.contrast = highContrast ? 'high' : 'normal'
  }, [language, textSize, highContrast])
  return (
    <LanguageProvider language={language}>
      <main className={styles.page} data-columns={part.columns ?? 2}>
        {Object.entries(part.states).map(([name, element]) => (
          <section key={name} className={styles.state}>
            <h2>{name}</h2>
            {element}
          </section>
        ))}
      </main>
    </LanguageProvider>
  )
}
