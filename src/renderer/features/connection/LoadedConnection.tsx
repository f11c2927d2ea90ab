import { type ReactNode, useEffect, useState } from 'react'
import type { ConnectionView } from '#shared/contract/views.ts'
import { useCall } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { Screen, Spinner } from '../../ui/index.ts'

export type LoadedConnectionProps = {
  readonly onBack: () => void
  readonly children: (connection: ConnectionView) => ReactNode
}

/** A screen that needs to know how the central is reached now; only an admin may ask. */
export function LoadedConnection({ onBack, children }: LoadedConnectionProps) {
  const { t } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const [connection, setConnection] = useState<ConnectionView>()
  const [error, setError] = useState<string>()

  useEffect(() => {
    let gone = false
    void call('app.connection', {}).then((answer) => {
      if (gone) return
      if (answer.ok) setConnection(answer.value)
      else setError(errorText(answer.error))
    })
    return () => {
      gone = true
    }
  }, [call, errorText])

  if (connection) return children(connection)
  return (
    <Screen
      turn="petugas"
      title={t('office.connection.title')}
      {...(error ? {} : { sub: t('connection.loading') })}
      {...(error ? { error } : {})}
      back={{ onPress: onBack }}
      centred
    >
      {error ? null : <Spinner />}
    </Screen>
  )
}
