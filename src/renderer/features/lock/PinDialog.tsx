import { useState } from 'react'
import { useView } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog, PinPad } from '../../ui/index.ts'

const PIN_LENGTH = 6

export type PinDialogProps = {
  /** Completes "Untuk …". */
  readonly purpose: string
  readonly confirm: string
  readonly danger?: boolean
  readonly onCancel: () => void
  /** Answers what went wrong, if anything. */
  readonly onPin: (pin: string) => Promise<string | undefined>
}

/** The petugas' PIN for one act. */
export function PinDialog({ purpose, confirm, danger = false, onCancel, onPin }: PinDialogProps) {
  const { t } = useText()
  const demo = useView((state) => state.status?.demo ?? null)
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const send = async () => {
    if (busy) return
    if (pin.length < PIN_LENGTH) return setError(t('pin.incomplete', { n: pin.length }))
    setBusy(true)
    const problem = await onPin(pin)
    setBusy(false)
    setPin('')
    setError(problem)
  }

  return (
    <Dialog
      wide
      title={t('pin.title')}
      onEscape={onCancel}
      primary={{ label: confirm, onPress: () => void send(), busy, danger, autoFocus: false }}
      secondary={{ label: t('btn.Kembali'), onPress: onCancel }}
    >
      <p>{t('pin.for', { purpose })}</p>
      {demo ? <p>{t('pin.demo', { pin: demo.pin })}</p> : null}
      <PinPad
        label={t('pin.label')}
        pin={pin}
        error={error}
        onChange={(next) => {
          setPin(next)
          setError(undefined)
        }}
        onEnter={() => void send()}
      />
    </Dialog>
  )
}
