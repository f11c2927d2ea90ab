import { useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { focusFirstError, Screen, TextField } from '../../ui/index.ts'

export type CentralAddress = { readonly url: string; readonly enrolmentCode: string }

export type CentralFormProps = {
  readonly title: string
  readonly sub: string
  readonly onBack: () => void
  /** Answers what went wrong, if anything; null: the connection comes later. */
  readonly onDone: (central: CentralAddress | null) => Promise<string | undefined>
  /** Offers "Nanti saja". */
  readonly mayWait?: boolean
}

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text)

/** Address of the central API and the one-time code that LKPP gave for this kiosk. */
export function CentralForm({ title, sub, onBack, onDone, mayWait = false }: CentralFormProps) {
  const { t } = useText()
  const [url, setUrl] = useState('')
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState(false)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState<'connect' | 'later' | null>(null)

  const send = async (what: 'connect' | 'later') => {
    if (busy) return
    if (what === 'connect' && (!isWebAddress(url.trim()) || code.trim() === '')) {
      setChecked(true)
      return focusFirstError()
    }
    setBusy(what)
    setError(await onDone(what === 'later' ? null : { url: url.trim(), enrolmentCode: code.trim() }))
    setBusy(null)
  }
  return (
    <Screen
      turn="petugas"
      title={title}
      sub={sub}
      {...(error ? { error } : {})}
      back={{ onPress: onBack }}
      secondary={
        mayWait
          ? [
              {
                label: t('setUp.central.later'),
                onPress: () => void send('later'),
                busy: busy === 'later',
              },
            ]
          : []
      }
      primary={{
        label: t('setUp.central.connect'),
        onPress: () => void send('connect'),
        busy: busy === 'connect',
      }}
    >
      <TextField
        label={t('setUp.central.url')}
        hint={t('setUp.central.url.hint')}
        value={url}
        onChange={setUrl}
        maxLength={200}
        error={checked && !isWebAddress(url.trim()) ? t('setUp.central.url.error') : undefined}
      />
      <TextField
        label={t('setUp.central.code')}
        value={code}
        onChange={setCode}
        maxLength={200}
        error={checked && code.trim() === '' ? t('setUp.required') : undefined}
      />
    </Screen>
  )
}
