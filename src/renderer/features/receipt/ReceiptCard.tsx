import type { ReceiptView } from '#shared/contract/views.ts'
import { useText } from '../../i18n/index.ts'
import { Notice, ProgressLine } from '../../ui/index.ts'
import styles from './ReceiptCard.module.css'
import { useServiceTime } from './ServiceTime.tsx'
import { receiptKey, stagesOf, stateKey } from './stages.ts'

/** The QR code as an image address; the SVG comes from our own core. */
export const qrAddress = (svg: string): string => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`

type ReceiptCardProps = {
  readonly receipt: ReceiptView
  /** At the end of the visit the petugas sees how long it took, beside the SOP's time. */
  readonly withTime?: boolean
}

/** What stands on a receipt: the number, its QR code, how far the case is, what still follows. */
export function ReceiptCard({ receipt, withTime = false }: ReceiptCardProps) {
  const { t, language } = useText()
  const timeOf = useServiceTime()
  return (
    <div className={styles.layout}>
      <section className={styles.number} aria-label={t('receipt.reference')}>
        <img src={qrAddress(receipt.qrSvg)} alt={t('receipt.qr')} className={styles.qr} />
        <div>
          <p className={styles.label}>{t('receipt.reference')}</p>
          <p className={styles.reference}>{receipt.reference}</p>
          <p className={styles.keep}>{t('receipt.keep')}</p>
        </div>
      </section>
      <section className={styles.progress}>
        <ProgressLine
          label={t('progress.label')}
          points={stagesOf(receipt.service, receipt.state, receipt.refusedAt).map((stage) => ({
            id: stage.key,
            label: t(stage.key),
            state: stage.state,
          }))}
        />
        <dl className={styles.facts}>
          <div>
            <dt>{t('receipt.state')}</dt>
            <dd>
              {t(stateKey(receipt))}. {t('receipt.notProof')}.
            </dd>
          </div>
          <div>
            <dt>{t('receipt.next')}</dt>
            <dd>{t(receiptKey(receipt, 'next'))}</dd>
          </div>
          {withTime && receipt.times.length > 0 ? (
            <div className={styles.time}>
              <dt>{t('time.title')}</dt>
              <dd>{timeOf(receipt.times)}</dd>
            </div>
          ) : null}
        </dl>
        {receipt.corrects || receipt.correctedBy ? (
          <p>
            {receipt.correctedBy
              ? t('row.correctedBy', { reference: receipt.correctedBy })
              : t('row.corrects', { reference: receipt.corrects ?? '' })}
          </p>
        ) : null}
        {receipt.reason && !receipt.correctedBy ? (
          <Notice kind="error">{t('receipt.reason', { reason: receipt.reason[language] })}</Notice>
        ) : null}
      </section>
      {receipt.hints.length > 0 ? (
        <div className={styles.follows}>
          {receipt.hints.map((hint) => (
            <Notice key={hint} kind="info">
              {t(`receipt.hint.${hint}`)}
            </Notice>
          ))}
        </div>
      ) : null}
      {receipt.deferred.length > 0 ? (
        <div className={styles.follows}>
          <Notice kind="info">
            <strong>{t('receipt.follows')}</strong>
            <ul>
              {receipt.deferred.map((check) => (
                <li key={check}>{t(`receipt.follows.${check}`)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
    </div>
  )
}
