import { ChevronRight, KeyRound, PencilLine, RefreshCw, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SubmissionRow } from '#shared/contract/views.ts'
import { formatAge, hasMessage, type MessageKey, useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { useRowNotes } from './row-notes.ts'
import { StateMark } from './StateMark.tsx'
import styles from './SubmissionTable.module.css'

/** What can be done about a row without looking into it. */
export type QuickAction = 'send' | 'refresh' | 'retry' | 'correct' | 'goOn'

export type SubmissionTableProps = {
  readonly rows: readonly SubmissionRow[]
  readonly onOpen: (row: SubmissionRow) => void
  readonly onAct: (row: SubmissionRow, action: QuickAction) => void
}

const WORDS = {
  send: 'console.sendNow',
  refresh: 'row.refresh',
  retry: 'btn.Coba lagi',
  correct: 'correct.button',
  goOn: 'goOn.button',
} as const satisfies Record<QuickAction, MessageKey>

const ICONS = {
  send: <Send aria-hidden="true" />,
  refresh: <RefreshCw aria-hidden="true" />,
  retry: <RefreshCw aria-hidden="true" />,
  correct: <PencilLine aria-hidden="true" />,
  goOn: <KeyRound aria-hidden="true" />,
} as const satisfies Record<QuickAction, ReactNode>

/** The first thing to do about a row (interface specification §5); everything else is behind "Lihat". */
export function quickAction(row: SubmissionRow): QuickAction | null {
  if (row.calledOff) return null
  if (row.may.correct !== 'no') return 'correct'
  if (row.may.retry) return 'retry'
  if (row.may.goOn) return 'goOn'
  if (row.state === 'antre') return 'send'
  return row.state.startsWith('menunggu') ? 'refresh' : null
}

/** One page of the kiosk's submissions: masked, with the first thing to do about each. */
export function SubmissionTable({ rows, onOpen, onAct }: SubmissionTableProps) {
  const { t, language } = useText()
  const notesOf = useRowNotes()
  const service = (name: string) => {
    const key = `service.${name}`
    return hasMessage(key) ? t(key) : name
  }
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('console.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('console.col.reference')}</th>
          <th scope="col">{t('console.col.name')}</th>
          <th scope="col">{t('console.col.state')}</th>
          <th scope="col" className={styles.age}>
            {t('console.col.age')}
          </th>
          <th scope="col" className={styles.petugas}>
            {t('console.col.petugas')}
          </th>
          <th scope="col">{t('console.col.action')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const quick = quickAction(row)
          return (
            <tr key={row.id} data-over={row.state === 'dibatalkan' || undefined}>
              <th scope="row">{row.reference}</th>
              <td>
                {row.maskedName}
                <span className={styles.note}>{service(row.service)}</span>
              </td>
              <td>
                <StateMark state={row.state} />
                {notesOf(row).map((note) => (
                  <span key={note} className={styles.note}>
                    {note}
                  </span>
                ))}
              </td>
              <td className={styles.age}>{formatAge(row.submittedAt, new Date(), language)}</td>
              <td className={styles.petugas}>{row.petugas}</td>
              <td>
                <div className={styles.actions}>
                  {quick ? (
                    <Button
                      icon={ICONS[quick]}
                      label={`${t(WORDS[quick])} ${row.reference}`}
                      onPress={() => onAct(row, quick)}
                    >
                      {t(WORDS[quick])}
                    </Button>
                  ) : null}
                  <Button
                    iconAfter={<ChevronRight aria-hidden="true" />}
                    label={`${t('row.open')} ${row.reference}`}
                    onPress={() => onOpen(row)}
                  >
                    {t('row.open')}
                  </Button>
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
