import { Camera as CameraIcon, SwitchCamera } from 'lucide-react'
import { useEffect } from 'react'
import type { AppError } from '#shared/domain/errors.ts'
import { useErrorText, useText } from '../../i18n/index.ts'
import { Notice, Spinner } from '../../ui/index.ts'
import type { CameraChoice, StillCameras } from '../capture/index.ts'
import { useFileUrl } from '../step/index.ts'
import styles from './camera-test.module.css'
import { Figures } from './Figures.tsx'
import { adviceFor } from './measures.ts'
import { type Purposes, TestScreen } from './TestScreen.tsx'
import { useStillMeasures } from './use-still-measures.ts'

export type StillTestProps = Purposes & {
  readonly still: CameraChoice
  readonly cameras: StillCameras
  readonly photo: Blob | undefined
  readonly failure: AppError | undefined
  /** Back to the cameras that the browser opens. */
  readonly onLeave: () => void
}

/** The test of a camera that takes stills: the first one is taken by itself. */
export function StillTest({ still, cameras, photo, failure, onLeave, ...purposes }: StillTestProps) {
  const { t } = useText()
  const errorText = useErrorText()
  const { take, taking } = cameras
  useEffect(() => {
    take(still.id)
  }, [take, still.id])
  const url = useFileUrl(photo)
  const measures = useStillMeasures(photo)
  return (
    <TestScreen
      {...purposes}
      error={failure ? errorText(failure) : undefined}
      primary={{
        label: t('btn.Ambil foto'),
        onPress: () => take(still.id),
        icon: <CameraIcon aria-hidden="true" />,
        busy: taking,
      }}
      secondary={[
        {
          label: t('cam.still.leave'),
          onPress: onLeave,
          icon: <SwitchCamera aria-hidden="true" />,
        },
      ]}
      picture={
        url ? (
          <img className={styles.still} src={url} alt={t('camTest.still.photo', { name: still.label })} />
        ) : taking ? (
          <Spinner />
        ) : null
      }
    >
      <Notice kind="info">{t('camTest.still', { name: still.label })}</Notice>
      {measures ? <Figures measures={measures} advice={adviceFor('dokumen', measures)} /> : null}
    </TestScreen>
  )
}
