import type { AppStatus } from '#shared/contract/views.ts'
import { useKiosk, useView } from '../../app/state/index.ts'
import { formatTime, hasMessage, type MessageKey, useText } from '../../i18n/index.ts'
import { Button, Notice } from '../../ui/index.ts'
import styles from './ConsoleNotices.module.css'
import { StartNotice } from './StartNotice.tsx'

/** The intake's stop in the words of this console, where the officer can act on it. */
const STOPPED = {
  limit: 'console.stopped.limit',
  'disk-full': 'intake.disk-full',
  clock: 'intake.clock',
  'not-set-up': 'intake.not-set-up',
} as const satisfies Record<NonNullable<AppStatus['intake']['reason']>, string>

/** Why the central is out of reach, in the words of the connection test, which also say what to do. */
function causeKey(cause: string | null): MessageKey {
  const key = `connection.${cause ?? 'offline'}`
  return hasMessage(key) ? key : 'connection.other'
}

/** The same in a few words, for the middle of a sentence. */
function shortCauseKey(cause: string): MessageKey {
  const key = `cause.${cause}`
  return hasMessage(key) ? key : 'cause.offline'
}

/** Everything staff must know before the list, gravest first: what happened, why it stands still, what to do. */
export function ConsoleNotices() {
  const { t, language } = useText()
  const kiosk = useKiosk()
  const status = useView((state) => state.status)
  if (!status) return null
  const { intake, queue, recoveryKey, drafts, network, disk } = status
  const stopped = intake.open ? null : intake.reason
  // Not connected yet stops the intake as well: saying it once is enough.
  const paused = queue.paused === 'not-enrolled' && stopped === 'not-set-up' ? null : queue.paused
  // The line above every screen says that the internet is gone, since when and what to do.
  const isPlainlyOffline = network.cause === null || network.cause === 'offline'
  return (
    <div className={styles.notices}>
      <StartNotice />
      {stopped ? (
        <Notice kind="error">
          {t('console.stopped')} {t(STOPPED[stopped])}
        </Notice>
      ) : null}
      {paused ? <Notice kind="error">{t(`console.paused.${paused}`)}</Notice> : null}
      {network.online || isPlainlyOffline || paused || stopped === 'not-set-up' ? null : (
        <Notice kind="unsure">
          <strong>{t('console.offline.title', { time: formatTime(network.since, language) })}</strong>{' '}
          {t(causeKey(network.cause))} {t('console.offline.go-on')}
        </Notice>
      )}
      {network.reports.cause === null || paused ? null : (
        <Notice kind="unsure">
          {t('console.reports.failing', { cause: t(shortCauseKey(network.reports.cause)) })}
        </Notice>
      )}
      {network.reports.unread > 0 ? (
        <Notice kind="unsure">{t('console.reports.unread', { n: network.reports.unread })}</Notice>
      ) : null}
      {disk.state === 'low' ? (
        <Notice kind="unsure">
          {t('console.disk.warning', { n: Math.floor(disk.freeBytes / 1_000_000_000) })}
        </Notice>
      ) : null}
      {queue.warning && stopped !== 'limit' ? (
        <Notice kind="unsure">{t(`console.warning.${queue.warning}`)}</Notice>
      ) : null}
      {recoveryKey === 'missing' ? <Notice kind="unsure">{t('recovery.missing')}</Notice> : null}
      {drafts > 0 ? (
        <Notice kind="unsure" action={<Button onPress={() => kiosk.goTo('drafts')}>{t('btn.Lihat')}</Button>}>
          {t('console.drafts', { n: drafts })}
        </Notice>
      ) : null}
    </div>
  )
}
