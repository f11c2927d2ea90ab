import { Camera as CameraIcon } from 'lucide-react'
import { hasMessage, useText } from '../../i18n/index.ts'
import { CameraView, useCamera, useShutter } from '../capture/index.ts'
import { StepScreen } from '../step/index.ts'
import styles from './documents.module.css'

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
  const key = `document.${kind}`
  return (
    <StepScreen
      title={hasMessage(key) ? t(key) : kind}
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
    >
      <div className={styles.capture}>
        <div className={styles.stage}>
          <CameraView camera={camera} guide="page" />
        </div>
      </div>
    </StepScreen>
  )
}
