import { LogOut, Plug, Send, UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import type { ReceiptView, SubmissionRow } from '#shared/contract/views.ts'
import { useCall, useKiosk, useView } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { Button, Notice, Screen, type ScreenAction } from '../../ui/index.ts'
import { Counters } from './Counters.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { SubmissionTable } from './SubmissionTable.tsx'
import { inWorkingOrder, useSubmissions } from './use-submissions.ts'

/** The petugas' console, first version: counters, the list, send now, try again, people, end of shift. */
export function Console() {
  const { t } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useErrorText()
  const submissions = useSubmissions()
  const staff = useView((state) => state.status?.staff ?? null)
  const office = useView((state) => state.status?.office?.name ?? '')
  const paused = useView((state) => state.status?.queue.paused ?? null)
  const warning = useView((state) => state.status?.queue.warning ?? null)
  const drafts = useView((state) => state.status?.drafts ?? 0)
  const [sending, setSending] = useState(false)
  const [said, setSaid] = useState<{ kind: 'ok' | 'error'; text: string }>()
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
      label: t('console.staff'),
      icon: <Users aria-hidden="true" />,
      onPress: () => kiosk.goTo('staff'),
    },
    {
      label: t('console.connect'),
      icon: <Plug aria-hidden="true" />,
      onPress: () => kiosk.goTo('connect'),
    },
  ]
  const rows = submissions.rows
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
      {paused ? <Notice kind="error">{t(`console.paused.${paused}`)}</Notice> : null}
      {warning ? <Notice kind="unsure">{t(`console.warning.${warning}`)}</Notice> : null}
      {said ? <Notice kind={said.kind}>{said.text}</Notice> : null}
      {drafts > 0 ? (
        <Notice kind="unsure" action={<Button onPress={() => kiosk.goTo('drafts')}>{t('btn.Lihat')}</Button>}>
          {t('console.drafts', { n: drafts })}
        </Notice>
      ) : null}
      {rows?.length === 0 ? <Notice kind="info">{t('console.empty')}</Notice> : null}
      {rows && rows.length > 0 ? (
        <SubmissionTable
          rows={inWorkingOrder(rows)}
          onReceipt={(row) => void showReceipt(row)}
          onRetry={(row) => void retry(row)}
        />
      ) : null}
      {submissions.hasMore ? <Button onPress={submissions.more}>{t('console.more')}</Button> : null}
      {receipt ? <ReceiptDialog receipt={receipt} onClose={() => setReceipt(null)} /> : null}
    </Screen>
  )
}
