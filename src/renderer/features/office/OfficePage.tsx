import { useState } from 'react'
import { DEFAULT_RETENTION } from '#shared/domain/submission/retention.ts'
import { useKiosk, useView } from '../../app/state/index.ts'
import { formatNumber, useText } from '../../i18n/index.ts'
import { Button, Notice, Screen } from '../../ui/index.ts'
import { LimitForm } from './LimitForm.tsx'
import { OfficeConnection } from './OfficeConnection.tsx'
import styles from './OfficePage.module.css'
import { ReadingReport } from './ReadingReport.tsx'
import { RecoveryForm } from './RecoveryForm.tsx'
import { RetentionForm } from './RetentionForm.tsx'
import { ScreenSizeForm } from './ScreenSizeForm.tsx'

type Task = 'list' | 'limit' | 'retention' | 'connection' | 'recovery' | 'reading' | 'screen'

/** For the admin: what is set at this office, and the way to each setting. */
export default function OfficePage() {
  const { t, language } = useText()
  const kiosk = useKiosk()
  const limit = useView((state) => state.status?.queue.limit ?? null)
  const retention = useView((state) => state.status?.retention ?? DEFAULT_RETENTION)
  const recoveryKey = useView((state) => state.status?.recoveryKey ?? 'not-needed')
  const measured = useView((state) => (state.status?.screen.pxPerMm ?? null) !== null)
  const [task, setTask] = useState<Task>('list')
  const [done, setDone] = useState<string>()

  const back = () => setTask('list')
  const finish = (message: string) => {
    setDone(message)
    setTask('list')
  }
  if (task === 'limit') return <LimitForm onBack={back} onDone={finish} />
  if (task === 'retention') return <RetentionForm onBack={back} onDone={finish} />
  if (task === 'connection') return <OfficeConnection onBack={back} onDone={finish} />
  if (task === 'reading') return <ReadingReport onBack={back} />
  if (task === 'screen') return <ScreenSizeForm onBack={back} onDone={finish} />
  if (task === 'recovery') return <RecoveryForm onBack={back} onDone={finish} />

  const open = (next: Task) => () => {
    setDone(undefined)
    setTask(next)
  }
  const settings = [
    { title: t('staff.title'), about: t('staff.sub'), onOpen: () => kiosk.goTo('staff') },
    {
      title: t('office.limit.title'),
      about:
        limit === null ? t('office.limit.none') : t('office.limit.now', { n: formatNumber(limit, language) }),
      onOpen: open('limit'),
    },
    {
      title: t('office.retention.title'),
      about: t('office.retention.now', retention),
      onOpen: open('retention'),
    },
    {
      title: t('console.connect'),
      about: t('office.central.about'),
      onOpen: () => kiosk.goTo('connect'),
    },
    {
      title: t('office.connection.title'),
      about: t('office.connection.about'),
      onOpen: open('connection'),
    },
    {
      title: t('office.recovery.title'),
      about: t(`office.recovery.${recoveryKey}`),
      // A demo's data is worth nothing: there is nothing to open.
      onOpen: recoveryKey === 'not-needed' ? null : open('recovery'),
    },
    {
      title: t('office.reading.title'),
      about: t('office.reading.about'),
      onOpen: open('reading'),
    },
    {
      title: t('office.screen.title'),
      about: t(measured ? 'office.screen.measured' : 'office.screen.assumed'),
      onOpen: open('screen'),
    },
    {
      title: t('camTest.title'),
      about: t('camTest.sub'),
      onOpen: () => kiosk.goTo('camera-test'),
    },
  ]
  return (
    <Screen
      turn="petugas"
      title={t('office.title')}
      sub={t('office.sub')}
      scroll
      back={{ onPress: () => kiosk.goTo('console') }}
    >
      {done ? <Notice kind="ok">{done}</Notice> : null}
      <ul className={styles.list}>
        {settings.map(({ title, about, onOpen }) => (
          <li key={title} className={styles.setting}>
            <h2 className={styles.title}>{title}</h2>
            <p className={styles.about}>{about}</p>
            {onOpen ? (
              <Button label={`${t('office.open')}: ${title}`} onPress={onOpen}>
                {t('office.open')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Screen>
  )
}
