import { useState } from 'react'
import { QueueLimits } from '#shared/domain/submission/limits.ts'
import { useCall, useView } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { focusFirstError, Screen, TextField } from '../../ui/index.ts'
import type { FormProps } from './form-props.ts'

/** The limit as typed: a number, with or without the dots of thousands; nothing at all lifts it. */
function readLimits(typed: string): QueueLimits | undefined {
  const text = typed.replace(/[\s.,]/g, '')
  const read = QueueLimits.safeParse({ maxUnsent: text === '' ? null : Number(text) })
  return read.success ? read.data : undefined
}

/** The office's own limit of unsent registrations, at which new visits stop. */
export function LimitForm({ onBack, onDone }: FormProps) {
  const { t } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const before = useView((state) => state.status?.queue.limit ?? null)
  const [typed, setTyped] = useState(before === null ? '' : String(before))
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const limits = readLimits(typed)
  const save = async () => {
    if (busy) return
    if (!limits) {
      setChecked(true)
      return focusFirstError()
    }
    setBusy(true)
    const answer = await call('app.setLimits', limits)
    setBusy(false)
    if (answer.ok) onDone(t('office.limit.saved'))
    else setError(errorText(answer.error))
  }
  return (
    <Screen
      turn="petugas"
      title={t('office.limit.title')}
      sub={t('office.limit.sub')}
      {...(error ? { error } : {})}
      back={{ onPress: onBack }}
      primary={{ label: t('btn.Simpan'), onPress: () => void save(), busy }}
    >
      <TextField
        large
        autoFocus
        label={t('office.limit.label')}
        hint={t('office.limit.hint')}
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        maxLength={10}
        error={checked && !limits ? t('office.limit.error') : undefined}
      />
    </Screen>
  )
}
