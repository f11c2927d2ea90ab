import { Camera, ChevronLeft, ChevronRight, LogOut, Send, Settings, Usb, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { SubmissionRow } from '#shared/contract/views.ts'
import { useCall, useKiosk, useView } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { Button, Notice, Screen, type ScreenAction } from '../../ui/index.ts'
import styles from './Console.module.css'
import { ConsoleNotices } from './ConsoleNotices.tsx'
import { Counters } from './Counters.tsx'
import { ListTools } from './ListTools.tsx'
import { SubmissionPage } from './SubmissionPage.tsx'
import { type QuickAction, SubmissionTable } from './SubmissionTable.tsx'
import { FIRST_QUERY, type ListQuery, usePage } from './use-page.ts'

/** The petugas' console: counters, what happened, the list with search and sorting, one registration, courier, office. */
export function Console() {
  const [query, setQuery] = useState<ListQuery>(FIRST_QUERY)
  const [open, setOpen] = useState<string | null>(null)
  if (open) return <SubmissionPage id={open} onBack={() => setOpen(null)} />
  return <ConsoleList query={query} onQuery={setQuery} onOpen={setOpen} />
}

type ConsoleListProps = {
  readonly query: ListQuery
  readonly onQuery: (query: ListQuery) => void
  readonly onOpen: (id: string) => void
}

function ConsoleList({ query, onQuery, onOpen }: ConsoleListProps) {
  const { t } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useErrorText()
  const page = usePage(query)
  const staff = useView((state) => state.status?.staff ?? null)
  const [sending, setSending] = useState(false)
  const [said, setSaid] = useState<{ kind: 'ok' | 'error'; text: string }>()

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
  const act = async (row: SubmissionRow, action: QuickAction) => {
    // Both ask for a PIN, on the registration's own page.
    if (action === 'correct' || action === 'goOn') return onOpen(row.id)
    if (action !== 'retry') return sendNow()
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

  // An admin finds the camera test among the settings: the footer keeps to one row on a laptop.
  const own: ScreenAction =
    staff?.role === 'admin'
      ? {
          label: t('console.office'),
          icon: <Settings aria-hidden="true" />,
          onPress: () => kiosk.goTo('office'),
        }
      : {
          label: t('camTest.open'),
          icon: <Camera aria-hidden="true" />,
          onPress: () => kiosk.goTo('camera-test'),
        }
  const { rows } = page
  const isNarrowed = query.search !== '' || query.group !== 'all'
  const isEmpty = rows?.length === 0 && !isNarrowed
  return (
    <Screen
      turn="petugas"
      title={staff ? t('console.titleOf', { name: staff.name }) : t('console.title')}
      scroll
      saysMore={false}
      {...(page.error ? { error: errorText(page.error) } : {})}
      back={{
        label: t('console.endShift'),
        icon: <LogOut aria-hidden="true" />,
        onPress: () => void endShift(),
      }}
      secondary={[
        own,
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
      <div className={styles.overview}>
        <Counters />
        <ConsoleNotices />
        {said ? <Notice kind={said.kind}>{said.text}</Notice> : null}
      </div>
      {isEmpty ? <Notice kind="info">{t('console.empty')}</Notice> : null}
      {rows && !isEmpty ? (
        <div className={styles.list}>
          <ListTools query={query} onChange={onQuery} />
          {rows.length > 0 ? (
            <SubmissionTable
              rows={rows}
              onOpen={(row) => onOpen(row.id)}
              onAct={(row, action) => void act(row, action)}
            />
          ) : (
            <Notice kind="info">{t('console.nothing')}</Notice>
          )}
        </div>
      ) : null}
      {page.previous || page.next ? (
        <nav className={styles.pages} aria-label={t('console.page', { n: page.number })}>
          {page.previous ? (
            <Button icon={<ChevronLeft aria-hidden="true" />} onPress={page.previous}>
              {t('console.previous')}
            </Button>
          ) : (
            <span />
          )}
          <span>{t('console.page', { n: page.number })}</span>
          {page.next ? (
            <Button iconAfter={<ChevronRight aria-hidden="true" />} onPress={page.next}>
              {t('console.next')}
            </Button>
          ) : (
            <span />
          )}
        </nav>
      ) : null}
    </Screen>
  )
}
