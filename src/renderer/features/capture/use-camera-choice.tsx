import { SwitchCamera } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useText } from '../../i18n/index.ts'
import type { ScreenAction } from '../../ui/index.ts'
import { CameraChooser } from './CameraChooser.tsx'
import type { Camera } from './use-camera.ts'
import type { StillCameras } from './use-still-cameras.ts'

export type CameraChoosing = {
  /** The dialog is open: nothing is photographed meanwhile. */
  readonly choosing: boolean
  /** Opens it; for the screen's footer. */
  readonly action: ScreenAction
  readonly dialog: ReactNode
}

/** "Ganti kamera": a button in the footer and the dialog that it opens. */
export function useCameraChoice(camera: Camera, stills?: StillCameras): CameraChoosing {
  const { t } = useText()
  const [choosing, setChoosing] = useState(false)
  return {
    choosing,
    action: {
      label: t('btn.Ganti kamera'),
      onPress: () => setChoosing(true),
      icon: <SwitchCamera aria-hidden="true" />,
    },
    dialog: choosing ? (
      <CameraChooser camera={camera} stills={stills} onClose={() => setChoosing(false)} />
    ) : null,
  }
}
