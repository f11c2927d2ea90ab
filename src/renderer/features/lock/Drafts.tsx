import { ArrowRight, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { DraftView } from '#shared/contract/views.ts'
import { findForm } from '#shared/domain/services/index.ts'
import { useCall, useKiosk, useView } from '../../app/state/index.ts'
import { formatTime, type MessageKey, useErrorText, useText } from '../../i18n/index.ts'
import { Button, Notice, Screen } from '../../ui/index.ts'
import styles from './Drafts.module.css'
import { PinDialog } from './PinDialog.tsx'

type Task = { readonly kind: 'resume' | 'wipe'; readonly draft: DraftView }

/** The station of the rail that a draft had reached, in words. */
function stationKey(draft: DraftView): MessageKey {
  const step = findForm(draft.service)?.steps.find((each) => each.id === draft.step)
  return `rail.${step?.rail ?? 'data'}`
}

/** Visits that were cut off (power, crash) or put aside: masked, opened or erased with the PIN. */
export function Drafts() {
  const { t, language } = useText()
  const kiosk = useKiosk()
  const call = useCall()
  const errorText = useErrorText()
  const count = useView((state) => state.status?.drafts ?? 0)
  const [drafts, setDrafts] = useState<readonly DraftView[] | null>(null)
  const [task, setTask] = useState<Task | null>(null)
  const [error, setError] = useState<string>()

  // `count` comes with the core's status: the list is asked for again when a draft came or went.
  useEffect(() => {
    void count
    void call('draft.list', {}).then((answer) => {
      if (answer.ok) setDrafts(answer.value)
      else setError(errorText(answer.error))
    })
  }, [call, errorText, count])

  const act = async (pin: string): Promise<string | undefined> => {
    if (!task) return undefined
    const { id } = task.draft
    const answer = await call(task.kind === 'resume' ? 'draft.resume' : 'draft.wipe', { id, pin })
    if (!answer.ok) return errorText(answer.error)
    setTask(null)
    setDrafts((list) => list?.filter((draft) => draft.id !== id) ?? null)
    return undefined
  }

  return (
    <Screen
      turn="petugas"
      title={t('draft.title')}
      sub={t('draft.sub')}
      scroll
      {...(error ? { error } : {})}
      primary={{ label: t('draft.later'), onPress: () => kiosk.goTo('start') }}
    >
      {drafts?.length === 0 ? <Notice kind="ok">{t('draft.none')}</Notice> : null}
      <ul className={styles.list}>
        {(drafts ?? []).map((draft) => (
          <li key={draft.id} className={styles.draft}>
            <div>
              <p className={styles.who}>
                {t('draft.row', {
                  name: draft.maskedName,
                  time: formatTime(draft.touchedAt, language),
                  station: t(stationKey(draft)),
                })}
              </p>
              <p className={styles.life}>
                {t(`draft.${draft.state}`)}. {t('draft.wipeAt', { time: formatTime(draft.wipeAt, language) })}
              </p>
            </div>
            <Button
              kind="danger"
              icon={<Trash2 aria-hidden="true" />}
              onPress={() => setTask({ kind: 'wipe', draft })}
            >
              {t('btn.Hapus data')}
            </Button>
            <Button
              iconAfter={<ArrowRight aria-hidden="true" />}
              onPress={() => setTask({ kind: 'resume', draft })}
            >
              {t('btn.Ya, lanjutkan')}
            </Button>
          </li>
        ))}
      </ul>
      {task ? (
        <PinDialog
          purpose={t(`draft.${task.kind}.for`)}
          confirm={t(task.kind === 'resume' ? 'btn.Ya, lanjutkan' : 'btn.Hapus data')}
          danger={task.kind === 'wipe'}
          onCancel={() => setTask(null)}
          onPin={act}
        />
      ) : null}
    </Screen>
  )
}
