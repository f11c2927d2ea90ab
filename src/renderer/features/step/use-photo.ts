import { useEffect, useState } from 'react'
import type { PhotoData } from '#shared/contract/views.ts'
import type { PhotoPurpose } from '#shared/domain/forms/index.ts'
import { useStep } from './step-context.ts'

/**
 * A kept picture of the visit; undefined while it is fetched or when there is none. Forgotten when the screen is left.
 * @param wanted false while the screen has the picture itself
 */
export function usePhoto(purpose: PhotoPurpose, wanted = true): PhotoData | undefined {
  const { call, snapshot } = useStep()
  const takenAt = snapshot.photos[purpose]?.takenAt
  const [photo, setPhoto] = useState<PhotoData>()
  useEffect(() => {
    let left = false
    setPhoto(undefined)
    if (takenAt === undefined || !wanted) return
    void call('visit.photo', { purpose }).then((answer) => {
      if (!left && answer.ok) setPhoto(answer.value)
    })
    return () => {
      left = true
    }
  }, [call, purpose, takenAt, wanted])
  return photo
}
