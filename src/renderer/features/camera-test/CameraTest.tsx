import { useCallback, useState } from 'react'
import type { AppError } from '#shared/domain/errors.ts'
import { type CameraPurpose, type FreshPhoto, useChosenStill, useStills } from '../capture/index.ts'
import { LiveTest } from './LiveTest.tsx'
import { StillTest } from './StillTest.tsx'

/**
 * "Uji kamera": the petugas sees what each camera of the desk gives, chooses one, and reads what to change. For documents
 * that may be a camera that the browser cannot open and that takes stills.
 */
export default function CameraTest() {
  const [purpose, setPurpose] = useState<CameraPurpose>('ktp')
  const [photo, setPhoto] = useState<Blob>()
  const [failure, setFailure] = useState<AppError>()
  const keep = useCallback(({ file }: FreshPhoto) => setPhoto(file), [])
  const cameras = useStills(keep, setFailure)
  const { chosen, choose } = useChosenStill(cameras.devices)
  const chooseAnew = (deviceId: string | null) => {
    setPhoto(undefined)
    setFailure(undefined)
    choose(deviceId)
  }
  const purposes = { purpose, onPurpose: setPurpose }
  if (purpose === 'dokumen' && chosen)
    return (
      <StillTest
        {...purposes}
        still={chosen}
        cameras={cameras}
        photo={photo}
        failure={failure}
        onLeave={() => chooseAnew(null)}
      />
    )
  // A camera is let go before the next one is opened: some desks have one for both.
  return (
    <LiveTest
      key={purpose}
      {...purposes}
      stills={purpose === 'dokumen' ? { ...cameras, take: chooseAnew } : undefined}
    />
  )
}
