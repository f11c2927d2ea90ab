import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SubmissionDetail } from '#shared/contract/views.ts'
import {
  CANCEL_NOTE_LENGTH,
  CANCEL_REASONS,
  type CancelReason,
} from '#shared/domain/submission/cancellation.ts'
import { useCall } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { ChoiceCards, Dialog, Notice, TextField } from '../../ui/index.ts'
import { PinDialog } from '../lock/index.ts'

export type CancelDialogProps = {
  readonly detail: SubmissionDetail
  readonly way: 'void' | 'withdraw'
  readonly onClose: () => void
  readonly onDone: (detail: SubmissionDetail) => void
}

/** Calls a registration off: why, what that does, then the petugas' PIN. */
export function CancelDialog({ detail, way, onClose, onDone }: CancelDialogProps) {
  const { t } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const [reason, setReason] = useState<CancelReason | null>(null)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<'reason' | 'note'>()
  const [asking, setAsking] = useState(false)

  const goOn = () => {
    if (!reason) return setProblem('reason')
    if (reason === 'other' && note.trim() === '') return setProblem('note')
    setAsking(true)
  }
  if (asking && reason)
    return (
      <PinDialog
        danger
        purpose={t('cancel.for', { reference: detail.reference })}
        confirm={t('cancel.button')}
        onCancel={() => setAsking(false)}
        onPin={async (pin) => {
          const answer = await call('submission.cancel', { id: detail.id, pin, reason, note: note.trim() })
          if (!answer.ok) return errorText(answer.error)
          onDone(answer.value)
          return undefined
        }}
      />
    )
  return (
    <Dialog
      wide
      title={t('cancel.title', { reference: detail.reference })}
      onEscape={onClose}
      primary={{ label: t('cancel.keep'), onPress: onClose, autoFocus: true }}
      secondary={{
        label: t('cancel.goOn'),
        icon: <Trash2 aria-hidden="true" />,
        danger: true,
        onPress: goOn,
      }}
    >
      <Notice kind="unsure">{t(`cancel.what.${way}`)}</Notice>
      {problem === 'reason' ? <Notice kind="error">{t('cancel.reason.missing')}</Notice> : null}
      <ChoiceCards<CancelReason>
        label={t('cancel.why')}
        value={reason}
        onChange={(chosen) => {
          setReason(chosen)
          setProblem(undefined)
        }}
        choices={CANCEL_REASONS.map((value) => ({ value, label: t(`cancel.reason.${value}`) }))}
      />
      <TextField
        label={t('cancel.note')}
        value={note}
        maxLength={CANCEL_NOTE_LENGTH}
        onChange={(text) => {
          setNote(text)
          setProblem(undefined)
        }}
        error={problem === 'note' ? t('cancel.note.missing') : undefined}
      />
    </Dialog>
  )
}
