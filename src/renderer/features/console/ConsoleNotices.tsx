import type { AppStatus } from '#shared/contract/views.ts'
import { useKiosk, useView } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Button, Notice } from '../../ui/index.ts'
import { StartNotice } from './StartNotice.tsx'

/** The intake's stop in the words of this console, where the officer can act on it. */
const STOPPED = {
  limit: 'console.stopped.limit',
  'disk-full': 'intake.disk-full',
  clock: 'intake.clock',
  'not-set-up': 'intake.not-set-up',
} as const satisfies Record<NonNullable<AppStatus['intake']['reason']>, string>

/** Everything staff must know before the list, gravest first: what happened, why it stands still, what to do. */
export function ConsoleNotices() {
  const { t } = useText()
  const kiosk = useKiosk()
  const status = useView((state) => state.status)
  if (!status) return null
  const { intake, queue, recoveryKey, drafts } = status
  const stopped = intake.open ? null : intake.reason
  // Not connected yet stops the intake as well: saying it once is enough.
  const paused = queue.paused === 'not-enrolled' && stopped === 'not-set-up' ? null : queue.paused
  return (
    <>
      <StartNotice />
      {stopped ? (
        <Notice kind="error">
          {t('console.stopped')} {t(STOPPED[stopped])}
        </Notice>
      ) : null}
      {paused ? <Notice kind="error">{t(`console.paused.${paused}`)}</Notice> : null}
      {queue.warning && stopped !== 'limit' ? (
        <Notice kind="unsure">{t(`console.warning.${queue.warning}`)}</Notice>
      ) : null}
      {recoveryKey === 'missing' ? <Notice kind="unsure">{t('recovery.missing')}</Notice> : null}
      {drafts > 0 ? (
        <Notice kind="unsure" action={<Button onPress={() => kiosk.goTo('drafts')}>{t('btn.Lihat')}</Button>}>
          {t('console.drafts', { n: drafts })}
        </Notice>
      ) : null}
    </>
  )
}
