import { Camera as CameraIcon, SwitchCamera } from 'lucide-react'
import { useState } from 'react'
import { type MessageKey, useText } from '../../i18n/index.ts'
import {
  CameraChooser,
  CameraView,
  type FaceVerdict,
  Hint,
  type TakenFrame,
  useCamera,
  useFaceLooks,
  useShutter,
} from '../capture/index.ts'
import { StepScreen } from '../step/index.ts'
import styles from './face.module.css'

const HINTS = {
  dark: 'hint.dark',
  bright: 'hint.bright',
  moving: 'face.moving',
  blur: 'face.blur',
  still: 'face.still',
} as const satisfies Record<FaceVerdict, MessageKey>

export type LiveFaceProps = {
  readonly onTaken: (frame: TakenFrame) => void
  readonly onBack: () => void
}

/**
 * S11 with the camera running, mirrored. The shutter is a button: this version cannot tell a face
 * from a wall, so it does not pretend to wait for one.
 */
export function LiveFace({ onTaken, onBack }: LiveFaceProps) {
  const { t } = useText()
  const camera = useCamera('swafoto')
  const [choosing, setChoosing] = useState(false)
  const hint = useFaceLooks(camera.video, camera.condition === 'live' && !choosing)
  const take = useShutter(camera, onTaken)

  return (
    <StepScreen
      title={t('face.title')}
      sub={t('face.live.sub')}
      view="live"
      live
      back={onBack}
      groupIssues={['swafoto']}
      primary={{
        label: t('btn.Ambil foto'),
        onPress: () => void take(),
        icon: <CameraIcon aria-hidden="true" />,
      }}
      secondary={[
        {
          label: t('btn.Ganti kamera'),
          onPress: () => setChoosing(true),
          icon: <SwitchCamera aria-hidden="true" />,
        },
      ]}
    >
      <div className={styles.capture}>
        <div className={styles.stage}>
          <CameraView camera={camera} guide="face" mirrored good={hint === 'still'} />
        </div>
        {camera.condition === 'live' && hint ? <Hint text={t(HINTS[hint])} good={hint === 'still'} /> : null}
      </div>
      {choosing ? (
        <CameraChooser
          camera={camera}
          stills={[]}
          onStill={() => undefined}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </StepScreen>
  )
}
