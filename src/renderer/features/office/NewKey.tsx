import { Printer } from 'lucide-react'
import { useState } from 'react'
import { usePrintButton, useView } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Notice, PrintSheet, Screen, TickBox } from '../../ui/index.ts'
import styles from './NewKey.module.css'

/** A freshly made recovery key; the secret half exists nowhere else. */
export type RecoveryKey = { readonly recipient: string; readonly secret: string }

/** The new key, this once: printed or written down before the screen can be left. */
export function NewKey({ made, onKept }: { readonly made: RecoveryKey; readonly onKept: () => void }) {
  const { t } = useText()
  const office = useView((state) => state.status?.office ?? null)
  const { print, unprinted } = usePrintButton()
  const [kept, setKept] = useState(false)
  const [checked, setChecked] = useState(false)
  const halves = (
    <dl className={styles.key}>
      <dt>{t('office.recovery.secret')}</dt>
      <dd>{made.secret}</dd>
      <dt>{t('office.recovery.public')}</dt>
      <dd>{made.recipient}</dd>
    </dl>
  )
  return (
    <Screen
      turn="petugas"
      title={t('office.recovery.once.title')}
      sub={t('office.recovery.once.sub')}
      scroll
      secondary={[
        {
          label: t('btn.Cetak'),
          icon: <Printer aria-hidden="true" />,
          onPress: print,
        },
      ]}
      primary={{ label: t('btn.Selesai'), onPress: () => (kept ? onKept() : setChecked(true)) }}
    >
      {halves}
      {unprinted ? <Notice kind="unsure">{t('office.recovery.unprinted')}</Notice> : null}
      {checked && !kept ? <Notice kind="error">{t('office.recovery.kept.error')}</Notice> : null}
      <TickBox checked={kept} onChange={setKept} invalid={checked}>
        {t('office.recovery.kept')}
      </TickBox>
      <PrintSheet>
        <div className={styles.paper}>
          <h1>{t('office.recovery.paper.title')}</h1>
          {office ? <p>{`${office.code}, ${office.name}`}</p> : null}
          {halves}
          <p>{t('office.recovery.paper.do')}</p>
        </div>
      </PrintSheet>
    </Screen>
  )
}
