import { RefreshCw } from 'lucide-react'
import { useText } from '../../i18n/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import styles from './face.module.css'

export type CheckFaceProps = {
  readonly picture?: string
  readonly saving: boolean
  readonly onUse: () => void
  readonly onRetake: () => void
}

/** The taken photo, as others will see it (not mirrored): use it or take it again. */
export function CheckFace({ picture, saving, onUse, onRetake }: CheckFaceProps) {
  const { t } = useText()
  const { busy } = useStep()
  return (
    <StepScreen
      title={t('face.check')}
      view="check"
      groupIssues={['swafoto', 'tanpaKacamataMasker']}
      primary={{ label: t('btn.Gunakan foto ini'), onPress: onUse, busy: saving || busy }}
      secondary={[{ label: t('btn.Ambil ulang'), onPress: onRetake, icon: <RefreshCw aria-hidden="true" /> }]}
    >
      <div className={styles.stage}>
        {picture ? <img src={picture} alt={t('face.alt')} className={styles.taken} /> : null}
      </div>
    </StepScreen>
  )
}
