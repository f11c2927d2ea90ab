import { Eye } from 'lucide-react'
import { useEffect, useState } from 'react'
import { formatNik, maskName, maskNik } from '#shared/domain/identity/index.ts'
import { useText } from '../../i18n/index.ts'
import { Button, Notice } from '../../ui/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import { DuplicateDialog } from './DuplicateDialog.tsx'
import styles from './ktp.module.css'

/** The whole NIK stays on the screen this long (interface specification S7). */
const SHOWN_MS = 20_000

/** S7: the registrant confirms the NIK (SOP 003 steps 2–3). */
export function NikConfirmScreen() {
  const { t } = useText()
  const { snapshot, text, advance } = useStep()
  const [shown, setShown] = useState(true)
  const [asking, setAsking] = useState(snapshot.duplicate !== null)
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => setShown(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown])

  const nik = text('nik')
  const name = text('nama')
  return (
    <StepScreen
      title={t('nik.title')}
      sub={t('nik.sub')}
      centred
      groupIssues={['nikBenar']}
      primary={{ label: t('btn.Ya, lanjutkan'), onPress: () => void advance({ nikBenar: true }) }}
      secondary={
        shown
          ? []
          : [{ label: t('nik.show'), onPress: () => setShown(true), icon: <Eye aria-hidden="true" /> }]
      }
    >
      <div className={styles.nik} data-hidden={!shown || undefined}>
        <p className={styles.nikDigits}>{shown ? formatNik(nik) : maskNik(nik)}</p>
        <p className={styles.nikName}>{shown ? name : maskName(name)}</p>
      </div>
      {shown ? null : <Notice kind="info">{t('nik.hidden')}</Notice>}
      {snapshot.duplicate === null ? null : (
        <Notice kind="unsure" action={<Button onPress={() => setAsking(true)}>{t('confirm.show')}</Button>}>
          {t('nik.duplicate', { ref: snapshot.duplicate })}
        </Notice>
      )}
      {asking && snapshot.duplicate !== null ? (
        <DuplicateDialog reference={snapshot.duplicate} onNew={() => setAsking(false)} />
      ) : null}
    </StepScreen>
  )
}
