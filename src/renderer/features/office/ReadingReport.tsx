import { useEffect, useState } from 'react'
import type { ReadingReportView } from '#shared/contract/views.ts'
import { useCall } from '../../app/state/index.ts'
import { formatNumber, useErrorText, useText } from '../../i18n/index.ts'
import { Notice, Screen } from '../../ui/index.ts'
import styles from './ReadingReport.module.css'

/** How often each field of a card that was read had to be corrected by hand; the most corrected first. */
export function ReadingReport({ onBack }: { readonly onBack: () => void }) {
  const { t, language } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const [report, setReport] = useState<ReadingReportView>()
  const [error, setError] = useState<string>()
  useEffect(() => {
    void call('app.readingReport', {}).then((answer) => {
      if (answer.ok) setReport(answer.value)
      else setError(errorText(answer.error))
    })
  }, [call, errorText])

  const number = (value: number) => formatNumber(value, language)
  const share = (part: number, whole: number) => `${number(Math.round((100 * part) / whole))}%`
  const rows = report ? [...report.fields].sort((a, b) => b.corrected - a.corrected) : []
  return (
    <Screen
      turn="petugas"
      title={t('office.reading.title')}
      sub={t('office.reading.sub')}
      scroll
      {...(error ? { error } : {})}
      back={{ onPress: onBack }}
    >
      {report?.cards === 0 ? (
        <Notice kind="info">{t('office.reading.none', { days: number(report.days) })}</Notice>
      ) : null}
      {report && report.cards > 0 ? (
        <>
          <p className={styles.about}>
            {t('office.reading.cards', { n: number(report.cards), days: number(report.days) })}
          </p>
          <table className={styles.table}>
            <caption className="visually-hidden">{t('office.reading.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('office.reading.field')}</th>
                <th scope="col">{t('office.reading.corrected')}</th>
                <th scope="col">{t('office.reading.share')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ field, corrected }) => (
                <tr key={field} data-none={corrected === 0 || undefined}>
                  <th scope="row">{t(`field.${field}.label`)}</th>
                  <td>{number(corrected)}</td>
                  <td>{share(corrected, report.cards)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </Screen>
  )
}
