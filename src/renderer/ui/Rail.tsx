import { Check } from 'lucide-react'
import type { RailStation } from '#shared/domain/forms/form-definition.ts'
import { useText } from '../i18n/index.ts'
import styles from './Rail.module.css'

/** Where a visit stands: the station being worked on and those finished (SOP 003 steps 10 and 12). */
export type RailState = {
  /** The stations that this visit has, in order. */
  readonly stations: readonly RailStation[]
  readonly current: RailStation
  readonly done: readonly RailStation[]
}

/** The stations of a visit; finished ones carry a green tick and the word for it. */
export function Rail({ stations, current, done }: RailState) {
  const { t } = useText()
  return (
    <ol className={styles.rail} aria-label={t('rail.label')}>
      {stations.map((station, index) => {
        const isDone = done.includes(station) && station !== current
        return (
          <li
            key={station}
            className={styles.station}
            data-done={isDone || undefined}
            data-now={station === current || undefined}
            aria-current={station === current ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden="true">
              {isDone ? <Check /> : index + 1}
            </span>
            <span>{t(`rail.${station}`)}</span>
            {isDone ? <span className="visually-hidden">{t('rail.done')}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
