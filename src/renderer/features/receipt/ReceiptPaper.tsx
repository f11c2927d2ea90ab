import type { ReceiptView } from '#shared/contract/views.ts'
import { useView } from '../../app/state/index.ts'
import { formatDateTime, hasMessage, useText } from '../../i18n/index.ts'
import { PrintSheet } from '../../ui/index.ts'
import { qrAddress } from './ReceiptCard.tsx'
import styles from './ReceiptPaper.module.css'
import { receiptKey, stateKey } from './stages.ts'

/** The receipt on paper, A4 or 80 mm. No photo, nothing unmasked (interface specification §4). */
export function ReceiptPaper({ receipt }: { readonly receipt: ReceiptView }) {
  const { t, language } = useText()
  const demo = useView((state) => state.status?.demo != null)
  const service = `service.${receipt.service}`
  const rows = [
    [t('receipt.service'), hasMessage(service) ? t(service) : receipt.service],
    [t('receipt.time'), formatDateTime(receipt.submittedAt, language)],
    [t('receipt.office'), receipt.office],
    [t('receipt.petugas'), receipt.petugas],
    [t('receipt.state'), t(stateKey(receipt))],
    [t('receipt.nik'), receipt.maskedNik],
    [t('receipt.email'), receipt.maskedEmail],
  ].filter(([, value]) => value !== '')
  return (
    <PrintSheet>
      <article className={styles.paper}>
        {demo ? <p className={styles.demo}>MODE DEMO. {t('demo.sample')}</p> : null}
        <h1>{t('receipt.paperTitle')}</h1>
        <div className={styles.head}>
          <div>
            <p>{t('receipt.reference')}</p>
            <p className={styles.reference}>{receipt.reference}</p>
          </div>
          <img src={qrAddress(receipt.qrSvg)} alt="" className={styles.qr} />
        </div>
        <dl>
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <section>
          <h2>{t(receiptKey(receipt, 'title'))}</h2>
          <p>{t(receiptKey(receipt, 'sub'), { email: receipt.maskedEmail })}</p>
          <p>
            {t('receipt.next')}: {t(receiptKey(receipt, 'next'))}
          </p>
        </section>
        {receipt.hints.map((hint) => (
          <p key={hint} className={styles.hint}>
            {t(`receipt.hint.${hint}`)}
          </p>
        ))}
        {receipt.deferred.length > 0 ? (
          <section>
            <h2>{t('receipt.follows')}</h2>
            <ul>
              {receipt.deferred.map((check) => (
                <li key={check}>{t(`receipt.follows.${check}`)}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <p className={styles.notProof}>{t('receipt.notProof')}</p>
        <p>{t('receipt.help')}</p>
      </article>
    </PrintSheet>
  )
}
