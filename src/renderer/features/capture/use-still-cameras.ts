import { useEffect, useState } from 'react'
import { jpegFile, useStep } from '../step/index.ts'
import type { CameraChoice } from './camera-session.ts'

/** A photo that was taken just now, by this page or by the core: to be shown, and its base64 to be kept. */
export type FreshPhoto = { readonly file: Blob; readonly jpeg: string | Blob }

export type StillCameras = {
  readonly devices: readonly CameraChoice[]
  /** Takes a photo at once; a failure is said on the screen. */
  readonly take: (deviceId: string) => void
}

/** Document cameras driven by the core, for desks whose scanner the browser cannot open. */
export function useStillCameras(onTaken: (photo: FreshPhoto) => void): StillCameras {
  const { call, showFailure } = useStep()
  const [devices, setDevices] = useState<readonly CameraChoice[]>([])
  useEffect(() => {
    let left = false
    void call('camera.stillDevices', {}).then((answer) => {
      // No document camera is the usual case: an error here only means that none can be offered.
      if (!left && answer.ok) setDevices(answer.value)
    })
    return () => {
      left = true
    }
  }, [call])
  const take = async (deviceId: string) => {
    const photo = await call('camera.takeStill', { deviceId })
    if (photo.ok) onTaken({ file: jpegFile(photo.value.jpeg), jpeg: photo.value.jpeg })
    else showFailure(photo.error)
  }
  return { devices, take: (deviceId) => void take(deviceId) }
}
