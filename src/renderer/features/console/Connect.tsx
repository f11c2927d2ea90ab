import { useCall, useKiosk } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { CentralForm, useEnrolErrorText } from '../set-up/index.ts'

/** For the admin: connects this kiosk to the central, or connects it again. */
export function Connect() {
  const { t } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useEnrolErrorText()
  return (
    <CentralForm
      title={t('setUp.central.title')}
      sub={t('setUp.central.sub')}
      onBack={() => kiosk.goTo('office')}
      onDone={async (central) => {
        if (!central) return undefined
        const answer = await call('app.enrol', central)
        if (!answer.ok) return errorText(answer.error)
        kiosk.goTo('console')
        return undefined
      }}
    />
  )
}
