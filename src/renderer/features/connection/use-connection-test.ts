import { useState } from 'react'
import type { CallInput } from '#shared/contract/contract.ts'
import { useCall } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { testWords } from './test-words.ts'

/** Tries to reach a central; changes nothing. What it found stands in `said` until it is cleared. */
export function useConnectionTest() {
  const { t, language } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<ReturnType<typeof testWords>>()

  const test = async (input: CallInput<'app.testConnection'>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setSaid(undefined)
    const answer = await call('app.testConnection', input)
    setBusy(false)
    if (answer.ok) return setSaid(testWords(t, language, answer.value))
    const { error } = answer
    setSaid({
      kind: 'error',
      text: error.code === 'wrong-state' ? t('connection.not-enrolled') : errorText(error),
    })
  }
  return { busy, said, test, clear: () => setSaid(undefined) }
}
