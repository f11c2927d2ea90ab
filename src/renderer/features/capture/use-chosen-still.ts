import { useState } from 'react'
import type { CameraChoice } from './camera-session.ts'
import { useCameraMemory } from './use-camera-memory.ts'
import type { StillCameras } from './use-still-cameras.ts'

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
  const memory = useCameraMemory()
  const [id, setId] = useState(() => memory.find('dokumen') ?? null)
  // Believed until the list is here: the browser's camera would be opened for a moment only.
  const all = devices ?? (id === null ? [] : [{ id, label: id }])
  return {
    chosen: all.find((device) => device.id === id),
    choose: (deviceId) => {
      if (deviceId === null) memory.forget('dokumen')
      else memory.keep('dokumen', deviceId)
      setId(deviceId)
    },
  }
}
