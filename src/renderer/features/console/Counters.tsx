import { useView } from '../../app/state/index.ts'
import { formatAge, formatNumber, useText } from '../../i18n/index.ts'
import styles from './Counters.module.css'

type Counter = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly note?: string
  readonly tone?: 'amber' | 'red'
}

/** The kiosk at a glance: what waits, what needs somebody, network, clock, and whether it takes new people. */
export function Counters() {
  const { t, language } = useText()
  const status = useView((state) => state.status)
  if (!status) return null
  const { queue, network, clock, intake } = status
  const stopped = intake.open ? null : intake.reason
  const number = (value: number) => formatNumber(value, language)
  const counters: readonly Counter[] = [
    {
      id: 'waiting',
      label: t('console.queue'),
      value: queue.limit === null ? number(queue.waiting) : `${number(queue.waiting)}/${number(queue.limit)}`,
      ...(stopped === 'limit' ? { tone: 'red' } : queue.warning ? { tone: 'amber' } : {}),
      ...(queue.oldestAt
        ? { note: t('console.oldest', { age: formatAge(queue.oldestAt, new Date(), language) }) }
        : {}),
    },
    {
      id: 'attention',
      label: t('console.attention'),
      value: number(queue.needsAttention),
      ...(queue.needsAttention > 0 ? { tone: 'amber' } : {}),
    },
    {
      id: 'rejected',
      label: t('console.rejected'),
      value: number(queue.rejected),
      ...(queue.rejected > 0 ? { tone: 'red' } : {}),
    },
    {
      id: 'central',
      label: t('console.central'),
      value: t(network.online ? 'console.central.online' : 'console.central.offline'),
      ...(network.online ? {} : { tone: 'amber' }),
    },
    {
      id: 'clock',
      label: t('console.clock'),
      value: t(clock.state === 'ok' ? 'console.clock.ok' : 'console.clock.off'),
      ...(clock.state === 'ok' ? {} : { tone: 'red' }),
    },
    {
      id: 'intake',
      label: t('console.new'),
      value: t(intake.open ? 'console.intake.open' : 'console.intake.stopped'),
      ...(intake.open ? {} : { tone: 'red' }),
    },
  ]
  return (
    <dl className={styles.counters}>
      {counters.map((counter) => (
        <div key={counter.id} className={styles.counter} data-tone={counter.tone}>
          <dt>{counter.label}</dt>
          <dd>{counter.value}</dd>
          {counter.note ? <dd className={styles.note}>{counter.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
