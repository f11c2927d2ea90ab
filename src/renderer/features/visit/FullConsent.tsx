import type { ConsentText } from '#shared/domain/services/index.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog } from '../../ui/index.ts'
import styles from './visit.module.css'

type FullConsentProps = { readonly texts: readonly ConsentText[]; readonly onClose: () => void }

/** The full texts that are asked for, with their versions: what is hashed into the record of the consent. */
export function FullConsent({ texts, onClose }: FullConsentProps) {
  const { t, language } = useText()
  return (
    <Dialog
      title={t('consent.full.title')}
      wide
      onEscape={onClose}
      primary={{ label: t('btn.Tutup'), onPress: onClose }}
    >
      <div className={styles.fullText}>
        {texts.map((text) => (
          <section key={text.id}>
            <h3>{t(`consent.full.${text.id}`)}</h3>
            <p className={styles.version}>
              {t('consent.version', { version: text.version })}
              {text.sample ? ` · ${t('consent.sample')}` : ''}
            </p>
            <ul>
              {text.full.map((item) => (
                <li key={item.en}>{item[language]}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
