import { FileText, RefreshCw } from 'lucide-react'
import type { SubmissionRow } from '#shared/contract/views.ts'
import { formatAge, formatTime, hasMessage, useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { StateMark } from './StateMark.tsx'
import styles from './SubmissionTable.module.css'

export type SubmissionTableProps = {
  readonly rows: readonly SubmissionRow[]
  readonly onReceipt: (row: SubmissionRow) => void
  readonly onRetry: (row: SubmissionRow) => void
}

/** Why a row waits or what the central said about it, if there is anything. */
function useRowNote(): (row: SubmissionRow) => string | null {
  const { t, language } = useText()
  return (row) => {
    if (row.centralReason) return row.centralReason[language]
    if (row.state === 'perlu-tindakan') {
      const key = `attention.${row.reason}`
      return t(hasMessage(key) ? key : 'attention.other')
    }
    if (row.nextAttemptAt && row.attempts > 0) {
      return t('console.attempts', { n: row.attempts, time: formatTime(row.nextAttemptAt, language) })
    }
    return null
  }
}

/** The kiosk's submissions as a table: masked, with what can be done about each. */
export function SubmissionTable({ rows, onReceipt, onRetry }: SubmissionTableProps) {
  const { t, language } = useText()
  const noteOf = useRowNote()
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('console.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('console.col.reference')}</th>
          <th scope="col">{t('console.col.name')}</th>
          <th scope="col">{t('console.col.state')}</th>
          <th scope="col">{t('console.col.age')}</th>
          <th scope="col" className={styles.petugas}>
            {t('console.col.petugas')}
          </th>
          <th scope="col">{t('console.col.action')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const note = noteOf(row)
          return (
            <tr key={row.id}>
              <th scope="row">{row.reference}</th>
              <td>{row.maskedName}</td>
              <td>
                <StateMark state={row.state} />
                {note ? <span className={styles.note}>{note}</span> : null}
              </td>
              <td>{formatAge(row.submittedAt, new Date(), language)}</td>
              <td className={styles.petugas}>{row.petugas}</td>
              <td className={styles.actions}>
                {row.state === 'perlu-tindakan' ? (
                  <Button icon={<RefreshCw aria-hidden="true" />} onPress={() => onRetry(row)}>
                    {t('btn.Coba lagi')}
                  </Button>
                ) : null}
                <Button
                  icon={<FileText aria-hidden="true" />}
                  label={`${t('console.receipt')} ${row.reference}`}
                  onPress={() => onReceipt(row)}
                >
                  {t('console.receipt')}
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
