import type { ReceiptView } from '#shared/contract/views.ts'
import { formatDateTime, hasMessage, useText } from '../../i18n/index.ts'
import { Notice } from '../../ui/index.ts'
import styles from './StoredCard.module.css'

/** What this kiosk keeps of a registration, why and until when, and what the registrant may do (UU 27/2022 art. 5-9). */
export function StoredCard({ receipt }: { readonly receipt: ReceiptView }) {
  const { t, language } = useText()
  const { stored, calledOff } = receipt
  const files = stored.photos.length + stored.documents
  const isKept = stored.data || files > 0
  const until = !isKept
    ? t('kept.until.done')
    : stored.eraseAt
      ? t('kept.until.at', { time: formatDateTime(stored.eraseAt, language) })
      : t('kept.until.open', stored.promised)
  const rows = [
    [t('kept.what'), isKept ? t('kept.what.copy', { n: files }) : t('kept.what.none')],
    ...(isKept ? [[t('kept.why'), t('kept.why.text')] as const] : []),
    [t('kept.until'), until],
    ...(stored.recipients ? [[t('kept.who'), stored.recipients[language]] as const] : []),
  ] as const
  return (
    <>
      <dl className={styles.rows}>
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {stored.consents.length > 0 ? (
          <div>
            <dt>{t('kept.consents')}</dt>
            {stored.consents.map((consent) => {
              const key = `kept.consent.${consent.id}`
              const time = formatDateTime(consent.at, language)
              return (
                <dd key={consent.id}>
                  {hasMessage(key) ? t(key, { time }) : time} ({consent.textVersion})
                </dd>
              )
            })}
          </div>
        ) : null}
      </dl>
      {calledOff ? (
        <Notice kind="info">
          {t(calledOff.told ? 'kept.calledOff' : 'kept.calledOff.waiting', {
            time: formatDateTime(calledOff.at, language),
          })}
        </Notice>
      ) : (
        <Notice kind="info">{t('kept.rights')}</Notice>
      )}
    </>
  )
}
