import type { AppStatus } from '#shared/contract/views.ts'
import { WARN_UNSENT } from '#shared/domain/submission/limits.ts'
import { useView } from '../../app/state/index.ts'
import { formatAge, formatNumber, formatTime, useText } from '../../i18n/index.ts'
import styles from './Counters.module.css'

type Counter = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly note?: string
  readonly tone?: 'amber' | 'red'
}

/** The SOP's time for a visit, minutes. */
const SOP_MINUTES = 18
/** More than this between the clocks is worth saying, seconds. */
const SKEW_SECONDS = 120
const GB = 1_000_000_000

/** The kiosk at a glance (interface specification §5): what waits, what needs somebody, today, network, clock, disk. */
export function Counters() {
  const { language } = useText()
  const status = useView((state) => state.status)
  const counters = useCounters()
  if (!status) return null
  return (
    <dl className={styles.counters} lang={language}>
      {counters(status).map((counter) => (
        <div key={counter.id} className={styles.counter} data-tone={counter.tone}>
          <dt>{counter.label}</dt>
          <dd>{counter.value}</dd>
          {counter.note ? <dd className={styles.note}>{counter.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}

function useCounters(): (status: AppStatus) => readonly Counter[] {
  const { t, language } = useText()
  const number = (value: number) => formatNumber(value, language)

  const queue = ({ queue, intake }: AppStatus): Counter[] => {
    const tone = intake.reason === 'limit' ? 'red' : queue.warning ? 'amber' : undefined
    return [
      {
        id: 'waiting',
        label: t('console.queue'),
        value: `${number(queue.unsent)}/${number(queue.limit ?? WARN_UNSENT)}`,
        ...(tone ? { tone } : {}),
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
        ...(queue.rejected > 0 ? { tone: 'amber' } : {}),
      },
    ]
  }
  const today = ({ today: { done, medianMinutes } }: AppStatus): Counter[] => [
    { id: 'today', label: t('console.today'), value: number(done) },
    {
      id: 'median',
      label: t('console.median'),
      value: medianMinutes === null ? '-' : number(Math.round(medianMinutes)),
      note: t('console.median.sop'),
      ...(medianMinutes !== null && medianMinutes > SOP_MINUTES ? { tone: 'amber' } : {}),
    },
  ]
  const machine = ({ network, clock, disk, intake }: AppStatus): Counter[] => {
    const skew = Math.abs(clock.skewSeconds ?? 0)
    const gigabytes = t('console.disk.free', { n: number(Math.floor(disk.freeBytes / GB)) })
    return [
      {
        id: 'central',
        label: t('console.central'),
        value: t(network.online ? 'console.central.online' : 'console.central.offline'),
        ...(network.online
          ? {}
          : { tone: 'amber', note: t('console.since', { time: formatTime(network.since, language) }) }),
      },
      {
        id: 'clock',
        label: t('console.clock'),
        value: t(clock.state === 'ok' ? 'console.clock.ok' : 'console.clock.off'),
        ...(clock.state === 'ok' ? (skew > SKEW_SECONDS ? { tone: 'amber' } : {}) : { tone: 'red' }),
        ...(skew > SKEW_SECONDS
          ? {
              note: t('console.clock.skew', {
                age: formatAge(new Date(0), new Date(skew * 1000), language),
              }),
            }
          : {}),
      },
      {
        id: 'disk',
        label: t('console.disk'),
        value: gigabytes,
        ...(disk.state === 'ok' ? {} : { note: t('console.disk.low') }),
        ...(disk.state === 'full' || intake.reason === 'disk-full'
          ? { tone: 'red' }
          : disk.state === 'low'
            ? { tone: 'amber' }
            : {}),
      },
    ]
  }
  return (status) => [...queue(status), ...today(status), ...machine(status)]
}
