import { Eye, EyeOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SubmissionDetail, UnmaskedView } from '#shared/contract/views.ts'
import { formatNik } from '#shared/domain/identity/index.ts'
import { useCall } from '../../app/state/index.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { PinDialog } from '../lock/index.ts'
import styles from './SubmissionPage.module.css'

/** How long NIK and name stay readable. */
const SHOWN_SECONDS = 20

/** Name and NIK, masked; in full for 20 seconds after the petugas' PIN, which the core audits. */
export function Unmask({ detail }: { readonly detail: SubmissionDetail }) {
  const { t } = useText()
  const call = useCall()
  const errorText = useErrorText()
  const [asking, setAsking] = useState(false)
  const [seen, setSeen] = useState<UnmaskedView | null>(null)
  const [left, setLeft] = useState(0)

  useEffect(() => {
    if (!seen) return
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000)
    return () => clearInterval(timer)
  }, [seen])
  useEffect(() => {
    if (seen && left <= 0) setSeen(null)
  }, [seen, left])

  return (
    <div className={styles.person}>
      <dl className={styles.facts}>
        <div>
          <dt>{t('detail.name')}</dt>
          <dd>{seen?.name ?? detail.maskedName}</dd>
        </div>
        <div>
          <dt>{t('receipt.nik')}</dt>
          <dd className={styles.nik}>{seen ? formatNik(seen.nik) : detail.maskedNik}</dd>
        </div>
        <div>
          <dt>{t('receipt.email')}</dt>
          <dd>{detail.maskedEmail}</dd>
        </div>
      </dl>
      {seen ? (
        <Button icon={<EyeOff aria-hidden="true" />} onPress={() => setSeen(null)}>
          {t('detail.unmask.hide')} ({left})
        </Button>
      ) : detail.may.unmask ? (
        <Button icon={<Eye aria-hidden="true" />} onPress={() => setAsking(true)}>
          {t('detail.unmask')}
        </Button>
      ) : null}
      {asking ? (
        <PinDialog
          purpose={t('detail.unmask.for')}
          confirm={t('detail.unmask')}
          onCancel={() => setAsking(false)}
          onPin={async (pin) => {
            const answer = await call('submission.unmask', { id: detail.id, pin })
            if (!answer.ok) return errorText(answer.error)
            setSeen(answer.value)
            setLeft(SHOWN_SECONDS)
            setAsking(false)
            return undefined
          }}
        />
      ) : null}
    </div>
  )
}
