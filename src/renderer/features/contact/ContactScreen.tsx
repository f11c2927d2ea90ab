import { MailX } from 'lucide-react'
import { useState } from 'react'
import { checkStep } from '#shared/domain/forms/index.ts'
import type { FieldValue } from '#shared/domain/submission/payload.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog } from '../../ui/index.ts'
import { FieldControl, StepScreen, useStep } from '../step/index.ts'
import styles from './contact.module.css'
import { EmailAdvice } from './EmailAdvice.tsx'
import { NoEmailDialog } from './NoEmailDialog.tsx'

/** S9: e-mail, mobile number, username (SOP 000 steps 1–4, 8, 11). */
export function ContactScreen() {
  const { t } = useText()
  const { step, snapshot, fields, value, keep, advance, call, online, showIssues, busy } = useStep()
  const [checking, setChecking] = useState(false)
  const [open, setOpen] = useState<'registered' | 'no-email'>()

  const goOn = async () => {
    const typed = Object.fromEntries(
      fields.flatMap((field): [string, FieldValue][] => {
        const own = value(field.id)
        return own === undefined ? [] : [[field.id, own]]
      }),
    )
    const { issues } = checkStep(step, snapshot.values, typed)
    if (issues.length > 0) return showIssues(issues)
    if (!online) return void advance()
    // Asked before moving on, so that "this e-mail has an account" can still be answered with another one.
    setChecking(true)
    const kept = await keep()
    const answer = kept ? await call('visit.checkContact', {}) : undefined
    setChecking(false)
    if (!kept) return
    if (answer?.ok && answer.value.checks['email-registered'] === 'failed') return setOpen('registered')
    await advance()
  }

  const locked = (check: 'phone-code' | 'email-code') =>
    snapshot.checks[check] === 'passed' ? { state: 'locked' as const, hint: t('review.locked') } : {}
  const field = (id: string) => fields.find((each) => each.id === id)
  const [email, hp, username] = [field('email'), field('hp'), field('username')]
  return (
    <StepScreen
      title={t('contact.title')}
      sub={t('contact.sub')}
      primary={{
        label: checking ? t('contact.checking') : t('btn.Lanjutkan'),
        onPress: () => void goOn(),
        busy: checking || busy,
      }}
      secondary={[
        {
          label: t('btn.Tidak punya e-mail'),
          onPress: () => setOpen('no-email'),
          icon: <MailX aria-hidden="true" />,
        },
      ]}
    >
      <div className={styles.contact}>
        <div className={styles.column}>
          {email ? <FieldControl field={email} {...locked('email-code')} /> : null}
          <EmailAdvice />
        </div>
        <div className={styles.column}>
          {hp ? <FieldControl field={hp} {...locked('phone-code')} /> : null}
          {username ? <FieldControl field={username} /> : null}
        </div>
      </div>
      {open === 'registered' ? (
        <Dialog
          title={t('contact.registered.title')}
          onEscape={() => setOpen(undefined)}
          primary={{ label: t('btn.Ya, lanjutkan'), onPress: () => void advance(), busy }}
          secondary={{ label: t('contact.registered.other'), onPress: () => setOpen(undefined) }}
        >
          {t('contact.registered.sub')}
        </Dialog>
      ) : null}
      {open === 'no-email' ? <NoEmailDialog onClose={() => setOpen(undefined)} /> : null}
    </StepScreen>
  )
}
