import { useState } from 'react'
import type { CaptureSettings } from '#shared/contract/views.ts'
import { useCall, useView } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { Notice, TickBox } from '../../ui/index.ts'

/** What an admin decides for this desk; a petugas does not see it. */
export function CaptureSettingsForm() {
  const { t } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const settings = useView((state) => state.status?.capture)
  const admin = useView((state) => state.status?.staff?.role === 'admin')
  const [error, setError] = useState<string>()
  if (!settings || !admin) return null
  const set = async (change: Partial<CaptureSettings>) => {
    const answer = await call('app.setCapture', { ...settings, ...change })
    setError(answer.ok ? undefined : errorText(answer.error))
  }
  return (
    <>
      <TickBox
        checked={settings.virtualCameras}
        hint={t('camTest.virtual.hint')}
        onChange={(virtualCameras) => void set({ virtualCameras })}
      >
        {t('camTest.virtual')}
      </TickBox>
      <TickBox
        checked={settings.headTurn}
        hint={t('camTest.headTurn.hint')}
        onChange={(headTurn) => void set({ headTurn })}
      >
        {t('camTest.headTurn')}
      </TickBox>
      {error ? <Notice kind="error">{error}</Notice> : null}
    </>
  )
}
