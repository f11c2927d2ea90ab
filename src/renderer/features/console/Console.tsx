import { LogOut, Plug, Send, Settings, Usb, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { ReceiptView, SubmissionRow } from '#shared/contract/views.ts'
import { useCall, useKiosk, useView } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { Button, Notice, Screen, type ScreenAction } from '../../ui/index.ts'
import { ConsoleNotices } from './ConsoleNotices.tsx'
import { Counters } from './Counters.tsx'
import { findRows, type RowFilter } from './find-rows.ts'
import { ListTools } from './ListTools.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { SubmissionTable } from './SubmissionTable.tsx'
import { inWorkingOrder, useSubmissions } from './use-submissions.ts'

/** The petugas' console: counters, what happened, the list with search, send now, try again, courier, office, end of shift. */
export function Console() {
  const { t } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useErrorText()
  const submissions = useSubmissions()
  const staff = useView((state) => state.status?.staff ?? null)
  const office = useView((state) => state.status?.office?.name ?? '')
  const [sending, setSending] = useState(false)
  const [said, setSaid] = useState<{ kind: 'ok' | 'error'; text: string }>()
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<RowFilter>('all')
  const [receipt, setReceipt] = useState<ReceiptView | null>(null)

  const sendNow = async () => {
    if (sending) return
    setSending(true)
    const answer = await call('sync.now', {})
    setSending(false)
    setSaid(
      answer.ok
        ? { kind: 'ok', text: t('console.sending') }
        : { kind: 'error', text: errorText(answer.error) },
    )
  }
  const showReceipt = async (row: SubmissionRow) => {
    const answer = await call('submission.receipt', { id: row.id })
    if (answer.ok) setReceipt(answer.value)
    else setSaid({ kind: 'error', text: errorText(answer.error) })
  }
  const retry = async (row: SubmissionRow) => {
    const answer = await call('submission.retry', { id: row.id })
    setSaid(
      answer.ok
        ? { kind: 'ok', text: t('console.sending') }
        : { kind: 'error', text: errorText(answer.error) },
    )
  }
  const endShift = async () => {
    kiosk.toStart()
    await call('staff.signOut', {})
  }

  const adminActions: readonly ScreenAction[] = [
    {
      label: t('console.office'),
      icon: <Settings aria-hidden="true" />,
      onPress: () => kiosk.goTo('office'),
    },
    {
      label: t('console.connect'),
      icon: <Plug aria-hidden="true" />,
      onPress: () => kiosk.goTo('connect'),
    },
  ]
  const rows = submissions.rows
  const found = findRows(rows ?? [], typed, filter)
  const error = submissions.error ? errorText(submissions.error) : undefined
  return (
    <Screen
      turn="petugas"
      title={t('console.title')}
      sub={t('console.sub', { name: staff?.name ?? '', office })}
      scroll
      {...(error ? { error } : {})}
      back={{
        label: t('console.endShift'),
        icon: <LogOut aria-hidden="true" />,
        onPress: () => void endShift(),
      }}
      secondary={[
        ...(staff?.role === 'admin' ? adminActions : []),
        {
          label: t('console.courier'),
          icon: <Usb aria-hidden="true" />,
          onPress: () => kiosk.goTo('courier'),
        },
        {
          label: t('console.sendNow'),
          icon: <Send aria-hidden="true" />,
          onPress: () => void sendNow(),
          busy: sending,
        },
      ]}
      primary={{
        label: t('console.new'),
        icon: <UserPlus aria-hidden="true" />,
        onPress: kiosk.toStart,
      }}
    >
      <Counters />
      <ConsoleNotices />
      {said ? <Notice kind={said.kind}>{said.text}</Notice> : null}
      {rows?.length === 0 ? <Notice kind="info">{t('console.empty')}</Notice> : null}
      {rows && rows.length > 0 ? (
        <>
          <ListTools typed={typed} onTyped={setTyped} filter={filter} onFilter={setFilter} />
          {found.length > 0 ? (
            <SubmissionTable
              rows={inWorkingOrder(found)}
              onReceipt={(row) => void showReceipt(row)}
              onRetry={(row) => void retry(row)}
            />
          ) : (
            <Notice kind="info">
              {t(submissions.hasMore ? 'console.nothing.more' : 'console.nothing', { n: rows.length })}
            </Notice>
          )}
        </>
      ) : null}
      {submissions.hasMore ? <Button onPress={submissions.more}>{t('console.more')}</Button> : null}
      {receipt ? <ReceiptDialog receipt={receipt} onClose={() => setReceipt(null)} /> : null}
    </Screen>
  )
}
