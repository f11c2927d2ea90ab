import { useEffect, useState } from 'react'
import { useCall, useKiosk, useView } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { Notice, PinPad, Screen } from '../../ui/index.ts'
import { PersonList } from './PersonList.tsx'
import styles from './SignIn.module.css'
import { useStaff } from './use-staff.ts'

const PIN_LENGTH = 6

/** The shift begins: who is on duty, and the PIN. */
export function SignIn() {
  const { t } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useErrorText()
  const { staff } = useStaff()
  const demo = useView((state) => state.status?.demo ?? null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  // Alone on duty: nothing to choose.
  useEffect(() => {
    const only = staff?.length === 1 ? staff[0] : undefined
    if (only) setChosen(only.id)
  }, [staff])

  const open = async () => {
    if (busy) return
    if (!chosen) return setError(t('shift.chooseFirst'))
    if (pin.length < PIN_LENGTH) return setError(t('pin.incomplete', { n: pin.length }))
    setBusy(true)
    const answer = await call('staff.signIn', { staffId: chosen, pin })
    setBusy(false)
    setPin('')
    if (!answer.ok) return setError(errorText(answer.error))
    kiosk.goTo((kiosk.store.getState().status?.drafts ?? 0) > 0 ? 'drafts' : 'start')
  }

  const choose = (id: string) => {
    setChosen(id)
    setError(undefined)
  }

  return (
    <Screen
      turn="petugas"
      title={t('pin.title')}
      sub={t('pin.for', { purpose: t('pin.for.open') })}
      primary={{ label: t('pin.open'), onPress: () => void open(), busy }}
    >
      {demo ? <Notice kind="info">{t('pin.demo', { pin: demo.pin })}</Notice> : null}
      <div className={styles.columns}>
        <div className={styles.people}>
          <h2>{t('shift.who')}</h2>
          {staff?.length === 0 ? <Notice kind="unsure">{t('shift.noStaff')}</Notice> : null}
          <PersonList staff={staff ?? []} chosen={chosen} onChoose={choose} label={t('shift.who')} />
        </div>
        <PinPad
          label={t('pin.label')}
          pin={pin}
          error={error}
          onChange={(next) => {
            setPin(next)
            setError(undefined)
          }}
          onEnter={() => void open()}
        />
      </div>
    </Screen>
  )
}
