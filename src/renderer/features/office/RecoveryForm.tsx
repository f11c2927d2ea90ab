import { useState } from 'react'
import { useCall, useView } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { ChoiceCards, focusFirstError, Notice, Screen, TextField } from '../../ui/index.ts'
import type { FormProps } from './form-props.ts'
import { NewKey, type RecoveryKey } from './NewKey.tsx'

/** An age recipient (X25519) as the contract takes it. */
const RECIPIENT = /^age1[0-9a-z]{58}$/
const WAYS = ['new', 'same'] as const

/** Makes the office's recovery key, or takes the one that another kiosk of the office made. */
export function RecoveryForm({ onBack, onDone }: FormProps) {
  const { t } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const isSet = useView((state) => state.status?.recoveryKey === 'set')
  const [way, setWay] = useState<(typeof WAYS)[number]>('new')
  const [typed, setTyped] = useState('')
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [made, setMade] = useState<RecoveryKey | null>(null)

  // Copied from paper: capitals and spaces do no harm.
  const recipient = typed.toLowerCase().replace(/\s/g, '')
  const fits = way === 'new' || RECIPIENT.test(recipient)
  const use = async () => {
    if (busy) return
    setError(undefined)
    if (!fits) {
      setChecked(true)
      return focusFirstError()
    }
    setBusy(true)
    const answer = await call('app.setRecoveryKey', { recipient: way === 'new' ? null : recipient })
    setBusy(false)
    if (!answer.ok) return setError(errorText(answer.error))
    const { recipient: used, secret } = answer.value
    if (secret === null) onDone(t('office.recovery.used'))
    else setMade({ recipient: used, secret })
  }
  if (made) return <NewKey made={made} onKept={() => onDone(t('office.recovery.made'))} />
  return (
    <Screen
      turn="petugas"
      title={t('office.recovery.title')}
      sub={t('office.recovery.sub')}
      scroll
      {...(error ? { error } : {})}
      back={{ onPress: onBack }}
      primary={{
        label: way === 'new' ? t('office.recovery.new') : t('office.recovery.use'),
        onPress: () => void use(),
        busy,
      }}
    >
      {isSet ? <Notice kind="unsure">{t('office.recovery.replace')}</Notice> : null}
      <ChoiceCards
        label={t('office.recovery.how')}
        choices={WAYS.map((value) => ({
          value,
          label: t(`office.recovery.${value}`),
          hint: t(`office.recovery.${value}.hint`),
        }))}
        value={way}
        onChange={setWay}
      />
      {way === 'same' ? (
        <TextField
          label={t('office.recovery.recipient')}
          hint={t('office.recovery.recipient.hint')}
          value={typed}
          onChange={setTyped}
          maxLength={100}
          error={checked && !fits ? t('office.recovery.recipient.error', { n: recipient.length }) : undefined}
        />
      ) : null}
    </Screen>
  )
}
