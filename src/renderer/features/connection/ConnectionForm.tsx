import { Cable } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { ChoiceCards, focusFirstError, Notice, Screen, TextField } from '../../ui/index.ts'
import styles from './ConnectionForm.module.css'
import { type ConnectionChoices, choiceProblems, connectionInput } from './connection-choices.ts'
import { useConnectionTest } from './use-connection-test.ts'

const MAX_ADDRESS = 500
const MAX_PATH = 1_000
const PROXIES = ['system', 'none', 'manual'] as const
const AUTHORITIES = ['keep', 'none', 'file'] as const
/** Where no certificate is kept yet, there is none to keep or to take away. */
const NEW_AUTHORITIES = ['keep', 'file'] as const

export type ConnectionFormProps = {
  readonly start: ConnectionChoices
  /** Subject of the office's certificate that is kept now. */
  readonly ca: string | null
  /** Whom a test calls; without it the central in use. */
  readonly url?: string | undefined
  readonly onBack: () => void
  /** Answers what went wrong, if anything. */
  readonly onSave: (choices: ConnectionChoices) => Promise<string | undefined>
}

/** Proxy and own certificate authority, with a test that changes nothing. */
export function ConnectionForm({ start, ca, url, onBack, onSave }: ConnectionFormProps) {
  const { t } = useText()
  const [choices, setChoices] = useState(start)
  const [checked, setChecked] = useState(false)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<{ readonly kind: 'error'; readonly text: string }>()
  const line = useConnectionTest()
  const said = error ?? line.said

  const result = useRef<HTMLDivElement>(null)
  // The result stands at the top; with every field open it would be out of sight.
  useEffect(() => {
    if (said) result.current?.scrollIntoView({ block: 'center' })
  }, [said])

  const problems = choiceProblems(choices)
  const clear = () => {
    line.clear()
    setError(undefined)
  }
  const change = (part: Partial<ConnectionChoices>) => {
    setChoices((before) => ({ ...before, ...part }))
    clear()
  }
  const isFilled = (): boolean => {
    setChecked(true)
    clear()
    if (!problems.proxyUrl && !problems.caFile) return true
    focusFirstError()
    return false
  }
  const test = async () => {
    if (saving || !isFilled()) return
    await line.test({ ...(url === undefined ? {} : { url }), connection: connectionInput(choices) })
  }
  const save = async () => {
    if (saving || line.busy || !isFilled()) return
    setSaving(true)
    const text = await onSave(choices)
    setError(text === undefined ? undefined : { kind: 'error', text })
    setSaving(false)
  }
  return (
    <Screen
      turn="petugas"
      title={t('office.connection.title')}
      sub={t('office.connection.sub')}
      scroll
      back={{ onPress: onBack }}
      secondary={[
        {
          label: t('office.connection.test'),
          icon: <Cable aria-hidden="true" />,
          onPress: () => void test(),
          busy: line.busy,
        },
      ]}
      primary={{ label: t('btn.Simpan'), onPress: () => void save(), busy: saving }}
    >
      {said ? (
        <div ref={result}>
          <Notice kind={said.kind}>{said.text}</Notice>
        </div>
      ) : null}
      <h2>{t('office.proxy')}</h2>
      <ChoiceCards
        columns={3}
        label={t('office.proxy')}
        choices={PROXIES.map((value) => ({ value, label: t(`office.proxy.${value}`) }))}
        value={choices.proxy}
        onChange={(proxy) => change({ proxy })}
      />
      {choices.proxy === 'manual' ? (
        <TextField
          label={t('office.proxy.url')}
          hint={t('office.proxy.url.hint')}
          value={choices.proxyUrl}
          onChange={(proxyUrl) => change({ proxyUrl })}
          maxLength={MAX_ADDRESS}
          error={checked && problems.proxyUrl ? t('office.proxy.url.error') : undefined}
        />
      ) : null}
      <h2>{t('office.ca')}</h2>
      {ca ? <p className={styles.now}>{t('office.ca.now', { subject: ca })}</p> : null}
      <ChoiceCards
        columns={3}
        label={t('office.ca')}
        choices={(ca ? AUTHORITIES : NEW_AUTHORITIES).map((value) => ({
          value,
          label: t(`office.ca.${value}`),
        }))}
        value={choices.ca}
        onChange={(ca) => change({ ca })}
      />
      {choices.ca === 'file' ? (
        <TextField
          label={t('office.ca.path')}
          hint={t('office.ca.path.hint')}
          value={choices.caFile}
          onChange={(caFile) => change({ caFile })}
          maxLength={MAX_PATH}
          error={checked && problems.caFile ? t('setUp.required') : undefined}
        />
      ) : null}
    </Screen>
  )
}
