import { Camera as CameraIcon, ScanLine } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { Button, Dialog } from '../../ui/index.ts'
import type { CameraChoice } from './camera-session.ts'
import styles from './capture.module.css'
import type { Camera } from './use-camera.ts'
import type { StillCameras } from './use-still-cameras.ts'

export type CameraChooserProps = {
  readonly camera: Camera
  /** Document cameras that only take stills; choosing one takes the photo at once. */
  readonly stills?: StillCameras | undefined
  readonly onClose: () => void
}

/** "Ganti kamera": the choice is remembered for this purpose. */
export function CameraChooser({ camera, stills, onClose }: CameraChooserProps) {
  const { t } = useText()
  const [choices, setChoices] = useState<readonly CameraChoice[]>()
  useEffect(() => {
    let left = false
    void camera.choices().then((found) => {
      if (!left) setChoices(found)
    })
    return () => {
      left = true
    }
  }, [camera])

  return (
    <Dialog
      title={t('cam.choose.title')}
      onEscape={onClose}
      primary={{ label: t('btn.Kembali'), onPress: onClose }}
    >
      <ul className={styles.choices}>
        {choices?.map((choice, index) => (
          <li key={choice.id}>
            <Button
              wide
              pressed={choice.id === camera.deviceId}
              icon={<CameraIcon aria-hidden="true" />}
              onPress={() => {
                camera.choose(choice.id)
                onClose()
              }}
            >
              {shortName(choice.label) || t('cam.choose.unnamed', { n: index + 1 })}
              {choice.id === camera.deviceId ? ` (${t('cam.choose.now')})` : ''}
            </Button>
          </li>
        ))}
        {stills?.devices?.map((still) => (
          <li key={still.id}>
            <Button
              wide
              icon={<ScanLine aria-hidden="true" />}
              onPress={() => {
                onClose()
                stills.take(still.id)
              }}
            >
              {still.label} ({t('cam.choose.still')})
            </Button>
          </li>
        ))}
        {choices?.length === 0 && !stills?.devices?.length ? <li>{t('cam.choose.none')}</li> : null}
      </ul>
    </Dialog>
  )
}

/** Drivers put identifiers behind the name: "HD Webcam (046d:0825)". A path is not a name. */
const shortName = (label: string): string =>
  label.replace(/\s*\([0-9a-f]{4}:[0-9a-f]{4}\)$/i, '').replace(/^.*\//, '')
