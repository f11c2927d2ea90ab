import { useState } from 'react'
import { consentTexts, findForm } from '#shared/domain/services/index.ts'
import type { KeepDays } from '#shared/domain/submission/retention.ts'
import { useCall, useVisit } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Dialog } from '../../ui/index.ts'
import { StopDialog } from './StopDialog.tsx'
import { STORED, type Stored, storedOf } from './stored.ts'
import styles from './visit.module.css'

/** What this kiosk holds of the registrant now, why, and until when; withdrawing ends the visit (UU 27/2022 art. 5–9). */
export function StoredData({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText()
  const call = useCall()
  const visit = useVisit()
  const [withdrawing, setWithdrawing] = useState(false)
  const form = visit && findForm(visit.service, visit.formVersion)
  if (!visit || !form) return null
  if (withdrawing) {
    return (
      <StopDialog
        onStay={() => setWithdrawing(false)}
        onErase={() => void call('visit.end', { reason: 'withdrawn' }).finally(onClose)}
      />
    )
  }
  const held = storedOf(form, visit)
  return (
    <Dialog
      wide
      title={t('stored.title')}
      onEscape={onClose}
      primary={{ label: t('btn.Tutup'), onPress: onClose }}
      secondary={{ label: t('stored.withdraw'), danger: true, onPress: () => setWithdrawing(true) }}
    >
      {held.length === 0 ? <p>{t('stored.nothing')}</p> : null}
      <ul className={styles.storedList}>
        {STORED.filter((kind) => held.includes(kind)).map((kind) => (
          <StoredRow key={kind} kind={kind} keepDays={visit.keepDays} />
        ))}
      </ul>
      <p>{t('stored.until', visit.keepDays)}</p>
    </Dialog>
  )
}

function StoredRow({ kind, keepDays }: { readonly kind: Stored; readonly keepDays: KeepDays }) {
  const { t } = useText()
  const versions = consentTexts(keepDays)
    .map((text) => text.version)
    .join(', ')
  return (
    <li>
      <strong>{t(`stored.${kind}`)}</strong>
      <span>{t(`stored.${kind}.why`, { versions })}</span>
    </li>
  )
}
