import {
  type CameraPurpose,
  CameraView,
  type StillCameras,
  useCamera,
  useCameraChoice,
} from '../capture/index.ts'
import { Figures } from './Figures.tsx'
import { adviceFor } from './measures.ts'
import { type Purposes, TestScreen } from './TestScreen.tsx'
import { useMeasures } from './use-measures.ts'

export type LiveTestProps = Purposes & {
  /** Cameras for stills that may be chosen instead. */
  readonly stills: StillCameras | undefined
}

const GUIDES = { ktp: 'card', dokumen: 'page', swafoto: 'face' } as const satisfies Record<
  CameraPurpose,
  string
>

/** The test of a camera that the browser opens. */
export function LiveTest({ stills, ...purposes }: LiveTestProps) {
  const { purpose } = purposes
  const camera = useCamera(purpose)
  const { choosing, action, dialog } = useCameraChoice(camera, stills)
  const measures = useMeasures(camera.video, camera.condition === 'live' && !choosing)
  const advice = measures && adviceFor(purpose, measures)
  return (
    <>
      <TestScreen
        {...purposes}
        primary={action}
        picture={
          <CameraView
            camera={camera}
            guide={GUIDES[purpose]}
            mirrored={purpose === 'swafoto'}
            good={advice === 'fine'}
          />
        }
      >
        {measures && advice ? <Figures measures={measures} advice={advice} /> : null}
      </TestScreen>
      {dialog}
    </>
  )
}
