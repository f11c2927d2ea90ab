import { CameraOff, RefreshCw } from 'lucide-react'
import { useText } from '../../i18n/index.ts'
import { Button, Spinner } from '../../ui/index.ts'
import styles from './capture.module.css'
import type { Camera } from './use-camera.ts'

export type CameraViewProps = {
  readonly camera: Camera
  /** A face is shown as in a mirror; a card never is. */
  readonly mirrored?: boolean
  /** Where to put the card, the face or the page. */
  readonly guide: 'card' | 'face' | 'page' | 'page-sideways'
  /** The guide turns green. */
  readonly good?: boolean
}

/** The live picture, or one sentence that says why there is none and what to do. */
export function CameraView({ camera, mirrored = false, guide, good = false }: CameraViewProps) {
  const { t } = useText()
  const { condition } = camera
  const shown = condition === 'live' || condition === 'black'
  return (
    <div className={styles.view} data-guide={guide}>
      <video
        ref={camera.video}
        className={styles.video}
        data-mirrored={mirrored || undefined}
        hidden={!shown}
        autoPlay
        playsInline
        muted
        onLoadedData={camera.frameArrived}
      />
      {condition === 'live' ? (
        <div className={styles.guide} data-guide={guide} data-good={good || undefined} aria-hidden="true">
          {guide === 'page-sideways' ? <span className={styles.pageTop}>{t('cam.pageTop')}</span> : null}
        </div>
      ) : (
        <div className={styles.trouble} role="alert">
          {condition === 'starting' ? <Spinner /> : <CameraOff aria-hidden="true" />}
          <p>{t(`cam.${condition}`)}</p>
          {condition === 'starting' || condition === 'black' ? null : (
            <Button icon={<RefreshCw aria-hidden="true" />} onPress={camera.retry}>
              {t('btn.Coba lagi')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
