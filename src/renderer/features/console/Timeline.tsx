import type { SubmissionEventView } from '#shared/contract/views.ts'
import { formatDateTime, hasMessage, useText } from '../../i18n/index.ts'
import styles from './Timeline.module.css'

/** Everything that happened to one registration, in words, the newest first. */
export function Timeline({ events }: { readonly events: readonly SubmissionEventView[] }) {
  const { t, language } = useText()
  const what = (event: SubmissionEventView): string => {
    if (event.event === 'central-status') return t('event.central-status', { state: t(`state.${event.to}`) })
    const key = `event.${event.event}`
    return t(hasMessage(key) ? key : 'event.other')
  }
  const why = (event: SubmissionEventView): string | null => {
    const keys = [`cause.${event.detail}`, `cancel.reason.${event.detail}`]
    const key = event.detail === null ? undefined : keys.find(hasMessage)
    return key && hasMessage(key) ? t(key) : null
  }
  return (
    <ol className={styles.timeline} reversed>
      {events.toReversed().map((event, index) => (
        // Events are only ever added: their place from the end is theirs for good.
        <li key={events.length - index}>
          <time dateTime={event.at}>{formatDateTime(event.at, language)}</time>
          <span>
            {what(event)}
            {why(event) ? <span className={styles.why}>: {why(event)}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
