import type { OfficeEmailReason } from '#shared/domain/services/index.ts'
import { type MessageKey, useErrorText, useText } from '../../i18n/index.ts'
import { OverrideDialog } from '../lock/index.ts'
import { useStep } from '../step/index.ts'
import styles from './contact.module.css'

const REASONS = {
  'hanya-ini': 'choice.alasanEmailKantor.hanya-ini',
  diwajibkan: 'choice.alasanEmailKantor.diwajibkan',
  'bukan-kantor': 'choice.alasanEmailKantor.bukan-kantor',
} as const satisfies Record<OfficeEmailReason, MessageKey>

/** The petugas lets an office address pass (004): reason, then PIN. */
export function AllowOfficeEmail({
  email,
  onClose,
}: {
  readonly email: string
  readonly onClose: () => void
}) {
  const { t } = useText()
  const errorText = useErrorText()
  const { call, showIssues } = useStep()
  return (
    <OverrideDialog
      title={t('contact.override.title')}
      shown={<p className={styles.overridden}>{email}</p>}
      reasons={REASONS}
      purpose={t('contact.override.purpose')}
      confirm={t('contact.override.confirm')}
      onCancel={onClose}
      onKeep={async (reason, pin) => {
        const answer = await call('visit.allowOfficeEmail', { reason, pin })
        if (!answer.ok) return errorText(answer.error)
        showIssues([])
        onClose()
        return undefined
      }}
    >
      <p>{t('email.office')}</p>
      <p>{t('override.why')}</p>
    </OverrideDialog>
  )
}
