import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '#shared/domain/errors.ts'
import { useCall } from '../../app/state/index.ts'
import { jpegFile, useStep } from '../step/index.ts'
import type { CameraChoice } from './camera-session.ts'

/** A photo that was taken just now, by this page or by the core: to be shown, and its base64 to be kept. */
export type FreshPhoto = { readonly file: Blob; readonly jpeg: string | Blob }

export type StillCameras = {
  /** Undefined until the core has answered. */
  readonly devices: readonly CameraChoice[] | undefined
  /** Takes a photo at once; a failure is said on the screen. */
  readonly take: (deviceId: string) => void
  readonly taking: boolean
}

/** Document cameras driven by the core, for desks whose scanner the browser cannot open; in a visit. */
export function useStillCameras(onTaken: (photo: FreshPhoto) => void): StillCameras {
  const { showFailure } = useStep()
  return useStills(onTaken, showFailure)
}

/** The same anywhere. @param onFailure why no photo was taken; undefined when the next one is tried */
export function useStills(
  onTaken: (photo: FreshPhoto) => void,
  onFailure: (failure: AppError | undefined) => void,
): StillCameras {
  const call = useCall()
  const devices = useStillDevices()
  const [taking, setTaking] = useState(false)
  const take = useCallback(
    (deviceId: string) => {
      onFailure(undefined)
      setTaking(true)
      void call('camera.takeStill', { deviceId }).then((photo) => {
        setTaking(false)
        if (photo.ok) onTaken({ file: jpegFile(photo.value.jpeg), jpeg: photo.value.jpeg })
        else onFailure(photo.error)
      })
    },
    [call, onTaken, onFailure],
  )
  return { devices, take, taking }
}

function useStillDevices(): readonly CameraChoice[] | undefined {
  const call = useCall()
  const [devices, setDevices] = useState<readonly CameraChoice[]>()
  useEffect(() => {
    let left = false
    void call('camera.stillDevices', {}).then((answer) => {
      // No document camera is the usual case: an error here only means that none can be offered.
      if (!left) setDevices(answer.ok ? answer.value : [])
    })
    return () => {
      left = true
    }
  }, [call])
  return devices
}
