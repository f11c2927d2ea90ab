import { useEffect, useState } from 'react'
import { useStep } from '../step/index.ts'
import type { CameraChoice } from './camera-session.ts'

/** Document cameras driven by the core, for desks whose scanner the browser cannot open. */
export function useStillCameras() {
  const { call } = useStep()
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
  return { devices, take: (deviceId: string) => call('camera.takeStill', { deviceId }) }
}
