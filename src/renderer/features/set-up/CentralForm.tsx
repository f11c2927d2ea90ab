import { Cable, Settings2 } from 'lucide-react'
import { useState } from 'react'
import type { ConnectionView } from '#shared/contract/views.ts'
import type { ConnectionInput } from '#shared/domain/connection.ts'
import { useText } from '../../i18n/index.ts'
import { Button, focusFirstError, Notice, Screen, TextField } from '../../ui/index.ts'
import {
  type ConnectionChoices,
  ConnectionForm,
  choicesOf,
  connectionInput,
  useConnectionTest,
} from '../connection/index.ts'

export type CentralAddress = {
  readonly url: string
  readonly enrolmentCode: string
  /** Proxy and office certificate, where somebody changed them here. */
  readonly connection?: ConnectionInput
}

export type CentralFormProps = {
  readonly title: string
  readonly sub: string
  /** How the central is reached until it is changed here. */
  readonly line: ConnectionView
  readonly onBack: () => void
  /** Answers what went wrong, if anything; null: the connection comes later. */
  readonly onDone: (central: CentralAddress | null) => Promise<string | undefined>
  /** Offers "Nanti saja". */
  readonly mayWait?: boolean
}

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text)

/**
 * Address of the central API and the one-time code that LKPP gave for this kiosk. The line can be tried before the code is
 * spent, and the office's proxy and certificate set.
 */
export function CentralForm({ title, sub, line, onBack, onDone, mayWait = false }: CentralFormProps) {
  const { t } = useText()
  const [url, setUrl] = useState('')
  const [code, setCode] = useState('')
  const [chosen, setChosen] = useState<ConnectionChoices>()
  const [onLine, setOnLine] = useState(false)
  const [checked, setChecked] = useState<'nothing' | 'url' | 'all'>('nothing')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState<'connect' | 'later' | null>(null)
  const trial = useConnectionTest()

  const address = url.trim()
  const choices = chosen ?? choicesOf(line)
  const proxy = choices.proxy === 'manual' ? choices.proxyUrl : t(`office.proxy.${choices.proxy}`)
  const connection = chosen ? { connection: connectionInput(chosen) } : {}

  const test = async () => {
    setError(undefined)
    if (isWebAddress(address)) return trial.test({ url: address, ...connection })
    setChecked('url')
    focusFirstError()
  }
  const send = async (what: 'connect' | 'later') => {
    if (busy) return
    trial.clear()
    if (what === 'connect' && (!isWebAddress(address) || code.trim() === '')) {
      setChecked('all')
      return focusFirstError()
    }
    setBusy(what)
    setError(
      await onDone(what === 'later' ? null : { url: address, enrolmentCode: code.trim(), ...connection }),
    )
    setBusy(null)
  }

  if (onLine)
    return (
      <ConnectionForm
        start={choices}
        ca={line.ca}
        url={isWebAddress(address) ? address : undefined}
        onBack={() => setOnLine(false)}
        onSave={async (next) => {
          setChosen(next)
          setOnLine(false)
          return undefined
        }}
      />
    )
  return (
    <Screen
      turn="petugas"
      title={title}
      sub={sub}
      {...(error ? { error } : {})}
      back={{ onPress: onBack }}
      secondary={[
        ...(mayWait
          ? [{ label: t('setUp.central.later'), onPress: () => void send('later'), busy: busy === 'later' }]
          : []),
        {
          label: t('office.connection.test'),
          icon: <Cable aria-hidden="true" />,
          onPress: () => void test(),
          busy: trial.busy,
        },
      ]}
      primary={{
        label: t('setUp.central.connect'),
        onPress: () => void send('connect'),
        busy: busy === 'connect',
      }}
    >
      {trial.said ? <Notice kind={trial.said.kind}>{trial.said.text}</Notice> : null}
      <TextField
        label={t('setUp.central.url')}
        hint={t('setUp.central.url.hint')}
        value={url}
        onChange={(next) => {
          setUrl(next)
          trial.clear()
        }}
        maxLength={200}
        error={checked !== 'nothing' && !isWebAddress(address) ? t('setUp.central.url.error') : undefined}
      />
      <TextField
        label={t('setUp.central.code')}
        value={code}
        onChange={setCode}
        maxLength={200}
        error={checked === 'all' && code.trim() === '' ? t('setUp.required') : undefined}
      />
      <Notice
        kind="info"
        action={
          <Button icon={<Settings2 aria-hidden="true" />} onPress={() => setOnLine(true)}>
            {t('setUp.central.line')}
          </Button>
        }
      >
        {t('setUp.central.line.about', { proxy })}
      </Notice>
    </Screen>
  )
}
