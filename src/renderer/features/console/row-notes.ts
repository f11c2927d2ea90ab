import type { SubmissionRow } from '#shared/contract/views.ts'
import { formatTime, hasMessage, useText } from '../../i18n/index.ts'

/** Why a row waits, what the central said, and how it hangs together with another; the gravest first. */
export function useRowNotes(): (row: SubmissionRow) => readonly string[] {
  const { t, language } = useText()
  const linked = (row: SubmissionRow) => [
    ...(row.correctedBy ? [t('row.correctedBy', { reference: row.correctedBy })] : []),
    ...(row.corrects ? [t('row.corrects', { reference: row.corrects })] : []),
  ]
  const waits = (row: SubmissionRow): string[] => {
    if (row.state === 'perlu-tindakan') {
      const key = `attention.${row.reason}`
      return [t(hasMessage(key) ? key : 'attention.other')]
    }
    if (row.nextAttemptAt && row.attempts > 0)
      return [
        row.reason === 'offline'
          ? t('row.waits.offline')
          : t('console.attempts', { n: row.attempts, time: formatTime(row.nextAttemptAt, language) }),
      ]
    return []
  }
  const due = (row: SubmissionRow): string[] => {
    if (!row.dueBy || !row.state.startsWith('menunggu')) return []
    if (new Date(row.dueBy) < new Date()) return [t('row.overdue')]
    return [t('row.dueBy', { time: dayAndTime(row.dueBy, language) })]
  }
  return (row) => {
    if (row.calledOff && row.state !== 'dibatalkan')
      return [t(row.calledOff.problem ? 'row.calledOff.problem' : 'row.calledOff'), ...linked(row)]
    if (row.calledOff) return [t(`cancel.reason.${row.calledOff.reason}`), ...linked(row)]
    if (row.correctedBy) return linked(row)
    const said = row.centralReason && row.state === 'ditolak' ? [row.centralReason[language]] : []
    return [...said, ...waits(row), ...due(row), ...linked(row)]
  }
}

/** "24/11 10.05 WIB": short enough for a row. */
export function dayAndTime(at: string, language: 'id' | 'en'): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(date.getDate())}/${two(date.getMonth() + 1)} ${formatTime(at, language)}`
}
