import type { SubmissionDetail } from '#shared/contract/views.ts'
import { hasMessage, useText } from '../../i18n/index.ts'
import { Notice } from '../../ui/index.ts'
import styles from './SubmissionPage.module.css'

const PHOTO_WORDS = {
  ktp: 'detail.photo.ktp',
  'ktp-frame': 'detail.photo.ktp',
  swafoto: 'detail.photo.swafoto',
} as const

const isPhoto = (purpose: string): purpose is keyof typeof PHOTO_WORDS => Object.hasOwn(PHOTO_WORDS, purpose)

/** What the central said and what it wants again, and how that is put right. */
export function Mend({ detail }: { readonly detail: SubmissionDetail }) {
  const { t, language } = useText()
  const { named, may, centralReason } = detail
  const fieldWord = (field: string) => {
    const key = `field.${field}.label`
    return hasMessage(key) ? t(key) : field
  }
  const attention = `attention.${detail.reason}`
  const said =
    detail.state === 'perlu-tindakan'
      ? t(hasMessage(attention) ? attention : 'attention.other')
      : detail.state === 'ditolak'
        ? centralReason?.[language]
        : undefined
  if (detail.correctedBy)
    return <Notice kind="info">{t('row.correctedBy', { reference: detail.correctedBy })}</Notice>
  if (!said) return null
  const parts = [
    ...named.fields.map(fieldWord),
    ...named.photos.map((photo) => (isPhoto(photo) ? t(PHOTO_WORDS[photo]) : photo)),
  ]
  return (
    <Notice kind={detail.state === 'ditolak' ? 'error' : 'unsure'}>
      <strong>{said}</strong>
      {may.correct === 'no' ? null : (
        <>
          <p>{parts.length > 0 ? `${t('detail.named')}:` : t('detail.named.all')}</p>
          {parts.length > 0 ? (
            <ul className={styles.parts}>
              {[...new Set(parts)].map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          ) : null}
          <p>{t(may.correct === 'yes' ? 'correct.how' : 'correct.anew')}</p>
        </>
      )}
    </Notice>
  )
}
