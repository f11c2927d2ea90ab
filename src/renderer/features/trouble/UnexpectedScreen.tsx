import { useText } from '../../i18n/index.ts'
import { Screen } from '../../ui/index.ts'

/** A bug of the screen: the visit is safe in the core, reloading shows it again. */
export function UnexpectedScreen({ reference }: { readonly reference: string }) {
  const { t } = useText()
  return (
    <Screen
      turn="petugas"
      title={t('unexpected', { ref: reference })}
      primary={{ label: t('trouble.reload'), onPress: () => window.location.reload() }}
    />
  )
}
