import { Pencil, Send } from 'lucide-react'
import { useRef, useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { Button, CodeField, Notice, type ScreenAction } from '../../ui/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import type { SentCode } from './CodesScreen.tsx'
import { useSecondsLeft } from './use-seconds-left.ts'

/** After this long without a code the ways out are named. */
const LATE_SECONDS = 30

export type TypeCodeProps = {
  readonly sent: SentCode
  readonly notice: string | undefined
  readonly asking: boolean
  readonly onResend: () => void
  /** The code was accepted, used up or put off. */
  readonly onSettled: () => void
  readonly onDefer: () => void
  readonly onBack: () => void
}

/** S10b: the registrant types the code. It lives in this component only and goes with it. */
export function TypeCode({ sent, notice, asking, onResend, onSettled, onDefer, onBack }: TypeCodeProps) {
  const { t } = useText()
  const { form, call, goTo, showFailure } = useStep()
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const [spent, setSpent] = useState(false)
  const [checking, setChecking] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const left = useSecondsLeft(sent.resendAfterSeconds)
  const late = sent.resendAfterSeconds - left >= LATE_SECONDS
  const contactStep = form.steps.find((each) => each.screen === 'contact')

  const check = async () => {
    if (code.length < sent.length) {
      return setError(t('codes.incomplete', { n: sent.length, typed: code.length }))
    }
    setChecking(true)
    const answer = await call('visit.verifyCode', { channel: sent.channel, code })
    setChecking(false)
    if (!answer.ok) return showFailure(answer.error)
    setCode('')
    input.current?.focus()
    if (answer.value.kind === 'wrong') return setError(t('otp.wrong', { n: answer.value.triesLeft }))
    if (answer.value.kind === 'expired') return setError(t('otp.expired'))
    if (answer.value.kind === 'spent') return setSpent(true)
    onSettled()
  }

  const resend: ScreenAction =
    left > 0
      ? {
          label: t('codes.resendIn', { n: left }),
          onPress: () => setError(t('codes.tooSoon')),
          icon: <Send aria-hidden="true" />,
        }
      : { label: t('btn.Kirim ulang'), onPress: onResend, icon: <Send aria-hidden="true" />, busy: asking }
  const change: ScreenAction[] = contactStep
    ? [
        {
          label: t(sent.channel === 'phone' ? 'btn.Ganti nomor' : 'codes.changeEmail'),
          onPress: () => void goTo(contactStep.id),
          icon: <Pencil aria-hidden="true" />,
        },
      ]
    : []

  return (
    <StepScreen
      title={t(spent ? 'codes.spent.title' : 'codes.type.title')}
      {...(spent ? {} : { sub: t('codes.type.sub', { to: sent.maskedDestination }) })}
      view={`type:${sent.channel}`}
      back={onBack}
      primary={
        spent
          ? { label: t('btn.Lanjutkan'), onPress: onSettled }
          : { label: t('btn.Validasi kode'), onPress: () => void check(), busy: checking }
      }
      secondary={spent ? [] : [resend, ...change]}
    >
      {spent ? (
        <Notice kind="info">{t('otp.spent')}</Notice>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void check()
          }}
        >
          <CodeField
            label={t(sent.channel === 'phone' ? 'codes.phone' : 'codes.email')}
            hint={t('codes.length', { n: sent.length })}
            value={code}
            inputRef={input}
            autoFocus
            length={sent.length}
            error={error}
            onChange={(digits) => {
              setCode(digits)
              setError(undefined)
            }}
          >
            {late ? (
              <Notice
                kind="info"
                // Nobody is stuck here: a code that does not come may follow later.
                action={left > 0 ? null : <Button onPress={onDefer}>{t('btn.Lanjut, kode menyusul')}</Button>}
              >
                {t('otp.late')}
              </Notice>
            ) : notice ? (
              <Notice kind="ok">{notice}</Notice>
            ) : null}
          </CodeField>
        </form>
      )}
    </StepScreen>
  )
}
