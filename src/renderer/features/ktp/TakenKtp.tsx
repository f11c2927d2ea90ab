import { Keyboard, RefreshCw } from 'lucide-react'
import type { KtpReadingView } from '#shared/contract/views.ts'
import { type MessageKey, useText } from '../../i18n/index.ts'
import { Notice, Spinner } from '../../ui/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import styles from './ktp.module.css'

/** Why the photo cannot be used as it is; `none` and `read` are no reasons. */
const REASONS: Readonly<Partial<Record<KtpReadingView['kind'], MessageKey>>> = {
  'no-card': 'ktp.notFoundInPhoto',
  unreadable: 'ktp.unreadable',
  failed: 'ktp.unreadable',
  'bad-picture': 'photo.undecodable',
}

export type TakenKtpProps = {
  readonly picture?: string
  readonly reading: boolean
  readonly onUse: () => void
  readonly onRetake: () => void
  readonly onType: () => void
}

/** S5 after the shutter: the photo is being read, could not be read, or is there from before. */
export function TakenKtp({ picture, reading, onUse, onRetake, onType }: TakenKtpProps) {
  const { t } = useText()
  const { snapshot } = useStep()
  const reason = reading ? undefined : REASONS[snapshot.reading.kind]
  const retake = { label: t('btn.Foto ulang'), onPress: onRetake, icon: <RefreshCw aria-hidden="true" /> }
  const use = { label: t('btn.Lanjutkan'), onPress: onUse, busy: reading }
  const type = { label: t('btn.Ketik sendiri'), onPress: onType, icon: <Keyboard aria-hidden="true" /> }
  return (
    <StepScreen
      title={t(reading ? 'ktp.reading.title' : reason ? 'ktp.unread.title' : 'ktp.taken.title')}
      sub={t(reading ? 'ktp.reading.sub' : reason ? 'ktp.unread.sub' : 'ktp.taken.sub')}
      view={reading ? 'reading' : (reason ?? 'taken')}
      groupIssues={['ktp-frame']}
      primary={reason ? retake : use}
      secondary={reading ? [type] : reason ? [type] : [retake, type]}
    >
      <div className={styles.capture}>
        <div className={styles.stage}>
          {picture ? <img src={picture} alt={t('confirm.card')} className={styles.taken} /> : null}
        </div>
        {reading ? (
          <p className={styles.reading} role="status">
            <Spinner /> {t('ktp.reading.title')}…
          </p>
        ) : null}
        {reason ? <Notice kind="unsure">{t(reason)}</Notice> : null}
      </div>
    </StepScreen>
  )
}
