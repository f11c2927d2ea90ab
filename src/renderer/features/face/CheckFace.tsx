import { RefreshCw } from 'lucide-react'
import { useText } from '../../i18n/index.ts'
import { Notice } from '../../ui/index.ts'
import { portraitSize } from '../capture/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import styles from './face.module.css'

export type CheckFaceProps = {
  readonly picture?: string
  /** Pixels of the photo. */
  readonly size?: { readonly width: number; readonly height: number }
  /** The checks could not run on this machine: people must look. */
  readonly unchecked: boolean
  /** The wall behind was not plain: allowed, but said. */
  readonly busyWall: boolean
  readonly saving: boolean
  readonly onUse: () => void
  readonly onRetake: () => void
}

/** The taken photo, as others will see it (not mirrored): use it or take it again. */
export function CheckFace({ picture, size, unchecked, busyWall, saving, onUse, onRetake }: CheckFaceProps) {
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
      {unchecked ? <Notice kind="unsure">{t('face.unchecked')}</Notice> : null}
      {busyWall ? <Notice kind="unsure">{t('face.busyWall')}</Notice> : null}
      {size && portraitSize(size) === 'small' ? (
        <Notice kind="info">{t('face.small', { width: size.width, height: size.height })}</Notice>
      ) : null}
      <div className={styles.stage}>
        {picture ? <img src={picture} alt={t('face.alt')} className={styles.taken} /> : null}
      </div>
    </StepScreen>
  )
}
