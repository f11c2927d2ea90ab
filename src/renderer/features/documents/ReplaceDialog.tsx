import { useText } from '../../i18n/index.ts'
import { Dialog } from '../../ui/index.ts'
import { useStep } from '../step/index.ts'
import { useDocumentName } from './use-document-name.ts'

type ReplaceDialogProps = {
  readonly kind: string
  readonly onKeep: () => void
  readonly onReplace: () => void
}

/** "Ganti dokumen ini?": what somebody gave goes only when they say so. */
export function ReplaceDialog({ kind, onKeep, onReplace }: ReplaceDialogProps) {
  const { t } = useText()
  const { snapshot } = useStep()
  const name = useDocumentName(kind)
  const n = snapshot.documents[kind]?.pages.length ?? 0
  return (
    <Dialog
      title={t('documents.replace.title')}
      role="alertdialog"
      onEscape={onKeep}
      primary={{ label: t('btn.Tetap simpan'), onPress: onKeep }}
      secondary={{ label: t('btn.Ganti'), danger: true, onPress: onReplace }}
    >
      {n > 0 ? t('documents.replace.pages', { name, n }) : t('documents.replace.whole', { name })}
    </Dialog>
  )
}
