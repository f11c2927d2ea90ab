import { useText } from '../i18n/index.ts'
import styles from './Ribbon.module.css'

/** Says on every screen that this is the demo, and where its messages can be read. Opens nothing itself. */
export function Ribbon({ inboxUrl }: { readonly inboxUrl: string }) {
  const { t } = useText()
  return (
    <aside className={styles.ribbon} aria-label="Mode demo">
      <strong>MODE DEMO</strong>
      <span>{t('demo.sample')}</span>
      {inboxUrl !== '' && <span className={styles.inbox}>{t('demo.inbox', { url: inboxUrl })}</span>}
    </aside>
  )
}
