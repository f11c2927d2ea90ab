import { useView } from '../../app/state/index.ts'
import { formatNumber, useText } from '../../i18n/index.ts'
import { Notice } from '../../ui/index.ts'
import styles from './ExportProgress.module.css'

/** How much of the copy is safely on the stick. */
export function ExportProgress() {
  const { t, language } = useText()
  const progress = useView((state) => state.courier)
  const words = progress
    ? t('courier.progress', {
        n: formatNumber(progress.packets, language),
        total: formatNumber(progress.ofPackets, language),
      })
    : t('courier.starting')
  return (
    <Notice kind="info">
      {words}
      <progress
        className={styles.bar}
        aria-label={t('courier.export')}
        max={Math.max(1, progress?.ofBytes ?? 1)}
        value={progress?.bytes ?? 0}
      />
    </Notice>
  )
}
