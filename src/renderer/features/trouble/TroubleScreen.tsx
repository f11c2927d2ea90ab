import { useLanguageSwitch, useView } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Notice, Screen } from '../../ui/index.ts'

/** The store cannot be opened: what is wrong, that nothing was touched, and what the admin does. */
export function TroubleScreen() {
  const { t } = useText()
  const problem = useView((state) => state.status?.problem ?? null)
  const place = useView((state) => state.status?.problemAt)
  const otherLanguage = useLanguageSwitch()
  if (!problem) return null
  return (
    <Screen
      turn="petugas"
      title={t('trouble.title')}
      sub={t('trouble.who')}
      error={t(`trouble.${problem}`)}
      secondary={[otherLanguage]}
      primary={{ label: t('btn.Coba lagi'), onPress: () => window.location.reload() }}
    >
      <Notice kind="info">
        <strong>{t('trouble.do')}</strong>
        {'\n'}
        {t(`trouble.${problem}.do`)}
        {place !== undefined && `\n${t('trouble.at')}: ${place}`}
      </Notice>
      <Notice kind="ok">{t('trouble.safe')}</Notice>
    </Screen>
  )
}
