import { FileText, KeyRound, PencilLine, RefreshCw, Send, Trash2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { ReceiptView, SubmissionDetail } from '#shared/contract/views.ts'
import { useCall, useKiosk } from '../../app/state/index.ts'
import { formatDateTime, hasMessage, useErrorText, useText } from '../../i18n/index.ts'
import { Notice, Screen, type ScreenAction } from '../../ui/index.ts'
import { PinDialog } from '../lock/index.ts'
import { ServiceTimeTable, useServiceTime } from '../receipt/index.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { Mend } from './Mend.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { useRowNotes } from './row-notes.ts'
import { StateMark } from './StateMark.tsx'
import styles from './SubmissionPage.module.css'
import { Timeline } from './Timeline.tsx'
import { Unmask } from './Unmask.tsx'
import { useDetail } from './use-detail.ts'

type Open =
  | { readonly kind: 'receipt'; readonly receipt: ReceiptView }
  | { readonly kind: 'cancel'; readonly way: 'void' | 'withdraw' }
  | { readonly kind: 'correct' }
  | { readonly kind: 'goOn' }

/** One registration: how it stands, what to do about it, what happened to it. Masked until a PIN is given. */
export function SubmissionPage({ id, onBack }: { readonly id: string; readonly onBack: () => void }) {
  const { t } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useErrorText()
  const timeOf = useServiceTime()
  const { detail, error } = useDetail(id)
  const [open, setOpen] = useState<Open | null>(null)
  const [said, setSaid] = useState<{ kind: 'ok' | 'error'; text: string }>()

  const tell = (ok: boolean, text: string) => setSaid({ kind: ok ? 'ok' : 'error', text })
  const showReceipt = async () => {
    const answer = await call('submission.receipt', { id })
    if (answer.ok) setOpen({ kind: 'receipt', receipt: answer.value })
    else tell(false, errorText(answer.error))
  }
  const send = async () => {
    const answer = await call('sync.now', {})
    tell(answer.ok, answer.ok ? t('console.sending') : errorText(answer.error))
  }
  const retry = async () => {
    const answer = await call('submission.retry', { id })
    tell(answer.ok, answer.ok ? t('console.sending') : errorText(answer.error))
  }

  if (!detail)
    return (
      <Screen
        turn="petugas"
        title={t('console.title')}
        back={{ onPress: onBack }}
        {...(error ? { error: errorText(error) } : {})}
      />
    )
  const { may } = detail
  const way = may.cancel
  const cancel: ScreenAction[] =
    way === 'no'
      ? []
      : [
          {
            label: t('cancel.button'),
            icon: <Trash2 aria-hidden="true" />,
            onPress: () => setOpen({ kind: 'cancel', way }),
          },
        ]
  const receipt: ScreenAction = {
    label: t('console.receipt'),
    icon: <FileText aria-hidden="true" />,
    onPress: () => void showReceipt(),
  }
  const again: ScreenAction = {
    label: t('btn.Coba lagi'),
    icon: <RefreshCw aria-hidden="true" />,
    onPress: () => void retry(),
  }
  const primary = primaryOf(detail, {
    correct: {
      label: t('correct.button'),
      icon: <PencilLine aria-hidden="true" />,
      onPress: () => setOpen({ kind: 'correct' }),
    },
    goOn: {
      label: t('goOn.button'),
      icon: <KeyRound aria-hidden="true" />,
      onPress: () => setOpen({ kind: 'goOn' }),
    },
    anew: { label: t('console.new'), icon: <UserPlus aria-hidden="true" />, onPress: kiosk.toStart },
    retry: again,
    send: { label: t('console.sendNow'), icon: <Send aria-hidden="true" />, onPress: () => void send() },
    refresh: {
      label: t('row.refresh'),
      icon: <RefreshCw aria-hidden="true" />,
      onPress: () => void send(),
    },
    receipt,
  })
  const service = `service.${detail.service}`
  return (
    <Screen
      turn="petugas"
      title={t('detail.title', { reference: detail.reference })}
      sub={t('detail.sub', {
        service: hasMessage(service) ? t(service) : detail.service,
        petugas: detail.petugas,
      })}
      scroll
      saysMore={false}
      back={{ onPress: onBack }}
      secondary={[
        ...cancel,
        ...(primary.label === receipt.label ? [] : [receipt]),
        ...(may.retry && may.correct !== 'no' ? [again] : []),
      ]}
      primary={primary}
      {...(error ? { error: errorText(error) } : {})}
    >
      {said ? <Notice kind={said.kind}>{said.text}</Notice> : null}
      <Mend detail={detail} />
      {may.goOn ? <Notice kind="info">{t('goOn.how')}</Notice> : null}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Facts detail={detail} />
          <section className={styles.card} aria-labelledby="detail-person">
            <h2 id="detail-person">{t('detail.person')}</h2>
            <Unmask detail={detail} />
          </section>
          <Kept detail={detail} />
        </div>
        <div className={styles.column}>
          <section className={styles.card} aria-labelledby="detail-history">
            <h2 id="detail-history">{t('detail.history')}</h2>
            <Timeline events={detail.events} />
          </section>
          {detail.times.length === 0 ? null : (
            <section className={styles.card} aria-labelledby="detail-time">
              <h2 id="detail-time">{t('time.title')}</h2>
              <p>{timeOf(detail.times)}</p>
              <ServiceTimeTable times={detail.times} />
            </section>
          )}
        </div>
      </div>
      {open?.kind === 'receipt' ? (
        <ReceiptDialog receipt={open.receipt} onClose={() => setOpen(null)} />
      ) : null}
      {open?.kind === 'cancel' ? (
        <CancelDialog
          detail={detail}
          way={open.way}
          onClose={() => setOpen(null)}
          onDone={() => {
            tell(true, t(`cancel.done.${open.way}`))
            setOpen(null)
          }}
        />
      ) : null}
      {open?.kind === 'correct' ? (
        <PinDialog
          purpose={t('correct.for', { reference: detail.reference })}
          confirm={t('correct.start')}
          onCancel={() => setOpen(null)}
          onPin={async (pin) => {
            // The visit that begins takes the place of this screen.
            const answer = await call('submission.correct', { id, pin })
            return answer.ok ? undefined : errorText(answer.error)
          }}
        />
      ) : null}
      {open?.kind === 'goOn' ? (
        <PinDialog
          purpose={t('goOn.for', { reference: detail.reference })}
          confirm={t('goOn.start')}
          onCancel={() => setOpen(null)}
          onPin={async (pin) => {
            const answer = await call('submission.goOn', { id, pin })
            return answer.ok ? undefined : errorText(answer.error)
          }}
        />
      ) : null}
    </Screen>
  )
}

type Primary = 'correct' | 'goOn' | 'anew' | 'retry' | 'send' | 'refresh' | 'receipt'

/** The one thing to do next (interface specification §5, table of states). */
function primaryOf(
  { may, state, calledOff }: SubmissionDetail,
  actions: Readonly<Record<Primary, ScreenAction>>,
): ScreenAction {
  if (calledOff) return calledOff.told ? actions.receipt : actions.send
  if (may.correct !== 'no') return may.correct === 'yes' ? actions.correct : actions.anew
  if (may.retry) return actions.retry
  if (may.goOn) return actions.goOn
  if (state === 'antre' || state === 'sedang-dikirim') return actions.send
  return state === 'terkirim' || state.startsWith('menunggu') ? actions.refresh : actions.receipt
}

/** State, since when, what is said about it. */
function Facts({ detail }: { readonly detail: SubmissionDetail }) {
  const { t, language } = useText()
  const notesOf = useRowNotes()
  // What the notice above says already is not said again.
  const said = detail.state === 'ditolak' || detail.state === 'perlu-tindakan' || detail.correctedBy !== null
  return (
    <section className={styles.card} aria-labelledby="detail-state">
      <h2 id="detail-state">{t('detail.state')}</h2>
      <p className={styles.state}>
        <StateMark state={detail.state} />
        <span>{t('console.since', { time: formatDateTime(detail.updatedAt, language) })}</span>
      </p>
      {said && !detail.calledOff
        ? null
        : notesOf(detail).map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
      {detail.corrects && said ? (
        <p className={styles.note}>{t('row.corrects', { reference: detail.corrects })}</p>
      ) : null}
      {detail.note ? (
        <p className={styles.note}>
          {t('detail.note')}: {detail.note}
        </p>
      ) : null}
    </section>
  )
}

/** What this kiosk still holds of it, and until when. */
function Kept({ detail }: { readonly detail: SubmissionDetail }) {
  const { t, language } = useText()
  const { data, photos, documents, eraseAt } = detail.stored
  const files = photos.length + documents
  return (
    <section className={styles.card} aria-labelledby="detail-kept">
      <h2 id="detail-kept">{t('detail.kept')}</h2>
      <p>
        {data || files > 0
          ? `${t('detail.kept.copy', { n: files })}, ${
              eraseAt
                ? t('detail.kept.until', { time: formatDateTime(eraseAt, language) })
                : t('detail.kept.open')
            }.`
          : t('detail.kept.none')}
      </p>
    </section>
  )
}
