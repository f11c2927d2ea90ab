import { useEffect, useState } from 'react'
import type { PhotoPurpose } from '#shared/domain/forms/index.ts'
import { jpegFile } from './jpeg-file.ts'
import { useStep } from './step-context.ts'
import { useFileUrl } from './use-file-url.ts'

/** A picture that the core keeps, with an address for an `img`. Lengths are its pixels. */
export type ShownPhoto = { readonly url: string; readonly width: number; readonly height: number }

/**
 * A kept picture of the visit; undefined while it is fetched or when there is none. Forgotten when the screen is left.
 * @param wanted false while the screen has the picture itself
 */
export function usePhoto(purpose: PhotoPurpose, wanted = true): ShownPhoto | undefined {
  const { call, snapshot } = useStep()
  const takenAt = snapshot.photos[purpose]?.takenAt
  const [photo, setPhoto] = useState<{
    readonly file: Blob
    readonly width: number
    readonly height: number
  }>()
  useEffect(() => {
    let left = false
    setPhoto(undefined)
    if (takenAt === undefined || !wanted) return
    void call('visit.photo', { purpose }).then((answer) => {
      if (left || !answer.ok) return
      const { jpeg, width, height } = answer.value
      setPhoto({ file: jpegFile(jpeg), width, height })
    })
    return () => {
      left = true
    }
  }, [call, purpose, takenAt, wanted])
  const url = useFileUrl(photo?.file)
  return photo && url ? { url, width: photo.width, height: photo.height } : undefined
}
