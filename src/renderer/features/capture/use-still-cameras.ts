import { useEffect, useState } from 'react'
import type { PhotoData } from '#shared/contract/views.ts'
import { useStep } from '../step/index.ts'
import type { CameraChoice } from './camera-session.ts'

export type StillCameras = {
  readonly devices: readonly CameraChoice[]
  /** Takes a photo at once; a failure is said on the screen. */
  readonly take: (deviceId: string) => void
}

/** Document cameras driven by the core, for desks whose scanner the browser cannot open. */
export function useStillCameras(onTaken: (photo: PhotoData) => void): StillCameras {
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
    if (photo.ok) onTaken(photo.value)
    else showFailure(photo.error)
  }
  return { devices, take: (deviceId) => void take(deviceId) }
}
