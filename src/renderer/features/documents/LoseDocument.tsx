import { useText } from '../../i18n/index.ts'
import { useStep } from '../step/index.ts'
import { LossDialog } from './LossDialog.tsx'
import { useDocumentName } from './use-document-name.ts'

type LoseDocumentProps = {
  readonly kind: string
  /** By another one; or else nothing takes its place. */
  readonly replaced: boolean
  readonly onKeep: () => void
  readonly onLose: () => void
}

/** Asks before a document goes. */
export function LoseDocument({ kind, replaced, onKeep, onLose }: LoseDocumentProps) {
  const { t } = useText()
  const { snapshot } = useStep()
  const name = useDocumentName(kind)
  const n = snapshot.documents[kind]?.pages.length ?? 0
  const text = () => {
    if (!replaced) return t('documents.drop.text', { name })
    return n > 0 ? t('documents.replace.pages', { name, n }) : t('documents.replace.whole', { name })
  }
  return (
    <LossDialog
      title={t(replaced ? 'documents.replace.title' : 'documents.drop.title')}
      text={text()}
      action={t(replaced ? 'btn.Ganti' : 'btn.Hapus')}
      onKeep={onKeep}
      onLose={onLose}
    />
  )
}
