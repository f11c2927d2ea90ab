import { Check } from 'lucide-react'
import styles from './ProgressLine.module.css'

export type ProgressPoint = {
  readonly id: string
  readonly label: string
  readonly state: 'done' | 'now' | 'next' | 'stopped'
}

/** Where a case stands on its way, as a row of points with words. */
export function ProgressLine({
  label,
  points,
}: {
  readonly label: string
  readonly points: readonly ProgressPoint[]
}) {
  return (
    <ol className={styles.line} aria-label={label}>
      {points.map((point) => (
        <li
          key={point.id}
          className={styles.point}
          data-state={point.state}
          aria-current={point.state === 'now' ? 'step' : undefined}
        >
          <span className={styles.mark} aria-hidden="true">
            {point.state === 'done' ? <Check /> : point.state === 'stopped' ? '!' : null}
          </span>
          <span>{point.label}</span>
        </li>
      ))}
    </ol>
  )
}
