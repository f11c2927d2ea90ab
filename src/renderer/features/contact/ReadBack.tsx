import { Clock, Lock, Mail, Pencil, Smartphone } from 'lucide-react'
import { formatPhone, maskEmail, maskPhone } from '#shared/domain/identity/index.ts'
import type { CheckState } from '#shared/domain/submission/payload.ts'
import { useText } from '../../i18n/index.ts'
import { EmailText, Notice, type ScreenAction } from '../../ui/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import { type CodeChannel, channelsOf, isSettled, nextOpenChannel } from './code-plan.ts'
import styles from './contact.module.css'

export type ReadBackProps = {
  readonly notice: string | undefined
  readonly asking: boolean
  readonly onRequest: (channel: CodeChannel) => void
  readonly onDefer: () => void
}

/** S10a: e-mail and phone in 40u, before they can no longer be changed; also the end of S10 once all is settled. */
export function ReadBack({ notice, asking, onRequest, onDefer }: ReadBackProps) {
  const { t } = useText()
  const { step, form, snapshot, text, online, advance, goTo } = useStep()
  const wanted = step.checks ?? []
  const next = nextOpenChannel(wanted, snapshot.checks)
  const contactStep = form.steps.find((each) => each.screen === 'contact')
  const anyLocked = channelsOf(wanted).every(({ check }) => snapshot.checks[check] === 'passed')

  const primary: ScreenAction = !next
    ? { label: t('btn.Lanjutkan'), onPress: () => void advance() }
    : online
      ? { label: t('btn.Minta kode'), onPress: () => onRequest(next), busy: asking }
      : { label: t('btn.Lanjut, kode menyusul'), onPress: onDefer }
  const change: ScreenAction[] =
    contactStep && !anyLocked
      ? [
          {
            label: t('btn.Ubah'),
            onPress: () => void goTo(contactStep.id),
            icon: <Pencil aria-hidden="true" />,
          },
        ]
      : []
  return (
    <StepScreen
      title={t(next ? 'codes.title' : 'codes.done.title')}
      sub={t(next ? 'codes.sub' : 'codes.done.sub')}
      view="read-back"
      centred
      primary={primary}
      secondary={change}
      groupIssues={wanted}
    >
      <ul className={styles.readBack}>
        {asTyped(wanted).map(({ channel, check, field }) => {
          const state = snapshot.checks[check]
          const value = text(field)
          // Once settled the whole address need not stand in large letters on a shared screen.
          const shown = isSettled(state)
            ? mask(channel, value)
            : channel === 'phone'
              ? formatPhone(value)
              : value
          return (
            <li key={channel}>
              {channel === 'phone' ? <Smartphone aria-hidden="true" /> : <Mail aria-hidden="true" />}
              <span className={styles.address}>
                <EmailText>{shown}</EmailText>
              </span>
              <CodeState state={state} />
            </li>
          )
        })}
      </ul>
      {notice ? <Notice kind="info">{notice}</Notice> : null}
      {!online && next && !notice ? <Notice kind="info">{t('codes.offline')}</Notice> : null}
      {online && next && snapshot.checks['email-registered'] === 'passed' ? (
        <Notice kind="info">{t('codes.unregistered')}</Notice>
      ) : null}
    </StepScreen>
  )
}

/** E-mail above phone, as they were typed; the codes are asked for the other way round. */
const asTyped = (wanted: Parameters<typeof channelsOf>[0]) => channelsOf(wanted).toReversed()

const mask = (channel: CodeChannel, value: string) =>
  channel === 'phone' ? maskPhone(value) : maskEmail(value)

function CodeState({ state }: { readonly state: CheckState | undefined }) {
  const { t } = useText()
  if (state !== 'passed' && state !== 'deferred' && state !== 'spent') return null
  return (
    <span className={styles.codeState} data-state={state}>
      {state === 'passed' ? <Lock aria-hidden="true" /> : <Clock aria-hidden="true" />}
      {t(`codes.state.${state}`)}
    </span>
  )
}
