import { useText } from '../../i18n/index.ts'
import { Dialog } from '../../ui/index.ts'

type LossDialogProps = {
  /** The question. */
  readonly title: string
  /** What will be gone, and what stays. */
  readonly text: string
  /** What is done to it. */
  readonly action: string
  readonly onKeep: () => void
  readonly onLose: () => void
}

/** What somebody gave goes only when they say so. */
export function LossDialog({ title, text, action, onKeep, onLose }: LossDialogProps) {
  const { t } = useText()
  return (
    <Dialog
      title={title}
      role="alertdialog"
      onEscape={onKeep}
      primary={{ label: t('btn.Tetap simpan'), onPress: onKeep }}
      secondary={{ label: action, danger: true, onPress: onLose }}
    >
      {text}
    </Dialog>
  )
}
