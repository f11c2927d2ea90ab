import { useCall, useKiosk } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { LoadedConnection } from '../connection/index.ts'
import { CentralForm, useEnrolErrorText } from '../set-up/index.ts'

/** For the admin: connects this kiosk to the central, or connects it again. */
export function Connect() {
  const { t } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useErrorText()
  const enrolErrorText = useEnrolErrorText()
  const back = () => kiosk.goTo('office')
  return (
    <LoadedConnection onBack={back}>
      {(line) => (
        <CentralForm
          title={t('setUp.central.title')}
          sub={t('setUp.central.sub')}
          line={line}
          onBack={back}
          onDone={async (central) => {
            if (!central) return undefined
            const { connection, ...address } = central
            const set = connection ? await call('app.setConnection', connection) : undefined
            if (set && !set.ok) return errorText(set.error)
            const answer = await call('app.enrol', address)
            if (!answer.ok) return enrolErrorText(answer.error)
            kiosk.goTo('console')
            return undefined
          }}
        />
      )}
    </LoadedConnection>
  )
}
