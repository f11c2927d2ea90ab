import { useText } from '../../i18n/index.ts'
import { Dialog } from '../../ui/index.ts'

/** "Berhenti dan hapus data?": staying is the safe way and the primary button. */
export function StopDialog({
  onStay,
  onErase,
}: {
  readonly onStay: () => void
  readonly onErase: () => void
}) {
  const { t } = useText()
  return (
    <Dialog
      title={t('stop.title')}
      role="alertdialog"
      onEscape={onStay}
      primary={{ label: t('btn.Tetap lanjut'), onPress: onStay }}
      secondary={{ label: t('btn.Hapus'), danger: true, onPress: onErase }}
    >
      {t('stop.sub')}
    </Dialog>
  )
}
