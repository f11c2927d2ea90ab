import { Camera as CameraIcon } from 'lucide-react'
import { useText } from '../../i18n/index.ts'
import { CameraView, useCamera, useCameraChoice, useShutter, useStillCameras } from '../capture/index.ts'
import { StepScreen } from '../step/index.ts'
import styles from './documents.module.css'
import { useDocumentName } from './use-document-name.ts'

type PhotographDocumentProps = {
  readonly kind: string
  readonly busy: boolean
  /** @param content base64 of a JPEG */
  readonly onTaken: (content: string | Blob) => void
  readonly onBack: () => void
}

/** One page under the camera, photographed by hand. */
export function PhotographDocument({ kind, busy, onTaken, onBack }: PhotographDocumentProps) {
  const { t } = useText()
  const camera = useCamera('ktp')
  const keep = ({ jpeg }: { readonly jpeg: string | Blob }) => onTaken(jpeg)
  const take = useShutter(camera, keep)
  const { action, dialog } = useCameraChoice(camera, useStillCameras(keep))
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
      secondary={[action]}
    >
      <div className={styles.capture}>
        <div className={styles.stage}>
          <CameraView camera={camera} guide="page" />
        </div>
      </div>
      {dialog}
    </StepScreen>
  )
}
