import { Users } from 'lucide-react'
import { useState } from 'react'
import { useCall, useView } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { Notice, PinPad, Screen } from '../../ui/index.ts'

const PIN_LENGTH = 6

/** The visit is locked: nothing of it is shown until the petugas' PIN opens it again. */
export function Lock() {
  const { t } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const demo = useView((state) => state.status?.demo ?? null)
  const officer = useView((state) => state.status?.staff?.name ?? '')
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const unlock = async () => {
    if (busy) return
    if (pin.length < PIN_LENGTH) return setError(t('pin.incomplete', { n: pin.length }))
    setBusy(true)
    const answer = await call('visit.unlock', { pin })
    setBusy(false)
    setPin('')
    if (!answer.ok) setError(errorText(answer.error))
  }

  return (
    <Screen
      turn="petugas"
      title={t('lock.title')}
      sub={t('lock.sub')}
      // The shift may pass to somebody else while a visit waits: it stays locked, whose PIN then opens it.
      secondary={[
        {
          label: t('lock.other'),
          icon: <Users aria-hidden="true" />,
          onPress: () => void call('staff.signOut', {}),
        },
      ]}
      primary={{ label: t('lock.open'), onPress: () => void unlock(), busy }}
    >
      {demo ? <Notice kind="info">{t('pin.demo', { pin: demo.pin })}</Notice> : null}
      <PinPad
        label={t('lock.pin', { name: officer })}
        pin={pin}
        error={error}
        onChange={(next) => {
          setPin(next)
          setError(undefined)
        }}
        onEnter={() => void unlock()}
      />
    </Screen>
  )
}
