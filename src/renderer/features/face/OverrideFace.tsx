import { type MessageKey, useText } from '../../i18n/index.ts'
import { OverrideDialog } from '../lock/index.ts'
import { useFileUrl } from '../step/index.ts'
import styles from './face.module.css'
import { type Refusal, refusalKey } from './face-words.ts'

/** Reasons that come up at a desk, as they are recorded. */
const REASONS = {
  'kondisi-pemohon': 'face.override.body',
  'tempat-tidak-bisa-diubah': 'face.override.place',
  'petunjuk-keliru': 'face.override.wrong',
} as const satisfies Record<string, MessageKey>
type Reason = keyof typeof REASONS

export type OverrideFaceProps = {
  readonly photo: Blob
  readonly refusal: Refusal
  readonly onCancel: () => void
  /** Answers what went wrong, if anything. */
  readonly onKeep: (reason: string, pin: string) => Promise<string | undefined>
}

/** After three refusals: the petugas looks at the photo, says why it is kept all the same, and signs with the PIN. */
export function OverrideFace({ photo, refusal, onCancel, onKeep }: OverrideFaceProps) {
  const { t } = useText()
  const url = useFileUrl(photo)
  return (
    <OverrideDialog<Reason>
      title={t('face.override.title')}
      shown={url ? <img src={url} alt={t('face.alt')} className={styles.small} /> : null}
      reasons={REASONS}
      purpose={t('face.override.purpose')}
      confirm={t('btn.Gunakan foto ini')}
      onCancel={onCancel}
      onKeep={onKeep}
    >
      <p>{t('face.refused', { reason: t(refusalKey(refusal)) })}</p>
      <p>{t('override.why')}</p>
    </OverrideDialog>
  )
}
