import type { StepTime } from '#shared/domain/visit/index.ts'
import { visitTime } from '#shared/domain/visit/index.ts'
import { formatNumber, hasMessage, useText } from '../../i18n/index.ts'
import styles from './ServiceTime.module.css'

/** The length of a visit in one line, for the petugas: all of it, and the part that the SOPs give a time for. */
export function useServiceTime(): (times: readonly StepTime[]) => string {
  const { t, language } = useText()
  return (times) => {
    const { all, timed, standard } = visitTime(times)
    const number = (minutes: number) => formatNumber(Math.round(minutes), language)
    return standard === 0
      ? t('time.noSop', { all: number(all) })
      : t('time.sop', { all: number(all), timed: number(timed), standard: number(standard) })
  }
}

/** Every step of a visit beside its standard time; nothing in it is about a person. */
export function ServiceTimeTable({ times }: { readonly times: readonly StepTime[] }) {
  const { t, language } = useText()
  const minutes = (seconds: number) =>
    t('time.minutes', { n: formatNumber(Math.round(seconds / 6) / 10, language) })
  const nameOf = (step: string) => {
    const key = [`review.step.${step}`, `time.step.${step}`].find(hasMessage)
    return key && hasMessage(key) ? t(key) : step
  }
  return (
    <table className={styles.times}>
      <thead>
        <tr>
          <th scope="col">{t('time.step')}</th>
          <th scope="col">{t('time.taken')}</th>
          <th scope="col">{t('time.standard')}</th>
        </tr>
      </thead>
      <tbody>
        {times.map(({ step, seconds, standardMinutes }) => (
          <tr
            key={step}
            data-late={standardMinutes !== null && seconds > standardMinutes * 60 ? '' : undefined}
          >
            <th scope="row">{nameOf(step)}</th>
            <td>{minutes(seconds)}</td>
            <td>{standardMinutes === null ? '–' : minutes(standardMinutes * 60)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
