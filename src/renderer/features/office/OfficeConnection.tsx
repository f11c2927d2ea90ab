import { useCall } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { ConnectionForm, choicesOf, connectionInput, LoadedConnection } from '../connection/index.ts'
import type { FormProps } from './form-props.ts'

/** For the admin: the line to the central as it is set, tried and changed. */
export function OfficeConnection({ onBack, onDone }: FormProps) {
  const { t } = useText()
  const call = useCall()
  const errorText = useErrorText()
  return (
    <LoadedConnection onBack={onBack}>
      {(now) => (
        <ConnectionForm
          start={choicesOf(now)}
          ca={now.ca}
          onBack={onBack}
          onSave={async (choices) => {
            const answer = await call('app.setConnection', connectionInput(choices))
            if (!answer.ok) return errorText(answer.error)
            const subject = answer.value.ca
            onDone(subject ? t('office.connection.saved.ca', { subject }) : t('office.connection.saved'))
            return undefined
          }}
        />
      )}
    </LoadedConnection>
  )
}
