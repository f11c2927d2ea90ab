import { useState } from 'react'
import type { CodeRequestView } from '#shared/contract/views.ts'
import { useText } from '../../i18n/index.ts'
import { useStep } from '../step/index.ts'
import { type CodeChannel, nextOpenChannel } from './code-plan.ts'
import { ReadBack } from './ReadBack.tsx'
import { TypeCode } from './TypeCode.tsx'

/** A code on its way, as the screen knows it: never the code itself. */
export type SentCode = Extract<CodeRequestView, { kind: 'sent' }> & {
  readonly channel: CodeChannel
  /** Tells a code from the one before it: a new one starts its own countdown. */
  readonly number: number
}

/** S10: the contacts are read back in large type, then each is proved by a code (SOP 000 steps 8–10, SOP 003 steps 5–7). */
export function CodesScreen() {
  const { t } = useText()
  const { step, snapshot, call, advance, showFailure } = useStep()
  const [sent, setSent] = useState<SentCode>()
  const [asking, setAsking] = useState(false)
  const [notice, setNotice] = useState<string>()
  const wanted = step.checks ?? []

  const request = async (channel: CodeChannel) => {
    setAsking(true)
    setNotice(undefined)
    showFailure(undefined)
    const answer = await call('visit.requestCode', { channel })
    setAsking(false)
    if (!answer.ok) {
      if (answer.error.code === 'central' && answer.error.kind === 'too-soon') setNotice(t('codes.tooSoon'))
      else showFailure(answer.error)
      return
    }
    if (answer.value.kind === 'deferred') {
      setSent(undefined)
      setNotice(t('codes.offline'))
      return
    }
    if (sent?.channel === channel) setNotice(t('codes.resent'))
    setSent({ ...answer.value, channel, number: (sent?.number ?? 0) + 1 })
  }

  /** A code was accepted, used up or put off: on to the next one, or back to the summary. */
  const settled = async (channel: CodeChannel) => {
    const now = await call('visit.current', {})
    const checks = now.ok && now.value ? now.value.checks : snapshot.checks
    const next = nextOpenChannel(wanted, checks)
    setSent(undefined)
    if (next && next !== channel) await request(next)
    else if (!next) await advance()
  }

  const deferAll = async () => {
    const answer = await call('visit.deferCodes', {})
    if (answer.ok) await advance()
    else showFailure(answer.error)
  }

  if (sent) {
    return (
      <TypeCode
        key={`${sent.channel}:${sent.number}`}
        sent={sent}
        notice={notice}
        asking={asking}
        onResend={() => void request(sent.channel)}
        onSettled={() => void settled(sent.channel)}
        onDefer={() => void deferAll()}
        onBack={() => setSent(undefined)}
      />
    )
  }
  return (
    <ReadBack
      notice={notice}
      asking={asking}
      onRequest={(channel) => void request(channel)}
      onDefer={() => void deferAll()}
    />
  )
}
