import { useState } from 'react'
import { DEFAULT_RETENTION, RetentionDays } from '#shared/domain/submission/retention.ts'
import { useCall, useView } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { focusFirstError, Screen, TextField } from '../../ui/index.ts'
import type { FormProps } from './form-props.ts'

const PERIODS = ['verified', 'rejected', 'sent', 'audit'] as const

/** Days as typed, with or without the dots of thousands; nothing typed is no number. */
const readDays = (typed: string): number => {
  const text = typed.replace(/[\s.,]/g, '')
  return text === '' ? Number.NaN : Number(text)
}

/** How long photos and data stay on this kiosk after the outcome, and the audit trail (UU 27/2022). */
export function RetentionForm({ onBack, onDone }: FormProps) {
  const { t } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const before = useView((state) => state.status?.retention ?? DEFAULT_RETENTION)
  const [typed, setTyped] = useState({
    verified: String(before.verified),
    rejected: String(before.rejected),
    sent: String(before.sent),
    audit: String(before.audit),
  })
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const isWrong = (period: (typeof PERIODS)[number]): boolean =>
    !RetentionDays.shape[period].safeParse(readDays(typed[period])).success
  const save = async () => {
    if (busy) return
    if (PERIODS.some(isWrong)) {
      setChecked(true)
      return focusFirstError()
    }
    setBusy(true)
    const answer = await call('app.setRetention', {
      verified: readDays(typed.verified),
      rejected: readDays(typed.rejected),
      sent: readDays(typed.sent),
      audit: readDays(typed.audit),
    })
    setBusy(false)
    if (answer.ok) onDone(t('office.retention.saved'))
    else setError(errorText(answer.error))
  }
  return (
    <Screen
      turn="petugas"
      title={t('office.retention.title')}
      sub={t('office.retention.sub')}
      scroll
      {...(error ? { error } : {})}
      back={{ onPress: onBack }}
      primary={{ label: t('btn.Simpan'), onPress: () => void save(), busy }}
    >
      {PERIODS.map((period) => (
        <TextField
          key={period}
          label={t(`office.retention.${period}`)}
          hint={t(`office.retention.${period}.hint`)}
          value={typed[period]}
          onChange={(text) => setTyped({ ...typed, [period]: text })}
          inputMode="numeric"
          maxLength={6}
          error={checked && isWrong(period) ? t(`office.retention.${period}.error`) : undefined}
        />
      ))}
    </Screen>
  )
}
