import { Camera as CameraIcon, SwitchCamera } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { CameraChooser, CameraView, useCamera, useShutter, useStillCameras } from '../capture/index.ts'
import { StepScreen, useStep } from '../step/index.ts'
import styles from './documents.module.css'
import { useDocumentName } from './use-document-name.ts'

type PhotographDocumentProps = {
  readonly kind: string
  readonly busy: boolean
  /** @param content base64 of a JPEG */
  readonly onTaken: (content: string) => void
  readonly onBack: () => void
}

/** One page under the camera, photographed by hand. */
export function PhotographDocument({ kind, busy, onTaken, onBack }: PhotographDocumentProps) {
  const { t } = useText()
  const camera = useCamera('ktp')
  const take = useShutter(camera, ({ jpeg }) => onTaken(jpeg))
  const stills = useStillCameras()
  const { showFailure } = useStep()
  const [choosing, setChoosing] = useState(false)
  const takeStill = async (deviceId: string) => {
    setChoosing(false)
    const photo = await stills.take(deviceId)
    if (photo.ok) onTaken(photo.value.jpeg)
    else showFailure(photo.error)
  }
  return (
    <StepScreen
      title={useDocumentName(kind)}
      sub={t('documents.photograph')}
      view={`photograph-${kind}`}
      live
      groupIssues={[kind]}
      back={onBack}
      primary={{
        label: t('btn.Ambil foto'),
        onPress: () => void take(),
        icon: <CameraIcon aria-hidden="true" />,
        busy,
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
          <CameraView camera={camera} guide="page" />
        </div>
      </div>
      {choosing ? (
        <CameraChooser
          camera={camera}
          stills={stills.devices}
          onStill={(id) => void takeStill(id)}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </StepScreen>
  )
}
