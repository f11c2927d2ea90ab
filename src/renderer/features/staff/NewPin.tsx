import { useState } from 'react'
import { isWeakPin } from '#shared/domain/staff/pin-rules.ts'
import { useText } from '../../i18n/index.ts'
import { PinPad, Screen } from '../../ui/index.ts'

const PIN_LENGTH = 6

export type NewPinProps = {
  readonly title: string
  readonly sub: string
  readonly titleAgain: string
  readonly onBack: () => void
  /** Both entries agree and the PIN is not weak. Answers what went wrong, if anything. */
  readonly onDone: (pin: string) => Promise<string | undefined>
}

/** Two entries of a new PIN that must agree. Weak PINs are refused before the second one. */
export function NewPin({ title, sub, titleAgain, onBack, onDone }: NewPinProps) {
  const { t } = useText()
  const [first, setFirst] = useState<string | null>(null)
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const startOver = (message?: string) => {
    setFirst(null)
    setPin('')
    setError(message)
  }

  const next = async () => {
    if (busy) return
    if (pin.length < PIN_LENGTH) return setError(t('pin.incomplete', { n: pin.length }))
    if (first === null) {
      if (isWeakPin(pin)) {
        setPin('')
        return setError(t('pin.weak'))
      }
      setFirst(pin)
      setPin('')
      return
    }
    if (pin !== first) return startOver(t('setUp.pin.differs'))
    setBusy(true)
    const problem = await onDone(pin)
    setBusy(false)
    if (problem) startOver(problem)
  }

  return (
    <Screen
      turn="petugas"
      title={first === null ? title : titleAgain}
      sub={sub}
      back={{ onPress: first === null ? onBack : () => startOver() }}
      primary={{ label: t('btn.Lanjutkan'), onPress: () => void next(), busy }}
    >
      <PinPad
        // A fresh field for the second entry takes the focus by itself.
        key={first === null ? 'first' : 'again'}
        label={t('pin.label')}
        pin={pin}
        error={error}
        onChange={(value) => {
          setPin(value)
          setError(undefined)
        }}
        onEnter={() => void next()}
      />
    </Screen>
  )
}
