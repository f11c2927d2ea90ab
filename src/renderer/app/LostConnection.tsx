import { useText } from '../i18n/index.ts'
import { Notice } from '../ui/index.ts'
import styles from './LostConnection.module.css'
import { useView } from './state/index.ts'

/** Says that the screen and the core have lost each other, over whatever is shown. */
export function LostConnection() {
  const { t } = useText()
  const lost = useView((state) => state.connection === 'lost')
  if (!lost) return null
  return (
    <div className={styles.place}>
      <Notice kind="error">{t('error.connection')}</Notice>
    </div>
  )
}
