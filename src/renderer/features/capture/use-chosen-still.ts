import { useState } from 'react'
import type { CameraChoice } from './camera-session.ts'
import type { StillCameras } from './use-still-cameras.ts'

const MEMORY_KEY = 'kiosk.camera.dokumen'

export type ChosenStill = {
  /** Undefined: documents are photographed with the camera that the browser opens. */
  readonly chosen: CameraChoice | undefined
  readonly choose: (deviceId: string | null) => void
}

/**
 * The camera for stills that documents are photographed with, remembered on this desk. One that is unplugged leaves its
 * place to the browser's camera, and is not forgotten.
 */
export function useChosenStill(devices: StillCameras['devices']): ChosenStill {
  const [id, setId] = useState(() => localStorage.getItem(MEMORY_KEY))
  // Believed until the list is here: the browser's camera would be opened for a moment only.
  const all = devices ?? (id === null ? [] : [{ id, label: id }])
  return {
    chosen: all.find((device) => device.id === id),
    choose: (deviceId) => {
      if (deviceId === null) localStorage.removeItem(MEMORY_KEY)
      else localStorage.setItem(MEMORY_KEY, deviceId)
      setId(deviceId)
    },
  }
}
