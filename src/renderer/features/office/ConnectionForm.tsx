import { Cable } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { AppError } from '#shared/domain/errors.ts'
import { useCall } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { ChoiceCards, focusFirstError, Notice, Screen, TextField } from '../../ui/index.ts'
import {
  type ConnectionChoices,
  choiceProblems,
  connectionInput,
  FIRST_CHOICES,
} from './connection-choices.ts'
import type { FormProps } from './form-props.ts'
import { testWords } from './test-words.ts'

const MAX_ADDRESS = 500
const MAX_PATH = 1_000
const PROXIES = ['system', 'none', 'manual'] as const
const AUTHORITIES = ['keep', 'none', 'file'] as const

/** Proxy and own certificate authority, with a test that changes nothing. */
export function ConnectionForm({ onBack, onDone }: FormProps) {
  const { t, language } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const [choices, setChoices] = useState(FIRST_CHOICES)
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState<'test' | 'save' | null>(null)
  const [said, setSaid] = useState<ReturnType<typeof testWords>>()

  const result = useRef<HTMLDivElement>(null)
  // The result stands at the top; with every field open it would be out of sight.
  useEffect(() => {
    if (said) result.current?.scrollIntoView({ block: 'center' })
  }, [said])

  const problems = choiceProblems(choices)
  const change = (part: Partial<ConnectionChoices>) => {
    setChoices((before) => ({ ...before, ...part }))
    setSaid(undefined)
  }
  const sayError = (error: AppError) =>
    setSaid({
      kind: 'error',
      text: error.code === 'wrong-state' ? t('connection.not-enrolled') : errorText(error),
    })
  const begin = (what: 'test' | 'save'): boolean => {
    if (busy) return false
    setChecked(true)
    setSaid(undefined)
    if (problems.proxyUrl || problems.caFile) {
      focusFirstError()
      return false
    }
    setBusy(what)
    return true
  }
  const test = async () => {
    if (!begin('test')) return
    const answer = await call('app.testConnection', { connection: connectionInput(choices) })
    setBusy(null)
    if (answer.ok) setSaid(testWords(t, language, answer.value))
    else sayError(answer.error)
  }
  const save = async () => {
    if (!begin('save')) return
    const answer = await call('app.setConnection', connectionInput(choices))
    setBusy(null)
    if (!answer.ok) return sayError(answer.error)
    const subject = answer.value.ca
    onDone(subject ? t('office.connection.saved.ca', { subject }) : t('office.connection.saved'))
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
          busy: busy === 'test',
        },
      ]}
      primary={{ label: t('btn.Simpan'), onPress: () => void save(), busy: busy === 'save' }}
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
      <ChoiceCards
        columns={3}
        label={t('office.ca')}
        choices={AUTHORITIES.map((value) => ({ value, label: t(`office.ca.${value}`) }))}
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
